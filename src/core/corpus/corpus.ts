import type { KnownEntity } from '../entities/knownEntities';
import { nameForm, type KnownNames } from '../entities/knownNames';
import type { EntityId } from '../model/annotation';
import { areSameItems, equal } from '../model/equal';
import type { ArticleSummary } from './articleSummary';
import { Consistency, type Inconsistency } from './consistency';
import {
  areSayingTheSame,
  entitiesOf,
  packed,
  quotesOf,
  unpacked,
  unpackedEntity,
  type PackedEntity,
  type PackedSummary,
} from './packedSummary';
import { Tally, type Part } from './tally';
import { Vocabulary } from './vocabulary';

/** An entity with all the words by which the articles of a corpus refer to it. */
export interface CorpusEntity extends KnownEntity {
  /** In how many articles it is described. */
  readonly articles: number;
  /** How many quotes it says, in all articles. */
  readonly quotes: number;
}

/**
 * The entities of many articles: the same id in two of them is the same entity. One article after the other
 * is put into it, and again when it has changed; only what it says otherwise than before is then looked at.
 */
export class Corpus implements KnownNames {
  /** Of the numbers in which articles are kept. */
  readonly vocabulary = new Vocabulary();
  /** What each article says, by the article's key. */
  readonly #articles = new Map<string, PackedSummary>();
  readonly #tallies = new Map<EntityId, Tally>();
  /** How many entities are known by some words. */
  readonly #names = new Map<string, number>();
  #list: readonly CorpusEntity[] | undefined;
  readonly #consistency = new Consistency({
    tallyOf: (id) => this.#tallies.get(id),
    knownIn: (article, id) => this.knownIn(article, id),
  });

  /** All entities that an article describes, each once. */
  get entities(): readonly CorpusEntity[] {
    return (this.#list ??= this.#listed());
  }

  get(id: EntityId): CorpusEntity | undefined {
    return this.#tallies.get(id)?.entity;
  }

  has(words: string): boolean {
    return this.#names.has(words);
  }

  /** The keys of all articles. */
  get articles(): Iterable<string> {
    return this.#articles.keys();
  }

  summaryOf(article: string): ArticleSummary | undefined {
    const summary = this.#articles.get(article);
    return summary && unpacked(summary, this.vocabulary);
  }

  /** The same in numbers. */
  packedSummaryOf(article: string): PackedSummary | undefined {
    return this.#articles.get(article);
  }

  /** What an article says of an entity that it describes. */
  knownIn(article: string, id: EntityId): KnownEntity | undefined {
    const summary = this.#articles.get(article);
    if (!summary) return undefined;
    for (const each of entitiesOf(summary, this.vocabulary)) {
      if (this.#idOf(each) === id) return unpackedEntity(each, this.vocabulary);
    }
    return undefined;
  }

  /** The keys of the articles that describe an entity or have quotes of it, in their order. */
  articlesNaming(id: EntityId): readonly string[] {
    return [...(this.#tallies.get(id)?.naming ?? [])].sort();
  }

  /** The first of them. */
  firstNaming(id: EntityId): string | undefined {
    let first: string | undefined;
    for (const key of this.#tallies.get(id)?.naming ?? []) {
      if (first === undefined || key < first) first = key;
    }
    return first;
  }

  /** What articles say of the same entity in two ways, and the names that two entities have; in no order. */
  inconsistencies(): readonly Inconsistency[] {
    return this.#consistency.find();
  }

  /** Says what an article says now; undefined where it is gone. @returns whether it said something else before */
  put(article: string, summary: ArticleSummary | undefined): boolean {
    return this.putPacked(article, summary && packed(summary, this.vocabulary));
  }

  /** As `put`, in numbers of this corpus' vocabulary. */
  putPacked(article: string, summary: PackedSummary | undefined): boolean {
    const old = this.#articles.get(article);
    const before = this.#partsOf(old);
    const after = this.#partsOf(summary);
    for (const [id, part] of before) if (!after.has(id)) this.#change(article, id, part);
    for (const [id, part] of after) this.#change(article, id, before.get(id), part);
    if (summary) this.#articles.set(article, summary);
    else this.#articles.delete(article);
    return !areSayingTheSame(old, summary);
  }

  /** Counts what an article says of an entity now. */
  #change(article: string, id: EntityId, before?: Part, after?: Part): void {
    if (before && after && areSame(before, after)) return;
    const tally = this.#tallies.get(id) ?? this.#addTally(id);
    this.#list = undefined;
    this.#consistency.touch(id);
    for (const form of after ? tally.add(after) : []) this.#count(form, 1);
    for (const form of before ? tally.remove(before) : []) this.#count(form, -1);
    if (after) tally.naming.add(article);
    else tally.naming.delete(article);
    if (tally.naming.size === 0) this.#tallies.delete(id);
  }

  #addTally(id: EntityId): Tally {
    const tally = new Tally(this.vocabulary);
    this.#tallies.set(id, tally);
    return tally;
  }

  #partsOf(summary: PackedSummary | undefined): Map<EntityId, Part> {
    const parts = new Map<EntityId, Part>();
    if (!summary) return parts;
    for (const known of entitiesOf(summary, this.vocabulary)) {
      parts.set(this.#idOf(known), { known, quotes: 0 });
    }
    for (const { speaker, quotes } of quotesOf(summary, this.vocabulary)) {
      if (speaker !== undefined) parts.set(speaker, { ...parts.get(speaker), quotes });
    }
    return parts;
  }

  #idOf({ entity }: PackedEntity): EntityId {
    return this.vocabulary.entity(entity).id;
  }

  /** One after the other: it is made anew after each change. */
  #listed(): readonly CorpusEntity[] {
    const all: CorpusEntity[] = [];
    for (const { entity } of this.#tallies.values()) if (entity) all.push(entity);
    return all;
  }

  #count(form: number, by: 1 | -1): void {
    const words = nameForm(this.vocabulary.words(form));
    const count = (this.#names.get(words) ?? 0) + by;
    if (count > 0) this.#names.set(words, count);
    else this.#names.delete(words);
  }
}

/** Whether two parts, in numbers of the same vocabulary, are the same. */
function areSame(a: Part, b: Part): boolean {
  return a.quotes === b.quotes && isSameKnown(a.known, b.known);
}

function isSameKnown(a: PackedEntity | undefined, b: PackedEntity | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.entity === b.entity &&
    a.mentions === b.mentions &&
    areSameItems(a.forms, b.forms) &&
    equal(a.links, b.links)
  );
}
