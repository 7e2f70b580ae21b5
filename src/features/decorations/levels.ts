import type { Span } from '../../core/text/span';

// How deep spans are nested in each other. Spans stand in the order of the text (`compareSpans`); of two
// that cross, or that are the same, the one that comes first counts as the outer one.

/** For each span, how many levels are inside it: 0 where no other span is. */
export function levelsInside(spans: readonly Span[]): number[] {
  const levels = spans.map(() => 0);
  for (let i = spans.length - 1; i >= 0; i -= 1) {
    const end = spans[i]?.end ?? 0;
    for (let j = i + 1; j < spans.length && (spans[j]?.start ?? 0) < end; j += 1) {
      levels[i] = Math.max(levels[i] ?? 0, (levels[j] ?? 0) + 1);
    }
  }
  return levels;
}

/** For each span, how many levels are around it: 0 where it is in no other span. */
export function levelsAround(spans: readonly Span[]): number[] {
  let open: { readonly end: number; readonly level: number }[] = [];
  return spans.map(({ start, end }) => {
    open = open.filter((outer) => outer.end > start);
    const level = Math.max(-1, ...open.map((outer) => outer.level)) + 1;
    open.push({ end, level });
    return level;
  });
}
