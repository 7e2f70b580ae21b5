import type { Span } from '../../../src/core/text/span';
import { movedBy } from '../../support/movedBy';

/** A span that is followed through edits. */
export interface Followed {
  /** Where its words stand now, or undefined where none of them is left. */
  readonly span: Span | undefined;
  /** How many UTF-16 code units of it were replaced, taken out or put in. */
  readonly touched: number;
}

/**
 * A text that is being edited, and spans of it that are followed: what is known of them is known from the
 * edits themselves, and not by looking for words.
 */
export class Edition {
  text: string;
  spans: readonly Followed[];

  constructor(text: string, spans: readonly Span[]) {
    this.text = text;
    this.spans = spans.map((span) => ({ span, touched: 0 }));
  }

  /** Puts other words in the place of a span's, which are gone: an annotation of nothing else is deleted. */
  replace(gone: Span, words: string): void {
    this.#follow(gone, words, (span) => gone.start <= span.start && span.end <= gone.end);
  }

  /** Writes the same words otherwise: an annotation of them stays. */
  rewrite(gone: Span, words: string): void {
    this.#follow(gone, words, () => false);
  }

  /** Takes a block out and puts it in elsewhere, at an offset outside of it. What it holds goes with it. */
  move(block: Span, to: number): void {
    const words = this.text.slice(block.start, block.end);
    const target = to > block.start ? to - words.length : to;
    const isCarried = this.spans.map(
      ({ span }) => span !== undefined && block.start <= span.start && span.end <= block.end,
    );
    const before = this.spans;
    this.spans = before.filter((_, i) => !isCarried[i]);
    this.replace(block, '');
    this.replace({ start: target, end: target }, words);
    const others = this.spans.values();
    this.spans = before.map((followed, i) => {
      if (!isCarried[i] || !followed.span) return others.next().value ?? followed;
      const { start, end } = followed.span;
      const by = target - block.start;
      return { ...followed, span: { start: start + by, end: end + by } };
    });
  }

  #follow(gone: Span, words: string, isLost: (span: Span) => boolean): void {
    const edit = { span: gone, length: words.length };
    const isInsertion = gone.start === gone.end;
    this.spans = this.spans.map((followed) => {
      const { span, touched } = followed;
      if (!span) return followed;
      const now = !isInsertion && isLost(span) ? undefined : movedBy(edit, span);
      const isWithin = gone.start < span.end && gone.end > span.start;
      const taken = Math.min(gone.end, span.end) - Math.max(gone.start, span.start);
      const put = isInsertion ? words.length : 0;
      return { span: now, touched: isWithin ? touched + taken + put : touched };
    });
    this.text = this.text.slice(0, gone.start) + words + this.text.slice(gone.end);
  }
}
