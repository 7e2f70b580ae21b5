import type { Tokens } from './tokens';

/** Which tokens of an old and a new text are the same ones, as far as that was found out. */
export class Partners {
  readonly old: Tokens;
  readonly now: Tokens;
  /** For each token of the old text the index of the same one in the new text, or -1; and the other way. */
  readonly toNew: Int32Array;
  readonly toOld: Int32Array;

  constructor(old: Tokens, now: Tokens) {
    [this.old, this.now] = [old, now];
    this.toNew = new Int32Array(old.length).fill(-1);
    this.toOld = new Int32Array(now.length).fill(-1);
  }

  match(from: number, to: number): void {
    this.toNew[from] = to;
    this.toOld[to] = from;
  }

  /** Matches the tokens of a run, those that have no partner yet. */
  matchRun({ from, to, count }: Run): void {
    for (let i = 0; i < count; i += 1)
      if (this.areFree(from + i, to + i)) this.match(from + i, to + i);
  }

  part(from: number): void {
    this.toOld[this.toNew[from] ?? -1] = -1;
    this.toNew[from] = -1;
  }

  /** Whether two tokens are the same words and neither has a partner. */
  areFree(from: number, to: number): boolean {
    const id = this.old.ids[from];
    return (
      id !== undefined &&
      id === this.now.ids[to] &&
      this.toNew[from] === -1 &&
      this.toOld[to] === -1
    );
  }

  /** Whether a sentence or a line begins with a token, in either text. */
  isBreak(from: number, to: number): boolean {
    return this.old.breakBefore(from) >= 2 || this.now.breakBefore(to) >= 2;
  }

  /** Whether a run is all of a sentence or a line, or more, in both texts. */
  isWhole({ from, to, count }: Run): boolean {
    return [0, count].every(
      (i) => this.old.breakBefore(from + i) >= 2 && this.now.breakBefore(to + i) >= 2,
    );
  }

  /** Whether what is before a run and what is behind it stand together in the other text, on both sides. */
  isClosed({ from, to, count }: Run): boolean {
    return (
      standTogether(this.toNew, from, from + count) && standTogether(this.toOld, to, to + count)
    );
  }
}

/** Whether the partners of what is before some tokens and of what is behind them stand together. */
export function standTogether(partners: Int32Array, start: number, end: number): boolean {
  const [before, behind] = [partners[start - 1], partners[end]];
  return before === undefined || behind === undefined || behind === before + 1;
}

/** Tokens that stand in a row in both texts. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The runs of tokens without partners, `end` exclusive. */
export function freeRuns(partners: Int32Array): [start: number, end: number][] {
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
