import type { QuoteKind } from '../model/annotation';
import type { Span } from '../text/span';
import { paragraphAt, trimmed } from '../text/words';

/**
 * Marks that open or close a quotation somewhere in the world. News text mixes them up (an opening mark
 * typed where the closing one belongs), so no mark is held to one side.
 */
const mark = /["“”„‟«»‹›「」『』〝〞＂]/u;
/** Single marks are apostrophes too, so they count only in pairs around a whole span. */
const markOrSingle = /["“”„‟«»‹›「」『』〝〞＂'‘’‚‛]/u;

/** The span without white space and one pair of quotation marks around it; undefined where nothing is left. */
export function withoutMarks(text: string, span: Span): Span | undefined {
  const outer = trimmed(text, span);
  if (!outer || outer.end - outer.start < 2) return outer;
  const isMarked = [text[outer.start], text[outer.end - 1]].every((c) =>
    markOrSingle.test(c ?? ''),
  );
  return isMarked ? trimmed(text, { start: outer.start + 1, end: outer.end - 1 }) : outer;
}

/**
 * The kind of a quote by the marks around its content (PARC 3.0): direct where each piece stands in
 * marks, mixed where some do or hold marked words, indirect where there are none.
 */
export function inferQuoteKind(text: string, content: readonly Span[]): QuoteKind {
  const isMarked = content.map((span) => standsInMarks(text, span));
  if (isMarked.every(Boolean)) return 'direct';
  const holdsMarks = content.some(({ start, end }) => mark.test(text.slice(start, end)));
  return isMarked.some(Boolean) || holdsMarks ? 'mixed' : 'indirect';
}

/** Whether a mark stands before the span and one behind it; at a paragraph's end the latter may be missing. */
function standsInMarks(text: string, span: Span): boolean {
  const before = text.slice(paragraphAt(text, span.start).start, span.start).trimEnd();
  const after = text.slice(span.end, paragraphAt(text, span.end).end).replace(/^[\s.,;:!?…]+/u, '');
  return (
    markOrSingle.test(before.slice(-1)) && (after === '' || markOrSingle.test(after.slice(0, 1)))
  );
}
