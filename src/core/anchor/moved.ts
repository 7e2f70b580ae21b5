import { freeRuns, type Partners, type Run } from './partners';
import { passages } from './weights';

/**
 * Gives up a few words elsewhere where others took their place, or whose place they took.
 * @param moved gets 1 for each token of the new text that was moved there by itself or with a few others
 */
export function dropStray(partners: Partners, moved: Uint8Array): void {
  const { toNew } = partners;
  for (let from = 0; from < toNew.length; from += 1) {
    const to = toNew[from] ?? -1;
    if (to < 0) continue;
    let end = from;
    while (toNew[end] === to + end - from) end += 1;
    const run = { from, to, count: end - from };
    const isWhole = partners.isBreak(from, to) && partners.isBreak(end, to + run.count);
    if (run.count < passages.movedTokens && !isWhole && !isInOrder(partners, run)) {
      if (partners.isClosed(run)) moved.fill(1, to, to + run.count);
      else for (let i = from; i < end; i += 1) partners.part(i);
    }
    from = end - 1;
  }
}

/**
 * Whether the partners of the tokens before and behind some stand before and behind theirs; one of both is enough in
 * the same sentence, as what is beyond it may have been moved by itself.
 */
function isInOrder({ old, now, toNew }: Partners, { from, to, count }: Run): boolean {
  let [before, behind] = [from - 1, from + count];
  while (toNew[before] === -1) before -= 1;
  while (toNew[behind] === -1) behind += 1;
  const [first, last] = [toNew[before] ?? -1, toNew[behind] ?? Infinity];
  if (first < to && to < last) return true;
  return (
    (first < to && old.areTogether(before, from) && now.areTogether(first, to)) ||
    (to < last && old.areTogether(from, behind) && now.areTogether(to, last))
  );
}

/** Follows a few words to another place nearby, if they left no gap there and fill none here. */
export function matchMoved(partners: Partners, moved: Uint8Array): void {
  const { old, now, toNew, toOld } = partners;
  const wordsOf = (ids: readonly number[], [start, end]: readonly [number, number]) =>
    ids.slice(start, end).join(' ');
  const byWords = new Map<string, [number, number][]>();
  for (const run of freeRuns(toOld)) {
    const words = wordsOf(now.ids, run);
    byWords.set(words, [...(byWords.get(words) ?? []), run]);
  }
  for (const [from, end] of freeRuns(toNew)) {
    const around = toNew[from - 1] ?? toNew[end] ?? -1;
    const [only, ...others] = (byWords.get(wordsOf(old.ids, [from, end])) ?? []).filter(
      ([to]) => Math.abs(to - around) <= passages.nearby,
    );
    if (!only || others.length > 0) continue;
    const run = { from, to: only[0], count: end - from };
    if (!partners.isClosed(run)) continue;
    partners.matchRun(run);
    moved.fill(1, ...only);
  }
}
