import type { CorpusEntity } from '../../core/corpus/corpus';
import { knownEntities, type KnownEntity } from '../../core/entities/knownEntities';
import type { EntityId, Mention } from '../../core/model/annotation';
import { mentionsOf, type AnnotationSet } from '../../core/model/annotationSet';
import type { Schema } from '../../core/model/schema';
import { mentionsAt } from '../../core/model/spanIndex';
import {
  listing,
  nothingListed,
  precededBy,
  sortedListing,
  type Listing,
} from '../../host/listing';
import { testOf, wordsOfEntity, type Test } from './filter';
import {
  byPath,
  compareNames,
  idBelow,
  idOfArticle,
  lineOf,
  lostMentions,
  lostRows,
  partRows,
  startOf,
  type ArticleRow,
  type CorpusArticles,
  type EntityRow,
  type ReadArticle,
  type Row,
  type Rows,
  type Source,
} from './rows';

/** How the view “Entities” shows entities. */
export interface EntityOptions {
  readonly grouping: 'type' | 'none';
  /** By how often they are mentioned, by name, or by where the article mentions them first. */
  readonly sorting: 'mentions' | 'name' | 'place';
  /** What is looked for; empty for nothing. */
  readonly filter: string;
}

/** How entities are sorted in a scope: a corpus has no order of places. */
export function sortingIn(
  scope: Source['scope'],
  sorting: EntityOptions['sorting'],
): EntityOptions['sorting'] {
  return scope === 'corpus' && sorting === 'place' ? 'mentions' : sorting;
}

/** The rows of the view “Entities”: type → entity → mention of an article; type → entity → article → mention of all. */
export class EntityRows implements Rows {
  readonly #source: Source;
  readonly #options: EntityOptions;
  readonly #test: Test | undefined;
  #groups: ReadonlyMap<string, readonly KnownEntity[]> | undefined;

  constructor(source: Source, options: EntityOptions) {
    this.#source = source;
    this.#options = options;
    this.#test = testOf(options.filter);
  }

  below(row: Row | undefined): Listing<Row> | Promise<Listing<Row>> {
    const source = this.#source;
    if (!row) return this.#roots();
    if (row.kind === 'type') return this.#entities(this.#byType().get(row.type) ?? [], row);
    if (row.kind === 'article') return this.#mentionsIn(row);
    if (source.scope === 'article') {
      if (row.kind === 'entity') return mentionRows(source.article, row.entity.id, row);
      return row.kind === 'lost' ? partRows(row, source.article) : nothingListed;
    }
    return row.kind === 'entity' ? articleRows(source.articles, row) : nothingListed;
  }

