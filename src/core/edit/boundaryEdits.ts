import { spansOf } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { mentionsAt, quotesAt } from '../model/spanIndex';
import type { Change } from '../model/change';
import { inferQuoteKind } from '../quotes/quotationMarks';
import { overlaps, touches, type Span } from '../text/span';
import { tokensAt, type Token } from '../text/tokens';
import { paragraphAt } from '../text/words';
import { samePlace, targetFor } from './target';

/** Which end of an annotation moves, and whether the annotation grows or shrinks by it. */
export interface BoundaryMove {
  readonly boundary: 'start' | 'end';
  readonly direction: 'extend' | 'shrink';
}

/** What a move does: the change, and the span as it is then. */
export interface MovedBoundary {
  readonly change: Change;
  readonly span: Span;
}

/**
 * Moves a boundary of the annotation at the cursor by one word: of the shortest mention, else of the piece of
 * the shortest quote. Undefined where there is no annotation or no word to move by: an annotation keeps one
 * word, stays in its paragraph, and does not take the place of another mention or piece.
 */
export function moveBoundary(
  set: AnnotationSet,
  text: string,
  offset: number,
  move: BoundaryMove,
): MovedBoundary | undefined {
  const [mention] = mentionsAt(set, offset);
  if (mention) {
    const moved = movedSpans(text, spansOf(mention.target), offset, move, ({ name }) => name);
    if (!moved || set.mentions.some(({ target }) => samePlace(target, moved.spans))) {
      return undefined;
    }
    const target = targetFor(text, moved.spans, mention.target);
    return { ...moved, change: { mentions: [{ before: mention, after: { ...mention, target } }] } };
  }
  const [quote] = quotesAt(set, offset);
  if (!quote) return undefined;
  const pieces = spansOf(quote.content);
  const moved = movedSpans(text, pieces, offset, move, ({ word }) => word);
  if (!moved) return undefined;
  const content = targetFor(text, moved.spans, quote.content);
  // A kind that a person has set otherwise than it follows from the marks stays.
  const isInferred = quote.kind === inferQuoteKind(text, pieces);
  const kind = isInferred ? inferQuoteKind(text, moved.spans) : quote.kind;
  return { ...moved, change: { quotes: [{ before: quote, after: { ...quote, kind, content } }] } };
}

/** The piece at the cursor moved, among the other pieces. `partOf` is what of a word an annotation holds. */
function movedSpans(
  text: string,
  pieces: readonly Span[],
  offset: number,
  move: BoundaryMove,
  partOf: (token: Token) => Span,
): { readonly spans: readonly Span[]; readonly span: Span } | undefined {
  const piece = pieces.find((each) => touches(each, offset));
  const span = piece && moved(text, piece, move, partOf);
  const others = pieces.filter((each) => each !== piece);
  if (!span || others.some((other) => overlaps(other, span))) return undefined;
  return { spans: [...others, span].sort((a, b) => a.start - b.start), span };
}

/** A word is looked for so far beyond a boundary, in UTF-16 code units: a paragraph may be a whole article. */
const reach = 500;

function moved(
  text: string,
  { start, end }: Span,
  { boundary, direction }: BoundaryMove,
  partOf: (token: Token) => Span,
): Span | undefined {
  const isExtended = direction === 'extend';
  if (boundary === 'start') {
    const from = isExtended ? Math.max(paragraphAt(text, start).start, start - reach) : start;
    const starts = tokensAt(text, { start: from, end: isExtended ? start : end })
      .map((token) => partOf(token).start)
      .filter((at) => at >= from && at < end);
    const at = isExtended
      ? starts.filter((each) => each < start).at(-1)
      : starts.find((each) => each > start);
    return at === undefined ? undefined : { start: at, end };
  }
  const to = isExtended ? Math.min(paragraphAt(text, end).end, end + reach) : end;
  const ends = tokensAt(text, { start: isExtended ? end : start, end: to })
    .map((token) => partOf(token).end)
    .filter((at) => at > start && at <= to);
  const at = isExtended
    ? ends.find((each) => each > end)
    : ends.filter((each) => each < end).at(-1);
  return at === undefined ? undefined : { start, end: at };
}
