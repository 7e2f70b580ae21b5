import { firstIndex } from '../text/bisect';
import type { Span } from '../text/span';

/**
 * What is written for the same in another way, as one of them: quotation marks, apostrophes, dashes, white
 * space, and what is not seen at all. Keys are lists of characters.
 */
const alike: readonly (readonly [characters: string, folded: string])[] = [
  ['“”„‟«»‹›〝〞＂', '"'],
  ['‘’‚‛´`ʼ′', "'"],
  ['–—‒―−‐‑', '-'],
  ['…', '...'],
  ['\u00ad\u200b\u200c\u200d\u2060\ufeff', ''],
];
const foldings = new Map(
  alike.flatMap(([characters, folded]) =>
    Array.from(characters, (character) => [character.charCodeAt(0), folded] as const),
  ),
);

const whiteSpace = /\s/;
/** Accents of Latin, Greek and Cyrillic letters. Marks of other scripts are letters of their own. */
const accents = /[\u0300-\u036f]/g;
const isAccent = /[\u0300-\u036f]/;

function foldedUnit(unit: number): string {
  const known = foldings.get(unit);
  if (known !== undefined) return known;
  const character = String.fromCharCode(unit);
  const isOtherwise = whiteSpace.test(character)
    ? ' '
    : unit < 0x80 || (unit >= 0xd800 && unit <= 0xdfff)
      ? character
      : character.normalize('NFD').replace(accents, '');
  foldings.set(unit, isOtherwise);
  return isOtherwise;
}

/** What folding may change: all but letters, digits and marks of ASCII, without the backtick, with single spaces between. */
const foldable = /[^!-_a-~]*[^ -_a-~][^!-_a-~]*| {2,}/g;

/** The text of `FoldedText`, much sooner, for who need not know where its words stand in the original. */
export function foldedText(original: string): string {
  return original.replace(foldable, (run) => new FoldedText(run).text);
}

/**
 * A text without what cleaning, mending and converting it change and readers do not see: each run of white
 * space is one space, letters have no accents, however Unicode writes them, and marks of one kind are alike.
 * Two texts that differ in such things alone are the same. Its offsets are UTF-16 code units of its own.
 */
export class FoldedText {
  readonly text: string;
  readonly #original: string;
  /** The offset in the original of each code unit, and of the end. */
  readonly #offsets: Int32Array;

  constructor(original: string) {
    const offsets = new Int32Array(original.length * 3 + 1);
    let [text, length, copied] = ['', 0, 0];
    for (let at = 0; at < original.length; at += 1) {
      const folded = foldedUnit(original.charCodeAt(at));
      const isVerbatim = folded === original[at];
      const isRepeated = folded === ' ' && at > 0 && whiteSpace.test(original.charAt(at - 1));
      if (!isVerbatim || isRepeated) {
        text += original.slice(copied, at) + (isRepeated ? '' : folded);
        copied = at + 1;
      }
      const count = isRepeated ? 0 : folded.length;
      for (let i = 0; i < count; i += 1) offsets[length + i] = at;
      length += count;
    }
    offsets[length] = original.length;
    this.text = text + original.slice(copied);
    this.#original = original;
    this.#offsets = offsets.subarray(0, length + 1);
  }

  /** A span of the original as one of this text. */
  fold({ start, end }: Span): Span {
    return { start: this.#foldOffset(start), end: this.#foldOffset(end) };
  }

  /** A span of this text as one of the original, with the accents on its last letter. */
  unfold({ start, end }: Span): Span {
    const first = this.offsetAt(start);
    if (start >= end) return { start: first, end: first };
    const behind = this.offsetAt(end);
    let last = this.offsetAt(end - 1) + 1;
    while (last < behind && isAccent.test(this.#original.charAt(last))) last += 1;
    return { start: first, end: last };
  }

  /** The offset in the original of an offset of this text. */
  offsetAt(folded: number): number {
    return this.#offsets[folded] ?? 0;
  }

  /** Whether a line of the original ends between two offsets of this text. */
  hasLineEnd(start: number, end: number): boolean {
    return this.#original.slice(this.offsetAt(start), this.offsetAt(end)).includes('\n');
  }

  /** The line of the original that an offset is in, as a span of this text. */
  lineAt(offset: number): Span {
    const at = this.offsetAt(offset);
    const end = this.#original.indexOf('\n', at);
    return this.fold({
      start: at === 0 ? 0 : this.#original.lastIndexOf('\n', at - 1) + 1,
      end: end < 0 ? this.#original.length : end,
    });
  }

  #foldOffset(offset: number): number {
    return firstIndex(this.text.length, (index) => this.offsetAt(index) >= offset);
  }
}
