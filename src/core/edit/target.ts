import { describeSpan } from '../anchor/selector';
import type { Target } from '../model/annotation';
import { inOrder, type Span } from '../text/span';

/** The target for spans of a text, its pieces in the order of the text, each of them once. */
export function targetFor(text: string, spans: readonly Span[]): Target {
  const ordered = inOrder(spans);
  return { selectors: ordered.map((span) => describeSpan(text, span)), spans: ordered };
}

/** Whether two targets have the same places. */
export function samePlace(a: Target, spans: readonly Span[]): boolean {
  return (
    a.spans?.length === spans.length &&
    a.spans.every((span, i) => span.start === spans[i]?.start && span.end === spans[i].end)
  );
}
