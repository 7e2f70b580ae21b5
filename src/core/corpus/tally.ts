import type { KnownEntity } from '../entities/knownEntities';
import type { Entity } from '../model/annotation';
import type { CorpusEntity } from './corpus';

/** What one article says of an entity. */
export interface Part {
  /** Undefined where it only has quotes of it. */
  readonly known?: KnownEntity;
  readonly quotes: number;
}

/** What all articles of a corpus say of one entity, counted, so that one more or less costs little. */
export class Tally {
  /** The articles that describe it or have quotes of it. */
  readonly naming = new Set<string>();
  #mentions = 0;
  #articles = 0;
  #quotes = 0;
  /** How many articles give it a name and a type, by both. */
  readonly #said = new Map<string, Counted<Entity>>();
  /** In how many articles it is known by some words, by these. */
  readonly #forms = new Map<string, Counted<string>>();
  #entity: CorpusEntity | undefined;

  /** What there is to be said of it; undefined where no article describes it. */
  get entity(): CorpusEntity | undefined {
    if (this.#entity || this.#articles === 0) return this.#entity;
    const entity = mostSaid(this.#said);
    this.#entity = entity && {
      entity,
      forms: [...new Set([entity.name, ...this.#forms.keys()])],
      mentions: this.#mentions,
      articles: this.#articles,
      quotes: this.#quotes,
    };
    return this.#entity;
  }

  /**
   * The same, made of words and entities that are here already where they are: a corpus says most of its words many
   * times. What a person wrote about the entity in one article stays there.
   */
  shared({ known, quotes }: Part): Part {
    if (!known) return { quotes };
    const { id, name, type } = known.entity;
    const entity = this.#said.get(keyOf(known.entity))?.item ?? { id, name, type };
    const forms = known.forms.map((form) => this.#forms.get(form)?.item ?? form);
    return { known: { entity, forms, mentions: known.mentions }, quotes };
  }

  /** Counts what one more article says. @returns the words that it is known by only now */
  add({ known, quotes }: Part): string[] {
    this.#quotes += quotes;
    this.#entity = undefined;
    if (!known) return [];
    this.#articles += 1;
    this.#mentions += known.mentions;
    countUp(this.#said, keyOf(known.entity), known.entity);
    return known.forms.filter((form) => countUp(this.#forms, form, form) === 1);
  }

  /** Counts one article less. @returns the words that it is known by no more */
  remove({ known, quotes }: Part): string[] {
    this.#quotes -= quotes;
    this.#entity = undefined;
    if (!known) return [];
    this.#articles -= 1;
    this.#mentions -= known.mentions;
    countDown(this.#said, keyOf(known.entity));
    return known.forms.filter((form) => countDown(this.#forms, form) === 0);
  }
}

interface Counted<T> {
  readonly item: T;
  count: number;
}

/** @returns how many there are now */
function countUp<T>(counts: Map<string, Counted<T>>, key: string, item: T): number {
  const counted = counts.get(key) ?? { item, count: 0 };
  counts.set(key, counted);
  counted.count += 1;
  return counted.count;
}

/** @returns how many there are now */
function countDown(counts: Map<string, Counted<unknown>>, key: string): number {
  const counted = counts.get(key);
  if (!counted) return 0;
  counted.count -= 1;
  if (counted.count === 0) counts.delete(key);
  return counted.count;
}

function keyOf({ name, type }: Entity): string {
  return JSON.stringify([name, type]);
}

/** What most articles say of an entity; of what is said as often, the first in the order of the alphabet. */
function mostSaid(said: ReadonlyMap<string, Counted<Entity>>): Entity | undefined {
  const [most] = [...said].sort(
    ([a, { count: ofA }], [b, { count: ofB }]) => ofB - ofA || (a < b ? -1 : 1),
  );
  return most?.[1].item;
}
