import type { Span } from '../text/span';
import { paragraphAt } from '../text/words';
import { quotationsAt, quotationsIn, type Quotation } from './quotations';
import { reportingPhrasesIn } from './reportingPhrases';

/** Between two pieces of one quote, in UTF-16 units: `, ha aggiunto ieri il ministro degli Esteri, `. */
const longestBreak = 120;

/**
 * The content that a cursor at `offset` means: that of the innermost quotation which is not among the
 * `annotated` ones, with its other pieces that are not, if it is
 * split (`«…», ha detto Rossi, «…»`). Undefined outside of quotation marks.
 */
export function contentAt(
  text: string,
  offset: number,
  isAnnotated: (piece: Span) => boolean,
): Span[] | undefined {
  const quotations = quotationsAt(text, offset);
  const [innermost] = quotations;
  const free = quotations.find(({ content }) => !content.every(isAnnotated));
  return free ? contentOf(text, free, isAnnotated) : innermost && [...innermost.content];
}

/** The content of a quotation with that of the other pieces of the same quote that are not annotated. */
export function contentOf(
  text: string,
  quotation: Quotation,
  isAnnotated: (piece: Span) => boolean,
): Span[] {
  return piecesOf(text, quotation)
    .filter(
      ({ outer, content }) => outer.start === quotation.outer.start || !content.some(isAnnotated),
    )
    .flatMap(({ content }) => content);
}

/** A quotation with those before and behind it that are pieces of the same quote. */
function piecesOf(text: string, quotation: Quotation): Quotation[] {
  const all = quotationsIn(text, paragraphAt(text, quotation.outer.start));
  const pieces = [quotation];
  for (;;) {
    const [first, last] = [pieces[0] ?? quotation, pieces.at(-1) ?? quotation];
    const before = all.filter(({ outer }) => outer.end <= first.outer.start).at(-1);
    const behind = all.find(({ outer }) => outer.start >= last.outer.end);
    const goesOnFrom = before && isSplit(text, before, first) ? before : undefined;
    const goesOnTo = behind && isSplit(text, last, behind) ? behind : undefined;
    if (goesOnFrom) pieces.unshift(goesOnFrom);
    if (goesOnTo) pieces.push(goesOnTo);
    if (!goesOnFrom && !goesOnTo) return pieces;
  }
}

/**
 * Whether a quotation goes on in the next: only a reporting clause between commas stands between them, and
 * the next begins in lower case. A full stop between them leaves it open, so that they are not joined.
 */
function isSplit(text: string, first: Quotation, next: Quotation): boolean {
  const between = { start: first.outer.end, end: next.outer.start };
  const words = text.slice(between.start, between.end);
  const hasComma = /^\s*,/u.test(words) || text.slice(0, first.content.at(-1)?.end).endsWith(',');
  return (
    hasComma &&
    words.length <= longestBreak &&
    /^[^.;:!?\n]*,\s*$/u.test(words) &&
    /^\p{Ll}/u.test(text.slice(next.content[0]?.start)) &&
    reportingPhrasesIn(text, between).length > 0
  );
}
