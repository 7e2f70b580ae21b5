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

/**
 * The span without white space and without the quotation marks at its ends: a pair around the whole, or
 * one that was selected by itself; undefined where nothing is left. `«a» and «b»` keeps its marks.
 */
export function withoutMarks(text: string, span: Span): Span | undefined {
  const outer = trimmed(text, span);
  if (!outer) return undefined;
  const words = text.slice(outer.start, outer.end);
  const [first, last] = [words.slice(0, 1), words.slice(1).slice(-1)];
  const inner = words.slice(1, -1);
  const isPair = markOrSingle.test(first) && markOrSingle.test(last);
  if (isPair && !(mark.test(first) && (inner.includes(first) || inner.includes(last)))) {
    return trimmed(text, { start: outer.start + 1, end: outer.end - 1 });
  }
  const isAlone = !mark.test(inner) && !isPair;
  return trimmed(text, {
    start: outer.start + (isAlone && mark.test(first) ? 1 : 0),
    end: outer.end - (isAlone && mark.test(last) ? 1 : 0),
  });
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

/**
 * Whether a mark stands before the span and one behind it; at a paragraph's end the latter may be missing,
 * but not for a single mark, which may be an apostrophe (`l’accordo`).
 */
function standsInMarks(text: string, span: Span): boolean {
  const before = text.slice(paragraphAt(text, span.start).start, span.start).trimEnd().slice(-1);
  const after = text.slice(span.end, paragraphAt(text, span.end).end).replace(/^[\s.,;:!?…]+/u, '');
  if (after === '') return mark.test(before);
  return markOrSingle.test(before) && markOrSingle.test(after.slice(0, 1));
}
