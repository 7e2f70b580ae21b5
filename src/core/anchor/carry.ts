import type { Span } from '../text/span';
import { differenceOf, widened, type Difference } from './difference';
import { Follower } from './follow';

/**
 * Where spans of an old text stand in a new one. What both begin and end with costs no more than a comparison of
 * strings; words are compared only in the lines between.
 */
export class Carrier {
  readonly #old: string;
  readonly #new: string;
  readonly #areOne: boolean;
  readonly #difference: Difference;
  /** What is compared word by word: where the texts differ, and wider once a span reaches over the ends of that. */
  #compared: Difference;
  #follower: Follower | undefined;

  /**
   * Both texts with LF as ends of line.
   * @param areOne whether they are known to be the same passage, so that all that is equal is the same
   */
  constructor(oldText: string, newText: string, areOne = false) {
    [this.#old, this.#new, this.#areOne] = [oldText, newText, areOne];
    this.#difference = differenceOf(oldText, newText);
    this.#compared = this.#difference;
  }

  /** The span in the new text, or undefined where its words are gone, or no longer together. */
  carry(span: Span): Span | undefined {
    const { start, oldEnd, newEnd } = this.#difference;
    if (span.end <= start) return span;
    if (span.start >= oldEnd) return shifted(span, newEnd - oldEnd);
    this.#widen(span);
    const by = this.#compared.start;
    this.#follower ??= this.#newFollower();
    const now = this.#follower.follow(shifted(span, -by));
    return now && shifted(now, by);
  }

  #widen(span: Span): void {
    const { start, oldEnd } = this.#compared;
    if (start <= span.start && span.end <= oldEnd) return;
    const both = { start: Math.min(start, span.start), end: Math.max(oldEnd, span.end) };
    this.#compared = widened(this.#old, this.#new, both);
    this.#follower = undefined;
  }

  #newFollower(): Follower {
    const { start, oldEnd, newEnd } = this.#compared;
    const texts = [this.#old.slice(start, oldEnd), this.#new.slice(start, newEnd)] as const;
    return new Follower(...texts, this.#areOne);
  }
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
