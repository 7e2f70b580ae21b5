import type { Entity, EntityId } from '../model/annotation';

/**
 * A copy of plain data with words of its own: those that were cut out of a text keep all of it in memory, as engines
 * have it. Keys without a value are left out.
 */
export function ownCopy<T>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T;
}

/**
 * What a corpus says in many articles: it has each entity, that is an id with a name and a type, and all words
 * once, and articles have their numbers, from 0.
 */
export class Vocabulary {
  readonly #entities: Entity[] = [];
  /** By ids, the numbers of the entities that were the first with them. */
  readonly #firsts = new Map<EntityId, number>();
  /** By `keyOf`, the numbers of those to which articles give another name or type. */
  readonly #others = new Map<string, number>();
  /** By the numbers of entities, the number of the name among the words, as a list. */
  readonly #names: (readonly [number])[] = [];
  readonly #words: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** What else is said of an entity than its name and its type makes it no other one. */
  numberOf(entity: Entity): number {
    const first = this.#firsts.get(entity.id);
    if (first === undefined) {
      const number = this.#addEntity(entity);
      this.#firsts.set(this.entity(number).id, number);
      return number;
    }
    if (isSame(this.entity(first), entity)) return first;
    const key = keyOf(entity);
    const number = this.#others.get(key) ?? this.#addEntity(entity);
    this.#others.set(key, number);
    return number;
  }

  /** @throws RangeError where no entity has that number */
  entity(number: number): Entity {
    return itemAt(this.#entities, number);
  }

  /** The number of an entity's name among the words, as a list with nothing else. @throws as `entity` */
  nameOf(entity: number): readonly [number] {
    return itemAt(this.#names, entity);
  }

  numberOfWords(words: string): number {
    const known = this.#numbers.get(words);
    if (known !== undefined) return known;
    const own = ownCopy(words);
    const number = this.#words.push(own) - 1;
    this.#numbers.set(own, number);
    return number;
  }

  /** @throws RangeError where no words have that number */
  words(number: number): string {
    return itemAt(this.#words, number);
  }

  #addEntity({ id, name, type }: Entity): number {
    const words = this.numberOfWords(name);
    this.#names.push([words]);
    return this.#entities.push({ ...ownCopy({ id, type }), name: this.words(words) }) - 1;
  }
}

function isSame(a: Entity, b: Entity): boolean {
  return a.name === b.name && a.type === b.type;
}

function keyOf({ id, name, type }: Entity): string {
  return `${String(id.length)} ${String(name.length)} ${id}${name}${type}`;
}

function itemAt<T>(items: readonly T[], number: number): T {
  const item = items[number];
  if (item === undefined) throw new RangeError(`nothing has the number ${String(number)}`);
  return item;
}
