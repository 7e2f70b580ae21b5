import type { KnownEntity } from '../entities/knownEntities';
import { nameForm, type KnownNames } from '../entities/knownNames';
import type { Entity, EntityId } from '../model/annotation';
import { emptySummary, type ArticleSummary } from './articleSummary';

/** An entity with all the words by which the articles of a corpus refer to it. */
export interface CorpusEntity extends KnownEntity {
  /** In how many articles it is described. */
  readonly articles: number;
  /** How many quotes it says, in all articles. */
  readonly quotes: number;
}

/** What one article says. */
interface Said {
  readonly summary: ArticleSummary;
  readonly entities: ReadonlyMap<EntityId, KnownEntity>;
  readonly quotes: ReadonlyMap<EntityId, number>;
}

const nothing = saidBy(emptySummary);

/**
 * The entities of many articles: the same id in two of them is the same entity. One article after the other
 * is put into it, and again when it has changed; only what it says or said is then looked at.
 */
export class Corpus implements KnownNames {
  /** What each article says, by the article's key. */
  readonly #articles = new Map<string, Said>();
  /** The articles that describe an entity or have quotes of it. */
  readonly #naming = new Map<EntityId, Set<string>>();
  readonly #entities = new Map<EntityId, CorpusEntity>();
  /** How many articles know an entity by some words. */
  readonly #names = new Map<string, number>();
  /** Of which something else is said than what `#entities` has: an entity of many articles is joined once. */
  readonly #stale = new Set<EntityId>();
  #list: readonly CorpusEntity[] | undefined;

  /** All entities that an article describes, each once. */
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

  /** The keys of all articles. */
  get articles(): Iterable<string> {
    return this.#articles.keys();
  }

  summaryOf(article: string): ArticleSummary | undefined {
    return this.#articles.get(article)?.summary;
  }

  /** The keys of the articles that describe an entity or have quotes of it. */
  articlesNaming(id: EntityId): readonly string[] {
    return [...(this.#naming.get(id) ?? [])];
  }

  /** Says what an article says now; undefined where it is gone. */
  put(article: string, summary: ArticleSummary | undefined): void {
    const before = this.#articles.get(article) ?? nothing;
    if (summary) this.#articles.set(article, saidBy(summary));
    else this.#articles.delete(article);
    const after = this.#articles.get(article) ?? nothing;
    this.#compare(article, before, after);
  }

  #compare(article: string, before: Said, after: Said): void {
    const ids = new Set([
      ...[before, after].flatMap(({ entities, quotes }) => [...entities.keys(), ...quotes.keys()]),
    ]);
    for (const id of ids) {
      const [known, nowKnown] = [before.entities.get(id), after.entities.get(id)];
      const isQuoted = after.quotes.has(id);
      if (known === nowKnown && before.quotes.get(id) === after.quotes.get(id)) continue;
      if (known) this.#count(known, -1);
      if (nowKnown) this.#count(nowKnown, 1);
      const naming = this.#naming.get(id) ?? new Set();
      if (nowKnown || isQuoted) naming.add(article);
      else naming.delete(article);
      this.#naming.set(id, naming);
      this.#stale.add(id);
      this.#list = undefined;
    }
  }

  #count({ forms }: KnownEntity, by: 1 | -1): void {
    for (const form of forms.map(nameForm)) {
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
    const naming = [...(this.#naming.get(id) ?? [])].flatMap(
      (article) => this.#articles.get(article) ?? [],
    );
    if (naming.length === 0) this.#naming.delete(id);
    const known = naming.flatMap(({ entities }) => entities.get(id) ?? []);
    const entity = mostCommon(known.map((each) => each.entity));
    if (!entity) {
      this.#entities.delete(id);
      return;
    }
    this.#entities.set(id, {
      // What a person wrote about it in one article stays there.
      entity: { id, name: entity.name, type: entity.type },
      forms: [...new Set([entity.name, ...known.flatMap(({ forms }) => forms)])],
      mentions: sum(known.map(({ mentions }) => mentions)),
      articles: known.length,
      quotes: sum(naming.map(({ quotes }) => quotes.get(id) ?? 0)),
    });
  }
}

function saidBy(summary: ArticleSummary): Said {
  return {
    summary,
    entities: new Map(summary.entities.map((known) => [known.entity.id, known])),
    quotes: new Map(
      summary.quotes.flatMap(({ speaker, quotes }) =>
        speaker === undefined ? [] : [[speaker, quotes]],
      ),
    ),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** What most articles say of an entity; of what is said as often, the first in the order of the alphabet. */
function mostCommon(entities: readonly Entity[]): Entity | undefined {
  const said = new Map<string, { readonly entity: Entity; count: number }>();
  for (const entity of entities) {
    const words = JSON.stringify([entity.name, entity.type]);
    const same = said.get(words);
    if (same) same.count += 1;
    else said.set(words, { entity, count: 1 });
  }
  const [most] = [...said].sort(
    ([a, { count: ofA }], [b, { count: ofB }]) => ofB - ofA || (a < b ? -1 : 1),
  );
  return most?.[1].entity;
}
