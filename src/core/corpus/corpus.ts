import type { KnownEntity } from '../entities/knownEntities';
import { nameForm, type KnownNames } from '../entities/knownNames';
import type { EntityId } from '../model/annotation';
import { areSameItems } from '../model/equal';
import { emptySummary, type ArticleSummary } from './articleSummary';
import { Tally, type Part } from './tally';

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
  /** What each article says, by the article's key. */
  readonly #articles = new Map<string, ArticleSummary>();
  readonly #tallies = new Map<EntityId, Tally>();
  /** How many entities are known by some words. */
  readonly #names = new Map<string, number>();
  #list: readonly CorpusEntity[] | undefined;

  /** All entities that an article describes, each once. */
  get entities(): readonly CorpusEntity[] {
    return (this.#list ??= [...this.#tallies.values()].flatMap(({ entity }) => entity ?? []));
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
    return this.#articles.get(article);
  }

  /** The keys of the articles that describe an entity or have quotes of it. */
  articlesNaming(id: EntityId): readonly string[] {
    return [...(this.#tallies.get(id)?.naming ?? [])];
  }

  /** Says what an article says now; undefined where it is gone. */
  put(article: string, summary: ArticleSummary | undefined): void {
    const before = partsOf(this.#articles.get(article));
    const after = partsOf(summary);
    for (const id of before.keys()) {
      if (!after.has(id)) this.#change(article, id, before.get(id));
    }
    const entities: KnownEntity[] = [];
    for (const [id, part] of after) {
      const { known } = this.#change(article, id, before.get(id), part) ?? part;
      if (known) entities.push(known);
    }
    if (summary) this.#articles.set(article, { ...summary, entities });
    else this.#articles.delete(article);
  }

  /** Counts what an article says of an entity now. @returns it, or what it said before where that is the same */
  #change(article: string, id: EntityId, before?: Part, after?: Part): Part | undefined {
    const tally = this.#tallies.get(id) ?? new Tally();
    const shared = after && tally.shared(after);
    if (before && shared && areSame(before, shared)) return before;
    this.#tallies.set(id, tally);
    this.#list = undefined;
    for (const form of shared ? tally.add(shared) : []) this.#count(form, 1);
    for (const form of before ? tally.remove(before) : []) this.#count(form, -1);
    if (shared) tally.naming.add(article);
    else tally.naming.delete(article);
    if (tally.naming.size === 0) this.#tallies.delete(id);
    return shared;
  }

  #count(form: string, by: 1 | -1): void {
    const words = nameForm(form);
    const count = (this.#names.get(words) ?? 0) + by;
    if (count > 0) this.#names.set(words, count);
    else this.#names.delete(words);
  }
}

function partsOf({ entities, quotes } = emptySummary): Map<EntityId, Part> {
  const parts = new Map<EntityId, Part>();
  for (const known of entities) parts.set(known.entity.id, { known, quotes: 0 });
  for (const { speaker, quotes: count } of quotes) {
    if (speaker !== undefined) parts.set(speaker, { ...parts.get(speaker), quotes: count });
  }
  return parts;
}

/** Whether two parts, of words that the corpus has, are the same. */
function areSame(a: Part, b: Part): boolean {
  return (
    a.quotes === b.quotes &&
    a.known?.entity === b.known?.entity &&
    a.known?.mentions === b.known?.mentions &&
    areSameItems(a.known?.forms ?? [], b.known?.forms ?? [])
  );
}