  wayTo({ uri, set }: ReadArticle, offset: number): readonly string[] | undefined {
    const [mention] = mentionsAt(set, offset);
    const known = mention && this.#find(mention.entity);
    if (!mention || !known || (this.#test && !this.#test(wordsOfEntity(known)))) return undefined;
    const entity = idOfEntity(mention.entity);
    const above = this.#source.scope === 'article' ? entity : idOfArticle(uri, entity);
    const index = mentionsOf(set, mention.entity).indexOf(mention);
    return [
      ...(this.#options.grouping === 'type' ? [idOfType(known.entity.type)] : []),
      ...new Set([entity, above]),
      idBelow(above, index),
    ];
  }

  *makeWords(): Generator<string, void, undefined> {
    for (const known of this.#all()) yield wordsOfEntity(known);
  }

  #roots(): Listing<Row> {
    const source = this.#source;
    const lost =
      source.scope === 'article' && !this.#test ? lostRows(lostMentions(source.article.set)) : [];
    if (this.#options.grouping === 'none') {
      return precededBy<Row>(lost, this.#entities(this.#shown()));
    }
    const groups = this.#byType();
    const types = listing(typesInOrder(groups.keys(), source.schema), (type) => ({
      kind: 'type' as const,
      id: idOfType(type),
      type,
      entities: groups.get(type)?.length ?? 0,
    }));
    return precededBy<Row>(lost, types);
  }

  /** All entities that there are, and pass the filter. */
  #shown(): readonly KnownEntity[] {
    const test = this.#test;
    return test ? this.#all().filter((known) => test(wordsOfEntity(known))) : this.#all();
  }

  #all(): readonly KnownEntity[] {
    const source = this.#source;
    return source.scope === 'article'
      ? knownEntities(source.article.set)
      : source.articles.corpus.entities;
  }

  #byType(): ReadonlyMap<string, readonly KnownEntity[]> {
    if (this.#groups) return this.#groups;
    const groups = new Map<string, KnownEntity[]>();
    for (const known of this.#shown()) {
      const same = groups.get(known.entity.type);
      if (same) same.push(known);
      else groups.set(known.entity.type, [known]);
    }
    this.#groups = groups;
    return groups;
  }

  #entities(all: readonly KnownEntity[], parent?: Row): Listing<Row> {
    const rowOf = (known: KnownEntity) => this.#entityRow(known, parent);
    return sortedListing(all, this.#compare(), rowOf, ({ entity }) => idOfEntity(entity.id));
  }

  #entityRow(known: KnownEntity | CorpusEntity, parent: Row | undefined): EntityRow {
    const { entity, mentions } = known;
    const source = this.#source;
    return {
      kind: 'entity',
      id: idOfEntity(entity.id),
      parent,
      entity,
      mentions,
      ...('articles' in known && { articles: known.articles }),
      ...(source.scope === 'article' && { uri: source.article.uri }),
    };
  }

  #compare(): (a: KnownEntity, b: KnownEntity) => number {
    const source = this.#source;
    const byName = (a: KnownEntity, b: KnownEntity) =>
      compareNames(a.entity.name, b.entity.name) || (a.entity.id < b.entity.id ? -1 : 1);
    const sorting = sortingIn(source.scope, this.#options.sorting);
    if (sorting === 'place' && source.scope === 'article') {
      const place = firstPlaces(source.article.set);
      return (a, b) => Math.sign(place(a.entity.id) - place(b.entity.id)) || byName(a, b);
    }
    return sorting === 'name' ? byName : (a, b) => b.mentions - a.mentions || byName(a, b);
  }

  #find(id: EntityId): KnownEntity | undefined {
    const source = this.#source;
    if (source.scope === 'corpus') return source.articles.corpus.get(id);
    return this.#all().find(({ entity }) => entity.id === id);
  }

  async #mentionsIn(row: ArticleRow): Promise<Listing<Row>> {
    const source = this.#source;
    if (source.scope !== 'corpus' || row.parent?.kind !== 'entity') return nothingListed;
    const article = await source.articles.read(row.article.uri);
    return article ? mentionRows(article, row.parent.entity.id, row) : nothingListed;
  }
}

function idOfType(type: string): string {
  return `t:${type}`;
}

function idOfEntity(id: EntityId): string {
  return `e:${id}`;
}

/** Types in the order of the schema, those that it does not know behind them as they come. */
function typesInOrder(types: Iterable<string>, schema: Schema): string[] {
  const there = new Set(types);
  const known = schema.types.map(({ id }) => id).filter((id) => there.has(id));
  return [...new Set([...known, ...there])];
}

/** The articles that mention an entity, by path. */
function articleRows(articles: CorpusArticles, parent: EntityRow): Listing<Row> {
  const { corpus } = articles;
  const { id } = parent.entity;
  const naming = corpus.articlesNaming(id).flatMap((key) => {
    const placed = articles.article(key);
    const said = corpus.knownIn(key, id);
    return placed && said && said.mentions > 0 ? [{ placed, count: said.mentions }] : [];
  });
  naming.sort((a, b) => byPath(a.placed, b.placed));
  return listing(naming, ({ placed, count }) => ({
    kind: 'article' as const,
    id: idOfArticle(placed.uri, parent.id),
    parent,
    article: placed,
    of: 'mentions' as const,
    count,
  }));
}

function mentionRows(
  { uri, set, text }: ReadArticle,
  entity: EntityId,
  parent: EntityRow | ArticleRow,
): Listing<Row> {
  return listing(mentionsOf(set, entity), (mention, index) => ({
    kind: 'mention' as const,
    id: idBelow(parent.id, index),
    parent,
    uri,
    mention,
    line: lineOf(mention.target, text),
  }));
}

/** Where each entity of an article is mentioned first. */
function firstPlaces(set: AnnotationSet): (id: EntityId) => number {
  const startOfFirst = ([first]: readonly Mention[]) => (first ? startOf(first.target) : Infinity);
  return (id) => Math.min(startOfFirst(mentionsOf(set, id)), Number.MAX_SAFE_INTEGER);
}
