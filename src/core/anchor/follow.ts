import { diffChars } from 'diff';
import { firstIndex } from '../text/bisect';
import type { Span } from '../text/span';
import { Alignment } from './alignment';
import { FoldedText } from './folded';
import { likeness } from './likeness';
import { Tokens } from './tokens';
import { carried } from './weights';

const word = /[\p{L}\p{M}\p{N}\p{Cs}]/u;

/** Where spans of an old text stand in a new one, word by word. */
export class Follower {
  readonly #old: Tokens;
  readonly #new: Tokens;
  readonly #alignment: Alignment;

  /**
   * Both texts with LF as ends of line.
   * @param areOne whether they are known to be the same passage, so that all that is equal is the same
   */
  constructor(oldText: string, newText: string, areOne: boolean) {
    const vocabulary = new Map<string, number>();
    this.#old = new Tokens(new FoldedText(oldText), vocabulary);
    this.#new = new Tokens(new FoldedText(newText), vocabulary);
    this.#alignment = new Alignment(this.#old, this.#new, areOne);
  }

  /** The span in the new text, or undefined where its words are gone, or no longer together. */
  follow(span: Span): Span | undefined {
    const { start, end } = this.#old.folded.fold(span);
    const [starts, ends] = [this.#old.starts, this.#old.ends];
    const first = firstIndex(ends.length, (i) => (ends[i] ?? 0) > start);
    const behind = firstIndex(starts.length, (i) => (starts[i] ?? 0) >= end);
    if (first >= behind) return undefined;
    const chain = this.#longestChain(first, behind);
    const length = end - start;
    const now = chain
      ? {
          start: this.#startOf(start, first, chain.first),
          end: this.#endOf(end, behind - 1, chain.last),
        }
      : this.#mended({ start, end });
    if (!now || now.start >= now.end) return undefined;
    const isKept = chain && chain.length >= carried.kept * length;
    if (!isKept && !this.#areAlike({ start, end }, now)) return undefined;
    return this.#unfolded({ start, end }, now, chain);
  }

  /**
   * The span in the new text, without marks at its ends where the old one has words there; but a mark that was in
   * it already may follow its last word, as that of an abbreviation does.
   */
  #unfolded(old: Span, now: Span, chain: Chain | undefined): Span | undefined {
    const isWord = (tokens: Tokens, at: number) => word.test(tokens.folded.text.charAt(at));
    let { start, end } = now;
    if (isWord(this.#old, old.start)) while (start < end && !isWord(this.#new, start)) start += 1;
    const last = chain && this.#new.ends[this.#partnerOf(chain.last)];
    if (isWord(this.#old, old.end - 1) && end !== last)
      while (start < end && !isWord(this.#new, end - 1)) end -= 1;
    return start < end ? this.#new.folded.unfold({ start, end }) : undefined;
  }

  /** The largest part of the tokens whose partners stand in their order and near one another. */
  #longestChain(from: number, behind: number): Chain | undefined {
    const chains: Chain[] = [];
    for (const run of this.#runs(from, behind)) {
      let best = run;
      for (const chain of chains) {
        const length = chain.length + run.length - this.#foreignBetween(chain, run, from, behind);
        if (length > best.length) best = { ...run, first: chain.first, length };
      }
      chains.push(best);
    }
    return chains.reduce<Chain | undefined>(
      (longest, chain) => (longest && longest.length >= chain.length ? longest : chain),
      undefined,
    );
  }

  /**
   * How much the old text from outside of a span counts that stands between two parts of it now; without end where they
   * are in the wrong order, or too far apart. What was moved there by itself counts for nothing.
   */
  #foreignBetween(chain: Chain, run: Chain, from: number, behind: number): number {
    const [last, first] = [this.#partnerOf(chain.last), this.#partnerOf(run.first)];
    const isNear = first > last && first - last <= carried.farApart + run.first - chain.last;
    if (!isNear) return Infinity;
    let length = 0;
    for (let i = last + 1; i < first; i += 1) {
      const partner = this.#alignment.toOld[i] ?? -1;
      const isForeign = partner >= 0 && (partner < from || partner >= behind);
      if (isForeign && !this.#alignment.moved[i]) length += this.#new.extent(i, i + 1);
    }
    const isMoved = [last, first].some((i) => this.#alignment.moved[i]);
    return length > 0 && isMoved ? Infinity : Math.min(length, carried.foreign);
  }

  /** The runs of tokens that stand together in both texts. */
  *#runs(from: number, behind: number): Iterable<Chain> {
    for (let first = from; first < behind; first += 1) {
      const partner = this.#partnerOf(first);
      if (partner < 0) continue;
      let last = first;
      while (last + 1 < behind && this.#partnerOf(last + 1) === partner + last + 1 - first)
        last += 1;
      yield { first, last, length: this.#old.extent(first, last + 1) };
      first = last;
    }
  }

  #partnerOf(token: number): number {
    return this.#toNew[token] ?? -1;
  }

  get #toNew(): Int32Array {
    return this.#alignment.toNew;
  }

  get #toOld(): Int32Array {
    return this.#alignment.toOld;
  }

  /** Where a span begins that keeps its tokens from `kept` on. */
  #startOf(start: number, first: number, kept: number): number {
    const partner = this.#partnerOf(kept);
    const at = this.#new.starts[partner] ?? 0;
    if (kept === first) return at + Math.max(0, start - (this.#old.starts[kept] ?? 0));
    const [old, now] = [
      firstFree(this.#old, this.#toNew, kept),
      firstFree(this.#new, this.#toOld, partner),
    ];
    if (now === partner || !this.#beginAlike(old, now)) return at;
    if (old === first) return this.#new.starts[now] ?? at;
    const within = this.#compared([old, kept], [now, partner]);
    return within?.(start) ?? at;
  }

  #endOf(end: number, last: number, kept: number): number {
    const partner = this.#partnerOf(kept);
    const at = this.#new.ends[partner] ?? 0;
    if (kept === last) return at - Math.max(0, (this.#old.ends[kept] ?? 0) - end);
    const [old, now] = [
      lastFree(this.#old, this.#toNew, kept),
      lastFree(this.#new, this.#toOld, partner),
    ];
    if (now === partner || !this.#endAlike(old, now)) return at;
    if (old === last) return this.#new.ends[now] ?? at;
    const within = this.#compared([kept + 1, old + 1], [partner + 1, now + 1]);
    return within?.(end) ?? at;
  }

  /** Whether tokens of both texts follow the same one, or a line begins with both. */
  #beginAlike(old: number, now: number): boolean {
    const isFirst = this.#old.breakBefore(old) === 3 && this.#new.breakBefore(now) === 3;
    return isFirst || (old > 0 && this.#partnerOf(old - 1) === now - 1);
  }

  /** Whether the same one follows tokens of both texts, or a line ends with both. */
  #endAlike(old: number, now: number): boolean {
    const isLast = this.#old.breakBefore(old + 1) === 3 && this.#new.breakBefore(now + 1) === 3;
    return isLast || this.#partnerOf(old + 1) === now + 1;
  }

  /** A span of which no word is as it was, but most of the letters are. */
  #mended({ start, end }: Span): Span | undefined {
    const first = firstIndex(this.#old.length, (i) => (this.#old.ends[i] ?? 0) > start);
    for (const [[from, fromEnd], [to, toEnd]] of this.#replacedAt(first)) {
      const within = this.#compared([from, fromEnd], [to, toEnd]);
      if (!within) continue;
      const isFirst = start <= (this.#old.starts[from] ?? 0);
      const isLast = end >= (this.#old.ends[fromEnd - 1] ?? 0);
      return {
        start: isFirst ? (this.#new.starts[to] ?? 0) : within(start),
        end: isLast ? (this.#new.ends[toEnd - 1] ?? 0) : within(end),
      };
    }
    return undefined;
  }

  /** The tokens around one that have no partner, and those that stand in their place. */
  #replacedAt(index: number): [old: Run, now: Run][] {
    if (this.#partnerOf(index) !== -1) return [];
    const old: Run = [
      firstFree(this.#old, this.#toNew, index),
      lastFree(this.#old, this.#toNew, index) + 1,
    ];
    const behind = old[0] === 0 ? 0 : (this.#toNew[old[0] - 1] ?? -1) + 1;
    const before = (this.#toNew[old[1]] ?? this.#new.length) - 1;
    return [behind, before].flatMap((at) => {
      if (this.#toOld[at] !== -1) return [];
      const now: Run = [
        firstFree(this.#new, this.#toOld, at),
        lastFree(this.#new, this.#toOld, at) + 1,
      ];
      const isThere = this.#beginAlike(old[0], now[0]) && this.#endAlike(old[1] - 1, now[1] - 1);
      return isThere ? [[old, now]] : [];
    });
  }

  #areAlike(old: Span, now: Span): boolean {
    const [before, after] = [
      this.#old.folded.text.slice(old.start, old.end),
      this.#new.folded.text.slice(now.start, now.end),
    ];
    if (Math.max(before.length, after.length) > carried.maxLetters) return false;
    return likeness(before, after) >= carried.similarity;
  }

  /** Leads from offsets within old tokens to those within new ones, where most of the letters are the same. */
  #compared([from, fromEnd]: Run, [to, toEnd]: Run): ((offset: number) => number) | undefined {
    const [start, at] = [this.#old.starts[from] ?? 0, this.#new.starts[to] ?? 0];
    const before = this.#old.folded.text.slice(start, this.#old.ends[fromEnd - 1]);
    const after = this.#new.folded.text.slice(at, this.#new.ends[toEnd - 1]);
    const longest = Math.max(before.length, after.length);
    if (longest > carried.maxLetters) return undefined;
    const maxEditLength = before.length + after.length - 2 * carried.similarity * longest;
    if (maxEditLength < 0) return undefined;
    const letters = diffChars(before, after, { maxEditLength }) as Letters | undefined;
    if (!letters) return undefined;
    return (offset) => {
      let [a, b] = [start, at];
      for (const { added, removed, count } of letters) {
        if (added) b += count;
        else if (removed) {
          if (offset < a + count) return b;
          a += count;
        } else {
          if (offset <= a + count) return b + offset - a;
          [a, b] = [a + count, b + count];
        }
      }
      return b;
    };
  }
}

/** The first of the tokens of a line without partners just before one. */
function firstFree(tokens: Tokens, partners: Int32Array, index: number): number {
  let first = index;
  while (partners[first - 1] === -1 && tokens.breakBefore(first) < 3) first -= 1;
  return first;
}

function lastFree(tokens: Tokens, partners: Int32Array, index: number): number {
  let last = index;
  while (partners[last + 1] === -1 && tokens.breakBefore(last + 1) < 3) last += 1;
  return last;
}

/** What `diff` says of letters: nothing, where they differ too much. */
type Letters = readonly { added?: boolean; removed?: boolean; count: number }[];

/** Indices of tokens, the end exclusive. */
type Run = readonly [start: number, end: number];

/** Tokens of the old text, from the first to the last, whose partners follow one another. */
interface Chain {
  readonly first: number;
  readonly last: number;
  /** In UTF-16 code units of what is the same. */
  readonly length: number;
}
