import type { Entity, EntityId } from '../model/annotation';
import type { KnownEntity } from './knownEntities';
import { nameForm, type KnownNames } from './knownNames';

/** An entity with all the words by which the articles of a corpus refer to it. */
export interface CorpusEntity extends KnownEntity {
  /** In how many articles it is described. */
  readonly articles: number;
}

/**
 * The entities of many articles: the same id in two of them is the same entity. One article after the other
 * is put into it, and again when it has changed; only what it says or said is then looked at.
 */
export class Corpus implements KnownNames {
  /** What each article says of its entities, by the article's key. */
  readonly #articles = new Map<string, ReadonlyMap<EntityId, KnownEntity>>();
  /** The articles that describe an entity. */
  readonly #describing = new Map<EntityId, Set<string>>();
  readonly #entities = new Map<EntityId, CorpusEntity>();
  /** How many articles know an entity by some words. */
  readonly #names = new Map<string, number>();
  /** Of which something else is said than what `#entities` has: an entity of many articles is joined once. */
  readonly #stale = new Set<EntityId>();
  #list: readonly CorpusEntity[] | undefined;

  /** All entities, each once. */
  get entities(): readonly CorpusEntity[] {
    this.#settle();
    return (this.#list ??= [...this.#entities.values()]);
  }

  get(id: EntityId): CorpusEntity | undefined {
    this.#settle();
    return this.#entities.get(id);
  }

  has(words: string): boolean {
    return this.#names.has(words);
  }

  /** Says what the entities of an article are now; none where the article is gone. */
  put(article: string, entities: readonly KnownEntity[]): void {
    const before = this.#articles.get(article) ?? new Map<EntityId, KnownEntity>();
    const after = new Map(entities.map((known) => [known.entity.id, known]));
    const ids = new Set([...before.keys(), ...after.keys()]);
    const changed = [...ids].filter((id) => before.get(id) !== after.get(id));
    if (changed.length === 0) return;
    this.#articles.set(article, after);
    this.#count(
      changed.flatMap((id) => before.get(id) ?? []),
      -1,
    );
    this.#count(
      changed.flatMap((id) => after.get(id) ?? []),
      1,
    );
    for (const id of changed) {
      const describing = this.#describing.get(id) ?? new Set();
      if (after.has(id)) describing.add(article);
      else describing.delete(article);
      this.#describing.set(id, describing);
      this.#stale.add(id);
    }
    this.#list = undefined;
  }

  #count(entities: readonly KnownEntity[], by: 1 | -1): void {
    for (const form of entities.flatMap(({ forms }) => forms).map(nameForm)) {
      const count = (this.#names.get(form) ?? 0) + by;
      if (count > 0) this.#names.set(form, count);
      else this.#names.delete(form);
    }
  }

  #settle(): void {
    for (const id of this.#stale) this.#merge(id);
    this.#stale.clear();
  }

  #merge(id: EntityId): void {
    const articles = [...(this.#describing.get(id) ?? [])];
    const known = articles.flatMap((article) => this.#articles.get(article)?.get(id) ?? []);
    const [first, ...others] = known.map(({ entity }) => entity);
    if (!first) {
      this.#entities.delete(id);
      this.#describing.delete(id);
      return;
    }
    const entity = mostCommon(first, others);
    this.#entities.set(id, {
      // What a person wrote about it in one article stays there.
      entity: { id, name: entity.name, type: entity.type },
      forms: [...new Set([entity.name, ...known.flatMap(({ forms }) => forms)])],
      mentions: known.reduce((sum, { mentions }) => sum + mentions, 0),
      articles: known.length,
    });
  }
}

/** What most articles say; of what is said as often, the first in the order of the alphabet. */
function mostCommon(first: Entity, others: readonly Entity[]): Entity {
  const all = [first, ...others].map((entity) => ({
    entity,
    said: JSON.stringify([entity.name, entity.type]),
  }));
  const counts = new Map<string, number>();
  for (const { said } of all) counts.set(said, (counts.get(said) ?? 0) + 1);
  const [most] = all.sort(
    (a, b) => (counts.get(b.said) ?? 0) - (counts.get(a.said) ?? 0) || (a.said < b.said ? -1 : 1),
  );
  return most?.entity ?? first;
}
