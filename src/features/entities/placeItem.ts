import * as vscode from 'vscode';
import type { Change } from '../../core/model/change';
import type { Span } from '../../core/text/span';
import { shortened } from '../../core/text/shortened';
import { paragraphAt } from '../../core/text/words';
import type { ArticleChange, CorpusArticle } from '../../workspace/articleStore';
import { nameOf } from '../../workspace/sidecarFile';

/** A row of a pick for a place of an article. */
export interface PlaceItem extends vscode.QuickPickItem {
  readonly article: CorpusArticle;
  readonly span: Span;
}

/** Words shown around a place, in code points on either side. */
const around = 40;

/** So many code units hold one code point more than that, and another that is cut in two. */
const enough = 2 * (around + 1) + 1;

/** The words of the place, its line (from 1, as in the editor), and the words around it. */
export function placeItem(article: CorpusArticle, span: Span): PlaceItem {
  const { text } = article.file.text;
  const paragraph = paragraphAt(text, span.start);
  // A paragraph can be a whole article: no more of it is looked at than can be shown.
  const before = Array.from(text.slice(Math.max(paragraph.start, span.start - enough), span.start));
  const behind = Array.from(
    text.slice(span.end, Math.max(span.end, Math.min(paragraph.end, span.end + enough))),
  );
  const words = text.slice(span.start, span.end);
  const context = [
    before.length > around ? '…' : '',
    ...before.slice(-around),
    words,
    ...behind.slice(0, around),
    behind.length > around ? '…' : '',
  ].join('');
  const line = article.file.text.positionAt(span.start).line + 1;
  return {
    label: shortened(words),
    description: vscode.l10n.t('line {0}: {1}', line, shortened(context, Infinity)),
    article,
    span,
  };
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
