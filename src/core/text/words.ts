import { touches, type Span } from './span';
import { tokensAt } from './tokens';

/**
 * The word that the cursor touches: letters, marks, digits, and what joins them (see `tokensAt`). An elided
 * word and a possessive are words of their own: `dell`, `Ucraina` in “dell’Ucraina”.
 */
export function wordAt(text: string, offset: number): Span | undefined {
  const parts = tokensAt(text, { start: offset, end: offset }).flatMap(({ word, name }) => [
    { start: word.start, end: Math.max(word.start, name.start - 1) },
    name,
    { start: Math.min(word.end, name.end + 1), end: word.end },
  ]);
  // Between two words that touch ("l’|Ente") the one that begins at the cursor is meant.
  return parts.filter((part) => part.start < part.end && touches(part, offset)).at(-1);
}

/** The span without the white space at its ends, or undefined where nothing else is in it. */
export function trimmed(text: string, span: Span): Span | undefined {
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = span.end - (words.length - words.trimEnd().length);
  return start < end ? { start, end } : undefined;
}

/** The span of the line on which the offset stands, without its end of line: the paragraph of news text. */
export function paragraphAt(text: string, offset: number): Span {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}
