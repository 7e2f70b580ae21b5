import type { Span } from '../text/span';
import { paragraphAt } from '../text/words';

/** The only stretch in which two texts differ: it begins at the same offset in both. In UTF-16 code units. */
export interface Difference {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Where two texts differ, in whole lines. */
export function differenceOf(oldText: string, newText: string): Difference {
  const shorter = Math.min(oldText.length, newText.length);
  const before = commonLength(shorter, (at, length) => [
    oldText.slice(at, at + length),
    newText.slice(at, at + length),
  ]);
  const behind = commonLength(shorter - before, (at, length) => [
    sliceFromEnd(oldText, at, length),
    sliceFromEnd(newText, at, length),
  ]);
  const end = oldText.length - behind;
  return widened(oldText, newText, { start: before, end });
}

/** The stretch of both texts that holds a span of the old one and all that differs, in whole lines. */
export function widened(oldText: string, newText: string, { start, end }: Span): Difference {
  const oldEnd = paragraphAt(oldText, end).end;
  const newEnd = oldEnd + newText.length - oldText.length;
  return { start: paragraphAt(oldText, start).start, oldEnd, newEnd };
}

const sliceFromEnd = (text: string, at: number, length: number) =>
  text.slice(text.length - at - length, text.length - at);

/** Stretches so long are compared as a whole. */
const largest = 4096;

/** For how many code units two texts are alike. @param limit the most that they can be */
function commonLength(
  limit: number,
  slices: (at: number, length: number) => readonly [string, string],
): number {
  let common = 0;
  for (let length = largest; length >= 1; length /= 2) {
    while (common + length <= limit) {
      const [a, b] = slices(common, length);
      if (a !== b) break;
      common += length;
    }
  }
  return common;
}
