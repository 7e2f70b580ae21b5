import { Followed, type Following } from '../../src/core/anchor/followed';
import type { Target } from '../../src/core/model/annotation';
import type { AnnotationSet } from '../../src/core/model/annotationSet';
import type { Span } from '../../src/core/text/span';
import type { TextEdit } from '../../src/core/text/textEdit';

/** A text that is edited, and annotations that follow. */
export class Edited {
  text: string;
  readonly #followed: Followed;
  #edits: TextEdit[] = [];

  constructor(first: AnnotationSet, words: string) {
    this.text = words;
    this.#followed = new Followed(first, words);
  }

  /** Puts words in the place of others. */
  replace({ start, end }: Span, words: string): this {
    this.text = this.text.slice(0, start) + words + this.text.slice(end);
    this.#edits.push({ span: { start, end }, length: words.length });
    return this;
  }

  follow(): Following {
    const edits = this.#edits;
    this.#edits = [];
    return this.#followed.follow(edits, this.text);
  }

  words({ spans }: Target): string[] | undefined {
    return spans?.map(({ start, end }) => this.text.slice(start, end));
  }
}
