import type { Partners } from './partners';
import { uniqueRuns } from './uniqueRuns';
import { passages } from './weights';

/** Matches passages by what stands once in either text, and as far around it as they are equal. */
export function matchUnique(partners: Partners): void {
  matchRuns(partners, passages.certainTokens, () => true);
  matchRuns(partners, passages.likelyTokens, (from, to, length) =>
    isLikely(partners, from, to, length),
  );
}

function matchRuns(
  partners: Partners,
  count: number,
  accepts: (from: number, to: number, length: number) => boolean,
): void {
  const { old, now, toNew, toOld } = partners;
  const [here, there] = uniqueRuns(old.ids, now.ids, count, toNew, toOld);
  for (const [run, at] of here) {
    const to = there.get(run);
    if (at < 0 || to === undefined || to < 0 || !partners.areFree(at, to)) continue;
    const { first, last } = sentenceAround(partners, at, to, count);
    const length = last - first + 1;
    if (length < count || !accepts(at + first, to + first, length)) continue;
    partners.matchRun({ from: at + first, to: to + first, count: length });
  }
  extend(partners);
}

/** From where to where two places are equal within their sentences, and for `count` tokens at least. */
function sentenceAround(
  partners: Partners,
  from: number,
  to: number,
  count: number,
): { first: number; last: number } {
  let [first, last] = [0, 0];
  while (
    !partners.isBreak(from + first, to + first) &&
    partners.areFree(from + first - 1, to + first - 1)
  ) {
    first -= 1;
  }
  while (partners.areFree(from + last + 1, to + last + 1)) {
    if (last + 1 >= count && partners.isBreak(from + last + 1, to + last + 1)) break;
    last += 1;
  }
  return { first, last };
}

function isLikely(partners: Partners, from: number, to: number, count: number): boolean {
  if (partners.old.extent(from, from + count) >= passages.likelyLength) return true;
  return partners.isWhole({ from, to, count });
}

/** Matches what is equal behind and before passages, when each has its own sentences. */
function extend(partners: Partners): void {
  const { toNew } = partners;
  for (let from = 0; from < toNew.length; from += 1) {
    const to = toNew[from] ?? -1;
    if (to >= 0 && partners.areFree(from + 1, to + 1)) partners.match(from + 1, to + 1);
  }
  for (let from = toNew.length - 1; from > 0; from -= 1) {
    const to = toNew[from] ?? -1;
    if (to > 0 && partners.areFree(from - 1, to - 1)) partners.match(from - 1, to - 1);
  }
}
