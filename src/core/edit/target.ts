import { describeSpan } from '../anchor/selector';
import type { Target } from '../model/annotation';
import { equal } from '../model/equal';
import { inOrder, type Span } from '../text/span';

/**
 * The target for spans of a text, its pieces in the order of the text. A piece that `previous` has already
 * keeps its selector, with all that a person has written there.
 */
export function targetFor(text: string, spans: readonly Span[], previous?: Target): Target {
  const ordered = inOrder(spans);
  const selectors = ordered.map((span) => {
    const at = previous?.spans?.findIndex(
      ({ start, end }) => start === span.start && end === span.end,
    );
    return (at === undefined ? undefined : previous?.selectors[at]) ?? describeSpan(text, span);
  });
  return { selectors, spans: ordered };
}

/** Whether two targets have the same places. */
export function samePlace(a: Target, spans: readonly Span[]): boolean {
  return (
    a.spans?.length === spans.length &&
    a.spans.every((span, i) => span.start === spans[i]?.start && span.end === spans[i].end)
  );
}

/** Whether two targets are the same words: at the same places, or, where those are not certain, written alike. */
export function sameTarget(a: Target, b: Target): boolean {
  return b.spans ? samePlace(a, b.spans) : equal(a, b);
}
