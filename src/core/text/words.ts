import type { Span } from './span';

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/gu;

/** The word that the cursor touches: letters, marks, digits and inner hyphens. An elided article is not part of it. */
export function wordAt(text: string, offset: number): Span | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  let found: Span | undefined;
  for (const match of line.matchAll(wordPattern)) {
    const span = { start: lineStart + match.index, end: lineStart + match.index + match[0].length };
    // Between two words that touch ("l’|Ente") the one that begins at the cursor is meant.
    if (span.start <= offset && offset <= span.end) found = span;
  }
  return found;
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
