import type { Span } from '../../src/core/text/span';
import type { TextEdit } from '../../src/core/text/textEdit';

/**
 * Where the words of a span stand after an edit, as one knows it who has made it: they grow with what is
 * written inside, and not with what is written at their ends. Undefined where none of them is left.
 */
export function movedBy({ span: gone, length }: TextEdit, span: Span): Span | undefined {
  const growth = length - (gone.end - gone.start);
  if (gone.start >= span.end) return span;
  if (gone.end <= span.start) return { start: span.start + growth, end: span.end + growth };
  const start = gone.start < span.start ? gone.start + length : span.start;
  const end = gone.end > span.end ? gone.start : span.end + growth;
  return start < end ? { start, end } : undefined;
}
