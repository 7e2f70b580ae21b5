import { samePlace } from '../edit/target';
import { wordsOf, type Target } from '../model/annotation';
import { equal } from '../model/equal';
import type { ThreeWays } from './threeWays';

/**
 * Whether two targets are one: at the same places, or, where a place is not certain, by the same words. Contexts say
 * nothing here, since they change with the text. The further keys of their pieces have to be the same.
 */
export function isSameTarget(a: Target | undefined, b: Target | undefined): boolean {
  if (!a || !b) return a === b;
  const isThere = a.spans && b.spans ? samePlace(a, b.spans) : wordsOf(a) === wordsOf(b);
  return isThere && equal(extrasOf(a), extrasOf(b));
}

/** The target that sides agree about, with its place where one of them has it. */
export function mergedTarget(
  value: Target | undefined,
  { ours, theirs }: ThreeWays<Target>,
): Target | undefined {
  if (!value || value.spans) return value;
  return [ours, theirs].find((each) => each?.spans && isSameTarget(each, value)) ?? value;
}

/** Targets with the same key are at the same places, or, where these are not certain, written alike. */
export function placeKey({ selectors, spans }: Target): string {
  if (spans) return spans.map(({ start, end }) => `${start}-${end}`).join(' ');
  const written = selectors.map(({ exact, prefix, suffix, occurrence }) => [
    exact,
    prefix,
    suffix,
    occurrence,
  ]);
  return JSON.stringify(written);
}

/** How many code units of the text two targets share. */
export function overlapOf(a: Target, b: Target): number {
  let shared = 0;
  for (const one of a.spans ?? []) {
    for (const other of b.spans ?? []) {
      const length = Math.min(one.end, other.end) - Math.max(one.start, other.start);
      shared += Math.max(0, length);
    }
  }
  return shared;
}

function extrasOf({ selectors }: Target): unknown[] {
  return selectors.map(({ extra = {} }) => extra);
}
