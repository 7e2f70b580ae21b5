import type { ArticleText } from '../../core/text/articleText';
import type { Span } from '../../core/text/span';

/** Lines of an editor, zero-based, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** The lines on the screen, and as many before and behind them, so that most scrolling finds all done. */
export function withMargin({ first, last }: Lines, lineCount: number): Lines {
  const height = last - first + 1;
  return { first: Math.max(0, first - height), last: Math.min(lineCount - 1, last + height) };
}

/** Whether all of `inner` is among `outer`. */
export function containsLines(outer: Lines, inner: Lines): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** The words of the lines, which must exist. */
export function stretchOf(text: ArticleText, { first, last }: Lines): Span {
  return { start: text.lineSpan(first).start, end: text.lineSpan(last).end };
}
