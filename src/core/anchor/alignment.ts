import { diffArrays } from 'diff';
import { slide } from './slide';
import type { Tokens } from './tokens';
import { uniqueRuns } from './uniqueRuns';
import { passages } from './weights';

/** Which token of an old text is which one of a new text. */
export class Alignment {
  readonly #old: Tokens;
  readonly #new: Tokens;
  /** For each token of the old text the index of the same one in the new text, or -1; and the other way. */
  readonly toNew: Int32Array;
  readonly toOld: Int32Array;

  constructor(oldTokens: Tokens, newTokens: Tokens, areOne: boolean) {
    [this.#old, this.#new] = [oldTokens, newTokens];
    this.toNew = new Int32Array(oldTokens.length).fill(-1);
    this.toOld = new Int32Array(newTokens.length).fill(-1);
    this.#matchUnique(passages.certainTokens, () => true);
    this.#matchUnique(passages.likelyTokens, (from, to, length) =>
      this.#isLikely(from, to, length),
    );
    this.#matchBetween(areOne);
    slide(this.toNew, this.toOld, oldTokens, newTokens);
    slide(this.toOld, this.toNew, newTokens, oldTokens);
    this.#dropStray();
    this.#matchMoved();
  }

  #match(from: number, to: number): void {
    this.toNew[from] = to;
    this.toOld[to] = from;
  }

  /** Whether two tokens are the same words and neither has a partner. */
  #areFree(from: number, to: number): boolean {
    const id = this.#old.ids[from];
    return (
      id !== undefined &&
      id === this.#new.ids[to] &&
      this.toNew[from] === -1 &&
      this.toOld[to] === -1
    );
  }

  /** Matches passages by what stands once in either text, and as far around it as they are equal. */
  #matchUnique(
    count: number,
    accepts: (from: number, to: number, length: number) => boolean,
  ): void {
    const [here, there] = uniqueRuns(this.#old.ids, this.#new.ids, count, this.toNew, this.toOld);
    for (const [run, at] of here) {
      const to = there.get(run);
      if (at < 0 || to === undefined || to < 0 || !this.#areFree(at, to)) continue;
      const { first, last } = this.#sentenceAround(at, to, count);
      if (last - first + 1 < count || !accepts(at + first, to + first, last - first + 1)) continue;
      for (let i = first; i <= last; i += 1) this.#match(at + i, to + i);
    }
    this.#extend();
  }

  /** From where to where two places are equal within their sentences, and for `count` tokens at least. */
  #sentenceAround(from: number, to: number, count: number): { first: number; last: number } {
    let [first, last] = [0, 0];
    while (
      !this.#isBreak(from + first, to + first) &&
      this.#areFree(from + first - 1, to + first - 1)
    ) {
      first -= 1;
    }
    while (this.#areFree(from + last + 1, to + last + 1)) {
      if (last + 1 >= count && this.#isBreak(from + last + 1, to + last + 1)) break;
      last += 1;
    }
    return { first, last };
  }

  /** Whether the run is all of a sentence or a line, or more, in both texts. */
  #isWhole({ from, to, count }: EqualRun): boolean {
    return [0, count].every(
      (i) => this.#old.breakBefore(from + i) >= 2 && this.#new.breakBefore(to + i) >= 2,
    );
  }

  #endsSentence({ from, to, count }: EqualRun): boolean {
    return [0, 1].some((i) => this.#isBreak(from + count + i, to + count + i));
  }

  /** Whether a sentence or a line begins with a token, in either text. */
  #isBreak(from: number, to: number): boolean {
    return this.#old.breakBefore(from) >= 2 || this.#new.breakBefore(to) >= 2;
  }

  /** Matches what is equal behind and before passages, when each has its own sentences. */
  #extend(): void {
    for (let from = 0; from < this.toNew.length; from += 1) {
      const to = this.toNew[from] ?? -1;
      if (to >= 0 && this.#areFree(from + 1, to + 1)) this.#match(from + 1, to + 1);
    }
    for (let from = this.toNew.length - 1; from > 0; from -= 1) {
      const to = this.toNew[from] ?? -1;
      if (to > 0 && this.#areFree(from - 1, to - 1)) this.#match(from - 1, to - 1);
    }
  }

  #isLikely(from: number, to: number, length: number): boolean {
    if (this.#old.extent(from, from + length) >= passages.likelyLength) return true;
    const sides = [this.#old.breakBefore(from), this.#old.breakBefore(from + length)];
    sides.push(this.#new.breakBefore(to), this.#new.breakBefore(to + length));
    return sides.every((side) => side >= 2);
  }

  /** Compares what is left between two passages that follow one another in both texts. */
  #matchBetween(areOne: boolean): void {
    for (const gap of this.#gaps()) {
      const runs = this.#equalRuns(gap);
      const equal = runs.reduce((sum, { length }) => sum + length, 0);
      const longest = Math.max(
        this.#old.extent(gap.from, gap.fromEnd),
        this.#new.extent(gap.to, gap.toEnd),
      );
      const isTrusted = areOne || longest <= passages.shortGap || equal >= passages.share * longest;
      const trusted = isTrusted
        ? runs
        : [...supported(runs, 'before'), ...supported([...runs].reverse(), 'behind')];
      for (const { from, to, count } of trusted) {
        for (let i = 0; i < count; i += 1) this.#match(from + i, to + i);
      }
    }
  }

  /** What is the same in both parts of a gap, and how much else there is before and behind it. */
  #equalRuns({ from, fromEnd, to, toEnd }: Gap): EqualRun[] {
    const changes = diffArrays(this.#old.ids.slice(from, fromEnd), this.#new.ids.slice(to, toEnd), {
      maxEditLength: passages.maxDifferences,
    }) as readonly { added?: boolean; removed?: boolean; count: number }[] | undefined;
    const runs: EqualRun[] = [];
    let [a, b] = [from, to];
    let [lastA, lastB] = [from, to];
    const replacedUpTo = (endA: number, endB: number) => {
      const [gone, put] = [this.#old.extent(lastA, endA), this.#new.extent(lastB, endB)];
      return Math.min(gone, put) + passages.oneSided * Math.max(gone, put);
    };
    for (const { added, removed, count } of changes ?? []) {
      if (!added && !removed) {
        const length = this.#old.extent(a, a + count);
        runs.push({ from: a, to: b, count, length, before: replacedUpTo(a, b), behind: 0 });
        [lastA, lastB] = [a + count, b + count];
      }
      if (!added) a += count;
      if (!removed) b += count;
    }
    const rest = replacedUpTo(fromEnd, toEnd);
    return runs.map((run, i) => {
      const [before, behind] = [run.before, runs[i + 1]?.before ?? rest];
      // What is beyond the end of a sentence stayed by itself, and says nothing of this one.
      const most = Math.max(before, behind);
      if (this.#isWhole(run)) return { ...run, before: 0, behind: 0 };
      return {
        ...run,
        before: this.#isBreak(run.from, run.to) ? most : before,
        behind: this.#endsSentence(run) ? most : behind,
      };
    });
  }

  /** The stretches without partners that stand between the same two passages, or at the same end. */
  *#gaps(): Iterable<Gap> {
    for (let from = 0; from < this.toNew.length; from += 1) {
      if (this.toNew[from] !== -1) continue;
      let fromEnd = from;
      while (this.toNew[fromEnd] === -1) fromEnd += 1;
      const before = from === 0 ? -1 : (this.toNew[from - 1] ?? -1);
      const behind = fromEnd === this.toNew.length ? this.toOld.length : this.toNew[fromEnd];
      for (const gap of this.#gapsAt(before + 1, behind ?? 0)) yield { from, fromEnd, ...gap };
      from = fromEnd;
    }
  }

  /** What is free in the new text from one place on, and what is up to the other one. */
  #gapsAt(to: number, toEnd: number): { to: number; toEnd: number }[] {
    let [end, start] = [to, toEnd];
    while (this.toOld[end] === -1) end += 1;
    while (this.toOld[start - 1] === -1) start -= 1;
    const gaps = [{ to, toEnd: end }];
    if (start !== to) gaps.push({ to: start, toEnd });
    return gaps.filter((gap) => gap.toEnd > gap.to);
  }

  /** Gives up a few words elsewhere where others took their place, or whose place they took. */
  #dropStray(): void {
    for (let from = 0; from < this.toNew.length; from += 1) {
      const to = this.toNew[from] ?? -1;
      if (to < 0) continue;
      let end = from;
      while (this.toNew[end] === to + end - from) end += 1;
      const last = to + end - from;
      const isWhole = this.#isBreak(from, to) && this.#isBreak(end, last);
      if (end - from < passages.certainTokens && !isWhole && !this.#isInOrder(from, end)) {
        const isMoved = isClosed(this.toNew, from, end) && isClosed(this.toOld, to, last);
        for (let i = from; i < end && !isMoved; i += 1) this.#part(i);
      }
      from = end - 1;
    }
  }

  #part(from: number): void {
    this.toOld[this.toNew[from] ?? -1] = -1;
    this.toNew[from] = -1;
  }

  /** Whether the partners of the tokens before and behind some stand before and behind theirs. */
  #isInOrder(from: number, end: number): boolean {
    let [before, behind] = [from - 1, end];
    while (this.toNew[before] === -1) before -= 1;
    while (this.toNew[behind] === -1) behind += 1;
    const to = this.toNew[from] ?? -1;
    return (this.toNew[before] ?? -1) < to && to < (this.toNew[behind] ?? Infinity);
  }

  /** Follows a few words to another place nearby, if they left no gap there and fill none here. */
  #matchMoved(): void {
    const wordsOf = (ids: readonly number[], [start, end]: readonly [number, number]) =>
      ids.slice(start, end).join(' ');
    const byWords = new Map<string, [number, number][]>();
    for (const run of freeRuns(this.toOld)) {
      const words = wordsOf(this.#new.ids, run);
      byWords.set(words, [...(byWords.get(words) ?? []), run]);
    }
    for (const run of freeRuns(this.toNew)) {
      const around = this.toNew[run[0] - 1] ?? this.toNew[run[1]] ?? -1;
      const [only, ...others] = (byWords.get(wordsOf(this.#old.ids, run)) ?? []).filter(
        ([to]) => Math.abs(to - around) <= passages.nearby,
      );
      if (!only || others.length > 0) continue;
      if (!isClosed(this.toNew, ...run) || !isClosed(this.toOld, ...only)) continue;
      for (let i = 0; run[0] + i < run[1]; i += 1) this.#match(run[0] + i, only[0] + i);
    }
  }
}

/** Whether what is before some tokens and what is behind them stand together in the other text. */
function isClosed(partners: Int32Array, start: number, end: number): boolean {
  const [before, behind] = [partners[start - 1], partners[end]];
  return before === undefined || behind === undefined || behind === before + 1;
}

/** Tokens that are equal in both parts of a gap. Lengths in UTF-16 code units. */
interface EqualRun {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly length: number;
  /** How much was replaced between it and the run before it or the beginning of the gap; and behind it. */
  readonly before: number;
  readonly behind: number;
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

interface Gap {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

/** The runs of tokens without partners, `end` exclusive. */
function freeRuns(partners: Int32Array): [start: number, end: number][] {
  const runs: [number, number][] = [];
  for (let start = 0; start < partners.length; start += 1) {
    if (partners[start] !== -1) continue;
    let end = start;
    while (partners[end] === -1) end += 1;
    runs.push([start, end]);
    start = end;
  }
  return runs;
}
