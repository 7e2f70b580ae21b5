import type { ArticleSummary } from '../../core/corpus/articleSummary';
import { articleStatuses, type ArticleStatus } from '../../core/model/annotationSet';
import { listing, nothingListed, sortedListing, type Listing } from '../../host/listing';

/** A row of the view of articles: state → article. */
export type ArticleRow<File> = StatusRow<File> | FileRow<File>;

export interface StatusRow<File> {
  readonly kind: 'status';
  readonly id: string;
  readonly parent?: undefined;
  /** Undefined for articles that say nothing of it. */
  readonly status: ArticleStatus | undefined;
  /** In no order. */
  readonly articles: readonly File[];
}

export interface FileRow<File> {
  readonly kind: 'article';
  readonly id: string;
  readonly parent: StatusRow<File>;
  readonly article: File;
}

/** An article of the workspace. */
export interface ListedFile {
  /** The URI of its sidecar, under which the corpus has it. */
  readonly key: string;
  /** As a person knows it: in folders of the same name two articles may have the same. */
  readonly path: string;
  /** Undefined where it has no sidecar. */
  readonly summary: ArticleSummary | undefined;
}

/** Articles by state, those without one first, then as work goes on. */
export function articleGroups<File extends ListedFile>(files: Iterable<File>): StatusRow<File>[] {
  const byStatus = new Map<ArticleStatus | undefined, File[]>();
  for (const file of files) {
    const status = file.summary?.fields.status;
    const same = byStatus.get(status);
    if (same) same.push(file);
    else byStatus.set(status, [file]);
  }
  return [undefined, ...articleStatuses].flatMap((status) => {
    const articles = byStatus.get(status);
    return articles ? [{ kind: 'status' as const, id: status ?? 'none', status, articles }] : [];
  });
}

/** The rows below a row, those of articles by path; or the first ones. */
export function articleListing<File extends ListedFile>(
  groups: readonly StatusRow<File>[],
  row: ArticleRow<File> | undefined,
): Listing<ArticleRow<File>> {
  if (!row) return listing(groups, (group) => group);
  if (row.kind === 'article') return nothingListed;
  const byPath = (a: File, b: File) => {
    const [one, other] = a.path === b.path ? [a.key, b.key] : [a.path, b.path];
    return one < other ? -1 : 1;
  };
  const idOf = ({ key }: File) => `${row.id}/${key}`;
  const rowOf = (article: File) => ({
    kind: 'article' as const,
    id: idOf(article),
    parent: row,
    article,
  });
  return sortedListing(row.articles, byPath, rowOf, idOf);
}

/** How many of the articles are done. */
export function progressOf(groups: readonly StatusRow<unknown>[]): {
  readonly done: number;
  readonly all: number;
} {
  const count = (some: readonly StatusRow<unknown>[]) =>
    some.reduce((total, { articles }) => total + articles.length, 0);
  return { done: count(groups.filter(({ status }) => status === 'done')), all: count(groups) };
}

/** How many entities an article describes, how often it mentions them, and how many quotes it has. */
export function figuresOf({ entities, quotes }: ArticleSummary): {
  readonly entities: number;
  readonly mentions: number;
  readonly quotes: number;
} {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    entities: entities.length,
    mentions: sum(entities.map(({ mentions }) => mentions)),
    quotes: sum(quotes.map((each) => each.quotes)),
  };
}
