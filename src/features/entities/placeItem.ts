import * as vscode from 'vscode';
import type { Change } from '../../core/model/change';
import type { Span } from '../../core/text/span';
import type { ArticleChange, CorpusArticle } from '../../workspace/articleStore';
import { placeRow } from '../../workspace/placeRow';
import { nameOf } from '../../workspace/sidecarFile';

/** A row of a pick for a place of an article. */
export interface PlaceItem extends vscode.QuickPickItem {
  readonly article: CorpusArticle;
  readonly span: Span;
}

/** The row of a place. */
export function placeItem(article: CorpusArticle, span: Span): PlaceItem {
  return { ...placeRow(article.file.text, [span]), article, span };
}

/** The rows with the name of its file above those of each article, where they are of several. */
export function byFile<T extends PlaceItem>(items: readonly T[]): (T | vscode.QuickPickItem)[] {
  const files = new Set(items.map(({ article }) => article.uri.toString()));
  if (files.size < 2) return [...items];
  return items.flatMap((item, index) => {
    const { uri } = item.article;
    if (items[index - 1]?.article.uri.toString() === uri.toString()) return [item];
    return [{ label: nameOf(uri), kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

/** The change of each article that some of the rows are of. */
export function changesOf<T extends PlaceItem>(
  items: readonly T[],
  changeOf: (article: CorpusArticle, items: readonly T[]) => Change,
): ArticleChange[] {
  const byArticle = new Map<CorpusArticle, T[]>();
  for (const item of items) {
    const own = byArticle.get(item.article);
    if (own) own.push(item);
    else byArticle.set(item.article, [item]);
  }
  return [...byArticle].map(([article, own]) => ({ ...article, change: changeOf(article, own) }));
}
