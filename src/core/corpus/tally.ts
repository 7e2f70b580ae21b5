import { Counts } from './numberCounts';
import type { CorpusEntity } from './corpus';
import type { PackedEntity } from './packedSummary';
import type { Vocabulary } from './vocabulary';
import type { Entity } from '../model/annotation';
import type { Links } from '../entities/links';

/** What one article says of an entity, in the numbers of a vocabulary. */
export interface Part {
  /** Undefined where it only has quotes of it. */
  readonly known?: PackedEntity;
  readonly quotes: number;
}

/** What all articles of a corpus say of one entity, counted, so that one more or less costs little. */
export class Tally {
  /** The articles that describe it or have quotes of it. */
  readonly naming = new Set<string>();
  #mentions = 0;
  #articles = 0;
  #quotes = 0;
  /** How many articles give it a name and a type. */
  readonly #said = new Counts();
  /** In how many articles it is known by some words. */
  readonly #forms = new Counts();
  /** How many articles give it an address under a key, by both, where one does. */
  #links: Map<string, Counted<Link>> | undefined;
  #entity: CorpusEntity | undefined;
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** How many articles describe it. */
  get articles(): number {
    return this.#articles;
  }

  /** The names and types that articles give it, and how many of them each. */
  get said(): readonly Counted<Entity>[] {
    return this.#said.entries.map(([number, count]) => ({
      item: this.#vocabulary.entity(number),
      count,
    }));
  }

  /** The addresses that articles give it, and how many of them each. */
  get links(): readonly Counted<Link>[] {
    return [...(this.#links?.values() ?? [])];
  }

  /** What most articles say that it is; undefined where none describes it. */
  get most(): Entity | undefined {
    const [only] = this.#said.size === 1 ? this.said : [...this.said].sort(byCount);
    return only?.item;
  }

  /** What there is to be said of it; undefined where no article describes it. */
  get entity(): CorpusEntity | undefined {
    if (this.#entity || this.#articles === 0) return this.#entity;
    const entity = this.most;
    const forms = this.#forms.entries.map(([form]) => this.#vocabulary.words(form));
    this.#entity = entity && {
      entity,
      forms: [...new Set([entity.name, ...forms])],
      mentions: this.#mentions,
      articles: this.#articles,
      quotes: this.#quotes,
    };
    return this.#entity;
  }

  /** Counts what one more article says. @returns the words that it is known by only now */
  add({ known, quotes }: Part): number[] {
    this.#quotes += quotes;
    this.#entity = undefined;
    if (!known) return [];
    this.#articles += 1;
    this.#mentions += known.mentions;
    this.#said.up(known.entity);
    for (const link of linksIn(known)) this.#addLink(link);
    return known.forms.filter((form) => this.#forms.up(form) === 1);
  }

  /** Counts one article less. @returns the words that it is known by no more */
  remove({ known, quotes }: Part): number[] {
    this.#quotes -= quotes;
    this.#entity = undefined;
    if (!known) return [];
    this.#articles -= 1;
    this.#mentions -= known.mentions;
    this.#said.down(known.entity);
    for (const link of linksIn(known)) this.#removeLink(link);
    return known.forms.filter((form) => this.#forms.down(form) === 0);
  }

  #addLink(link: Link): void {
    const key = JSON.stringify(link);
    this.#links ??= new Map();
    this.#links.set(key, { item: link, count: (this.#links.get(key)?.count ?? 0) + 1 });
  }

  #removeLink(link: Link): void {
    const key = JSON.stringify(link);
    const count = (this.#links?.get(key)?.count ?? 0) - 1;
    if (count > 0) this.#links?.set(key, { item: link, count });
    else this.#links?.delete(key);
  }
}

/** An address, and what it stands under. */
export type Link = readonly [key: string, address: string];

function linksIn({ links }: { readonly links?: Links }): readonly Link[] {
  return links ? Object.entries(links) : [];
}

interface Counted<T> {
  readonly item: T;
  readonly count: number;
}

/** What most articles say before the rest; of what is said as often, the first in the order of the alphabet. */
function byCount(a: Counted<Entity>, b: Counted<Entity>): number {
  return b.count - a.count || (nameAndType(a.item) < nameAndType(b.item) ? -1 : 1);
}

function nameAndType({ name, type }: Entity): string {
  return `${name}\0${type}`;
}
