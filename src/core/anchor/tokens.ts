import type { FoldedText } from './folded';

const unspaced =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
/** A word, a character of a script without spaces between words, or any other mark. */
const tokenPattern = new RegExp(
  `${unspaced}|(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])+|[^\\s]`,
  'gu',
);
const sentenceEnd = /[.!?。！？][")\]]*$/;
const mark = /[^\p{L}\p{N}\p{M}]$/u;

/** The words and marks of a text, one after the other, without the white space between them. */
export class Tokens {
  readonly folded: FoldedText;
  /** The same number for the same words in all texts that share a vocabulary. */
  readonly ids: readonly number[];
  /** Where each begins in the folded text, in its UTF-16 code units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** What `breakBefore` found, plus one; 0 where it was not asked. */
  readonly #breaks: Uint8Array;

  /** @param vocabulary the numbers of words; new words are put into it */
  constructor(folded: FoldedText, vocabulary: Map<string, number>) {
    const [ids, starts, ends]: [number[], number[], number[]] = [[], [], []];
    for (const { 0: word, index } of folded.text.matchAll(tokenPattern)) {
      let id = vocabulary.get(word);
      if (id === undefined) vocabulary.set(word, (id = vocabulary.size));
      ids.push(id);
      starts.push(index);
      ends.push(index + word.length);
    }
    [this.folded, this.ids, this.starts, this.ends] = [folded, ids, starts, ends];
    this.#breaks = new Uint8Array(ids.length);
  }

  get length(): number {
    return this.ids.length;
  }

  /** How long the tokens from `start` to before `end` are, with what is between them. */
  extent(start: number, end: number): number {
    return start < end ? (this.ends[end - 1] ?? 0) - (this.starts[start] ?? 0) : 0;
  }

  /** How much of a break there is before a token: 3 a new line, 2 a new sentence, 1 a mark, 0 none. */
  breakBefore(index: number): number {
    const known = this.#breaks[index] ?? 0;
    if (known > 0) return known - 1;
    const found = this.#findBreak(index);
    this.#breaks[index] = found + 1;
    return found;
  }

  /** Whether two tokens, one behind the other, are in the same sentence. */
  areTogether(first: number, last: number): boolean {
    if (first < 0 || last >= this.length) return false;
    for (let i = first + 1; i <= last; i += 1) if (this.breakBefore(i) >= 2) return false;
    return true;
  }

  #findBreak(index: number): number {
    const [before, start] = [this.ends[index - 1], this.starts[index]];
    if (before === undefined || start === undefined) return 3;
    if (this.folded.hasLineEnd(before, start)) return 3;
    const words = this.folded.text.slice(Math.max(0, before - 3), before);
    if (sentenceEnd.test(words) && start > before) return 2;
    return mark.test(words) || mark.test(this.folded.text.charAt(start)) ? 1 : 0;
  }
}
