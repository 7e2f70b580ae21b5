import * as vscode from 'vscode';
import { extentOf } from '../core/model/annotation';
import type { ArticleText } from '../core/text/articleText';
import { shortened } from '../core/text/shortened';
import type { Span } from '../core/text/span';
import { paragraphAt } from '../core/text/words';

/** Words shown around a place, in code points on either side. */
const around = 40;

/** So many code units hold one code point more than that, and another that is cut in two. */
const enough = 2 * (around + 1) + 1;

/** How a list shows a place: the words of its pieces, its line, and the words around it. */
export function placeRow(
  text: ArticleText,
  pieces: readonly Span[],
): { readonly label: string; readonly description: string } {
  const label = shortened(piecesIn(text, pieces));
  const context = shortened(contextOf(text.text, pieces), Infinity);
  return { label, description: vscode.l10n.t('line {0}: {1}', lineOf(text, pieces), context) };
}

/** The words of a place, its pieces joined by an ellipsis. */
export function piecesIn({ text }: ArticleText, pieces: readonly Span[]): string {
  return pieces.map(({ start, end }) => text.slice(start, end)).join(' … ');
}

/** The line in which a place begins, from 1, as in the editor. */
export function lineOf(text: ArticleText, [first]: readonly Span[]): number {
  return text.positionAt(first?.start ?? 0).line + 1;
}

/** The place with what stands around it in its paragraph. */
function contextOf(text: string, spans: readonly Span[]): string {
  const { start, end } = extentOf({ selectors: [], spans }) ?? { start: 0, end: 0 };
  const paragraph = paragraphAt(text, start);
  // A paragraph can be a whole article: no more of it is looked at than can be shown.
  const before = Array.from(text.slice(Math.max(paragraph.start, start - enough), start));
  const behind = Array.from(text.slice(end, Math.max(end, Math.min(paragraph.end, end + enough))));
  return [
    before.length > around ? '…' : '',
    ...before.slice(-around),
    text.slice(start, end),
    ...behind.slice(0, around),
    behind.length > around ? '…' : '',
  ].join('');
}
