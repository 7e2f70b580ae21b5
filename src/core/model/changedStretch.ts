/** What of a list gives way to what, between what is the same before and behind. */
export interface ChangedStretch<T> {
  /** How many are the same before it. */
  readonly start: number;
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Finds how one list differs from another that was made of it: what is left where the very same objects at
 * both ends are taken away. One act changes little, in one place, of many thousands of annotations.
 */
export function changedStretch<T>(before: readonly T[], after: readonly T[]): ChangedStretch<T> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
  }
  return { start, removed: before.slice(start, endBefore), added: after.slice(start, endAfter) };
}
