import { removed, withConflict, type Conflict } from '../model/conflict';
import { equal } from '../model/equal';

/** One thing as three sets have it; undefined where a set does not have it. */
export interface ThreeWays<T> {
  readonly base?: T | undefined;
  readonly ours?: T | undefined;
  readonly theirs?: T | undefined;
}

/** One thing that both sides have, and the base perhaps. */
export interface BothWays<T> {
  readonly base?: T | undefined;
  readonly ours: T;
  readonly theirs: T;
}

/** What two sides make of a value; `theirs` is there where both have made something else of it. */
export interface MergedValue<T> {
  readonly value: T | undefined;
  readonly isDisputed: boolean;
}

/** A value as the side has it that has changed it; that of ours where both have, and not to the same. */
export function mergedValue<T>(
  { base, ours, theirs }: ThreeWays<T>,
  isSame: (a: T | undefined, b: T | undefined) => boolean = equal,
): MergedValue<T> {
  // What is the same may be written in two ways.
  if (isSame(ours, theirs)) return { value: equal(ours, base) ? theirs : ours, isDisputed: false };
  if (isSame(ours, base)) return { value: theirs, isDisputed: false };
  return { value: ours, isDisputed: !isSame(theirs, base) };
}

/** How two versions of one sort of thing are compared, and made one. */
export interface Kind<T> {
  readonly isSame: (a: T, b: T) => boolean;
  readonly merge: (ways: BothWays<T>) => T;
}

/**
 * What becomes of a thing: what one side has removed and the other has left alone is gone; what the other has changed
 * stays, in conflict.
 */
export function mergedItem<T extends { readonly conflict?: Conflict }>(
  { base, ours, theirs }: ThreeWays<T>,
  { isSame, merge }: Kind<T>,
): T | undefined {
  if (ours && theirs) return merge({ base, ours, theirs });
  const left = ours ?? theirs;
  if (!left || !base) return left;
  if (isSame(base, left)) return undefined;
  return withConflict(left, ours ? { theirs: removed } : { ours: removed });
}
