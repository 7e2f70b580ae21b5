import { apostrophes, nameWithin } from './elision';
import { overlaps, type Span } from './span';

/** A word as it is written, without white space, and the part of it that can be a name. */
export interface Token {
  /** With elided words and a possessive: `dell’Ucraina`, `Lavrov’s`. */
  readonly word: Span;
  /** Without them (see `nameWithin`): `Ucraina`, `Lavrov`. */
  readonly name: Span;
}

// A letter or digit with its marks and invisible joiners, so that no character is cut.
const piece = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*`;
/**
 * What joins pieces: hyphens, apostrophes, “&” (AT&T), the point of Catalan (Il·lustre), a soft hyphen,
 * points and commas within numbers, and the double mark of Hebrew abbreviations (UAX #29, WB7b).
 */
const joint = String.raw`(?:[-‐‑&·\u00ad${apostrophes}]|(?<=\p{N})[.,](?=\p{N})|(?<=\p{sc=Hebrew})["״](?=\p{sc=Hebrew}))`;
/** Initials, with their last point where it is written: U.S., S.p.A., J.R.R., Ph.D., В.В. */
const initials = String.raw`(?:\p{L}\p{M}*\.)+\p{Lu}(?![\p{L}\p{M}\p{N}.])|(?:\p{L}\p{M}*|\p{Lu}\p{Ll})\.(?:-?\p{L}\p{M}*\.)+`;
/** Short forms in names, which keep their point too; a single capital does before what goes on (Sara G., 32). */
const shortForms = String.raw`(?:St|Ste|Sta|Mt|Ft|Jr|Sr|Inc|Co|Corp|Ltd|Ltda|Bros|Cia)\.|\p{Lu}\.(?=[,;:)]|\s\p{Ll})`;
const part = `(?:${initials}|${piece})`;
const tokenPattern = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${shortForms})|${part}(?:${joint}${part})*`,
  'gu',
);

/** Scripts that write no spaces between words: there the dictionaries of `Intl.Segmenter` tell words apart. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
// The language only matters for a few Latin texts, so that one is as good as another; it must be the same everywhere.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Whether words of the text are not parted by spaces. */
export function isUnspaced(words: string): boolean {
  return unspaced.test(words);
}

/**
 * The words that the span touches or overlaps, in the order of the text. They hold inner hyphens, apostrophes
 * and the points of abbreviations, and no other punctuation.
 */
export function tokensAt(text: string, span: Span): Token[] {
  const end = runEnd(text, span.end);
  const tokens: Token[] = [];
  // The words of a run are the same, whatever is before it, so that the rest of a long text need not be read.
  tokenPattern.lastIndex = runStart(text, span.start);
  for (
    let match = tokenPattern.exec(text);
    match && match.index < end;
    match = tokenPattern.exec(text)
  ) {
    tokens.push(...tokensOf(text, { start: match.index, end: match.index + match[0].length }));
  }
  const around = { start: span.start - 1, end: span.end + 1 };
  return tokens.filter(({ word }) => overlaps(word, around));
}

function tokensOf(text: string, word: Span): Token[] {
  const words = text.slice(word.start, word.end);
  if (!isUnspaced(words)) return [{ word, name: nameWithin(text, word) }];
  return Array.from(segmenter.segment(words))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => {
      const span = { start: word.start + index, end: word.start + index + segment.length };
      return { word: span, name: span };
    });
}

/** What can stand in a word or join its pieces, halves of surrogate pairs included. */
const inRun = new RegExp(`[\\p{L}\\p{M}\\p{N}\\p{Cf}\\p{Cs}&·.,"״${apostrophes}‐‑-]`, 'u');

/** Where the characters around the offset begin that words can be made of. */
function runStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && inRun.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function runEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && inRun.test(text.charAt(end))) end += 1;
  return end;
}
