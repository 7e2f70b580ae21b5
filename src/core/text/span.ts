/**
 * A stretch of an article's text, as wide as `end - start`.
 * Offsets are UTF-16 code units from the start of the article's LF text (see `ArticleText`), end exclusive.
 * In `a new bridge`, the span of `new` is `{ start: 2, end: 5 }`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Orders spans as they stand in the text: by start, the longer one first where two start together. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** The spans in the order of the text, each of them once. */
export function inOrder(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort(compareSpans);
  return ordered.filter((span, i) => {
    const before = ordered[i - 1];
    return before === undefined || compareSpans(before, span) !== 0;
  });
}

/** Whether the two share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a cursor at `offset` touches the span: at its first code unit, inside, or just behind its last. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether `inner` lies within `outer`; a span lies within itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
