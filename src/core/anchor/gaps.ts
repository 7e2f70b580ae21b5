import { diffArrays } from 'diff';
import { freeRuns, type Partners, type Run } from './partners';
import { passages } from './weights';

/** Stretches of both texts without partners, between the same passages; `End` is exclusive. */
export interface Gap {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

/** Tokens that are equal in both parts of a gap. Lengths in UTF-16 code units. */
interface EqualRun extends Run {
  readonly length: number;
  /** How much was replaced between it and the run before it or the beginning of the gap; and behind it. */
  readonly before: number;
  readonly behind: number;
}

/** Matches what is the same between two passages that follow one another in both texts. */
export function matchGaps(partners: Partners, areOne: boolean): void {
  for (const [from, fromEnd] of freeRuns(partners.toNew)) {
    const matched = gapsAt(partners, from, fromEnd).map((gap) =>
      trustedRuns(partners, gap, areOne),
    );
    const size = (runs: readonly Run[]) => runs.reduce((sum, { count }) => sum + count, 0);
    matched.sort((a, b) => size(b) - size(a));
    for (const run of matched.flat()) partners.matchRun(run);
  }
}

/** What is free in the new text behind the passage before some tokens, and before the one behind them. */
function gapsAt({ toNew, toOld }: Partners, from: number, fromEnd: number): Gap[] {
  const to = from === 0 ? 0 : (toNew[from - 1] ?? -1) + 1;
  const toEnd = fromEnd === toNew.length ? toOld.length : (toNew[fromEnd] ?? 0);
  let [end, start] = [to, toEnd];
  while (toOld[end] === -1) end += 1;
  while (toOld[start - 1] === -1) start -= 1;
  const gaps = [{ from, fromEnd, to, toEnd: end }];
  if (start !== to) gaps.push({ from, fromEnd, to: start, toEnd });
  return gaps.filter((gap) => gap.toEnd > gap.to);
}

/** What is equal in a gap and is not so by chance. */
function trustedRuns(partners: Partners, gap: Gap, areOne: boolean): readonly Run[] {
  const runs = equalRuns(partners, gap);
  const equal = runs.reduce((sum, { length }) => sum + length, 0);
  const lengths = [
    partners.old.extent(gap.from, gap.fromEnd),
    partners.now.extent(gap.to, gap.toEnd),
  ];
  const [shorter, longer] = [Math.min(...lengths), Math.max(...lengths)];
  const isTrusted =
    areOne ||
    longer <= passages.shortGap ||
    equal >= passages.share * longer ||
    equal >= passages.shareOfShorter * shorter;
  if (isTrusted) return runs;
  return [...supported(runs, 'before'), ...supported([...runs].reverse(), 'behind')];
}

/** What is the same in both parts of a gap, and how much else there is before and behind it. */
function equalRuns(partners: Partners, gap: Gap): EqualRun[] {
  const { old, now } = partners;
  const { from, fromEnd, to, toEnd } = gap;
  let [lastFrom, lastTo] = [from, to];
  const replacedUpTo = (a: number, b: number) => {
    const [gone, put] = [old.extent(lastFrom, a), now.extent(lastTo, b)];
    return Math.min(gone, put) + passages.oneSided * Math.max(gone, put);
  };
  const runs = diffRuns(partners, gap).map((run) => {
    const before = replacedUpTo(run.from, run.to);
    [lastFrom, lastTo] = [run.from + run.count, run.to + run.count];
    return { ...run, length: old.extent(run.from, lastFrom), before };
  });
  const rest = replacedUpTo(fromEnd, toEnd);
  return runs.map((run, i) => {
    const [before, behind] = [run.before, runs[i + 1]?.before ?? rest];
    // What is beyond the end of a sentence stayed by itself, and says nothing of this one.
    const most = Math.max(before, behind);
    if (partners.isWhole(run)) return { ...run, before: 0, behind: 0 };
    return {
      ...run,
      before: partners.isBreak(run.from, run.to) ? most : before,
      behind: endsSentence(partners, run) ? most : behind,
    };
  });
}

function endsSentence(partners: Partners, { from, to, count }: Run): boolean {
  return [0, 1].some((i) => partners.isBreak(from + count + i, to + count + i));
}

/** The longest common subsequence of both parts of a gap, in runs; none where they differ too much. */
export function diffRuns({ old, now }: Partners, { from, fromEnd, to, toEnd }: Gap): Run[] {
  const changes = diffArrays(old.ids.slice(from, fromEnd), now.ids.slice(to, toEnd), {
    maxEditLength: passages.maxDifferences,
  }) as readonly { added?: boolean; removed?: boolean; count: number }[] | undefined;
  const runs: Run[] = [];
  let [a, b] = [from, to];
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) runs.push({ from: a, to: b, count });
    if (!added) a += count;
    if (!removed) b += count;
  }
  return runs;
}

/** The runs up to the last one that, with those before it, is more than what was replaced. */
function supported(runs: readonly EqualRun[], side: 'before' | 'behind'): readonly EqualRun[] {
  let [score, count] = [0, 0];
  runs.forEach((run, i) => {
    score += run.length - run[side];
    if (score < 0) return;
    [score, count] = [0, i + 1];
  });
  return runs.slice(0, count);
}
