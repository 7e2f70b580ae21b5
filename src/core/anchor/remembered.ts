import type { Span } from '../text/span';
import { wholeOf, type Sought } from './candidates';

/** Stretches are looked up by parts of the text so long, in UTF-16 code units. */
const part = 64;

/**
 * What the old text said, as far as selectors remember it that were found with all of their context: there the
 * new text says the same.
 */
export class Remembered {
  readonly #text: string;
  readonly #parts = new Map<number, Span[]>();

  /** @param text the folded new text */
  constructor(text: string) {
    this.#text = text;
  }

  /** A selector was found there, with its context. */
  add(start: number, length: number): void {
    const span = { start, end: start + length };
    for (let i = Math.floor(start / part); i * part < span.end; i += 1) {
      const spans = this.#parts.get(i);
      if (spans) spans.push(span);
      else this.#parts.set(i, [span]);
    }
  }

  /**
   * Whether words stood there in the old text too that are not the ones sought: what another selector remembers
   * of their surroundings is not what this one does.
   */
  contradicts(sought: Sought, place: Span, isExact: boolean): boolean {
    const whole = wholeOf(sought);
    const at = place.start - sought.prefix.length;
    return (this.#parts.get(Math.floor(place.start / part)) ?? []).some((span) => {
      if (span.start > place.start || span.end < place.end) return false;
      if (!isExact) return true;
      const start = Math.max(span.start, at);
      const end = Math.min(span.end, at + whole.length);
      return whole.slice(start - at, end - at) !== this.#text.slice(start, end);
    });
  }
}
