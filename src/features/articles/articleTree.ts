import type { ArticleSummary } from '../../core/corpus/articleSummary';
import { articleStatuses, type ArticleStatus } from '../../core/model/annotationSet';

/** A row of the view of articles: state → article. */
export type ArticleNode<File> = StatusNode<File> | FileNode<File>;

export interface StatusNode<File> {
  readonly kind: 'status';
  /** Undefined for articles that say nothing of it. */
  readonly status: ArticleStatus | undefined;
  readonly children: readonly FileNode<File>[];
}

interface FileNode<File> {
  readonly kind: 'article';
  readonly article: File;
}

/** An article of the corpus. */
export interface AnnotatedFile {
  /** Of the article, as a person knows it. */
  readonly path: string;
  readonly summary: ArticleSummary;
}

/** Articles by state, those without one first, then as work goes on; in each by path. */
export function articleTree<File extends AnnotatedFile>(files: Iterable<File>): StatusNode<File>[] {
  const byStatus = new Map<ArticleStatus | undefined, File[]>();
  for (const file of files) {
    const { status } = file.summary.fields;
    const same = byStatus.get(status);
    if (same) same.push(file);
    else byStatus.set(status, [file]);
  }
  return [undefined, ...articleStatuses].flatMap((status) => {
    const articles = byStatus.get(status) ?? [];
    articles.sort((a, b) => (a.path < b.path ? -1 : 1));
    const children = articles.map((article) => ({ kind: 'article' as const, article }));
    return children.length > 0 ? [{ kind: 'status' as const, status, children }] : [];
  });
}

/** How many of the articles are done. */
export function progressOf(tree: readonly StatusNode<unknown>[]): {
  readonly done: number;
  readonly all: number;
} {
  const count = (groups: readonly StatusNode<unknown>[]) =>
    groups.reduce((total, { children }) => total + children.length, 0);
  return { done: count(tree.filter(({ status }) => status === 'done')), all: count(tree) };
}

/** How often an article mentions entities, and how many quotes it has. */
export function figuresOf({ entities, quotes }: ArticleSummary): {
  readonly mentions: number;
  readonly quotes: number;
} {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    mentions: sum(entities.map(({ mentions }) => mentions)),
    quotes: sum(quotes.map((each) => each.quotes)),
  };
}
