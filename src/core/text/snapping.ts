import { overlaps, type Span } from './span';
import { tokensAt } from './tokens';

/**
 * The name that a cursor stands in: the word without what is elided before it and without a possessive,
 * also where the cursor stands in those (del|l’Ucraina → Ucraina).
 */
export function nameAt(text: string, offset: number): Span | undefined {
  return tokensAt(text, { start: offset, end: offset }).at(-1)?.name;
}

/**
 * A selected name as it was meant: words that are selected in part are taken whole, and white space,
 * punctuation, elided words and a possessive at its ends are left out. Undefined where nothing is left.
 */
export function snappedName(text: string, span: Span): Span | undefined {
  if (span.start === span.end) return undefined;
  const names = tokensAt(text, span)
    .map(({ name }) => name)
    .filter((name) => overlaps(name, span));
  const [first, last] = [names[0], names.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** White space and what parts a passage from its neighbours, at its start and at its end. */
const outside = /[\s,;:–—،؛、，；：]/u;

/**
 * A selected passage (what was said, a cue) as it was meant: words that are selected in part are taken whole,
 * with what is elided before them; white space, commas, colons and dashes at its ends are left out, points
 * and other marks stay. Undefined where nothing is left.
 */
export function snappedPassage(text: string, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && outside.test(text.charAt(start))) start += 1;
  while (end > start && outside.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return undefined;
  return { start: wholeStart(text, start), end: wholeEnd(text, end) };
}

/** Behind an elided word a passage may begin; elsewhere within a word it begins with the word. */
function wholeStart(text: string, offset: number): number {
  const cut = tokenAround(text, offset);
  if (!cut) return characterAt(text, offset)?.start ?? offset;
  const { word, name } = cut;
  if (offset === name.start) return offset;
  return offset < name.start ? word.start : name.start;
}

/** Before a possessive a passage may end; elsewhere within a word it ends with the word. */
function wholeEnd(text: string, offset: number): number {
  const cut = tokenAround(text, offset);
  if (!cut) return characterAt(text, offset)?.end ?? offset;
  const { word, name } = cut;
  if (offset === name.end) return offset;
  return offset > name.end ? word.end : name.end;
}

/** The word that the offset is within. */
function tokenAround(text: string, offset: number) {
  return tokensAt(text, { start: offset, end: offset }).find(
    ({ word }) => word.start < offset && offset < word.end,
  );
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Characters are looked for so far around, in UTF-16 code units: a family of emoji has some 11. */
const reach = 32;

/** What a reader sees as one character, where the offset is within it. */
function characterAt(text: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - reach);
  const around = characters.segment(text.slice(from, offset + reach)).containing(offset - from);
  if (!around || around.index === offset - from) return undefined;
  const start = from + around.index;
  return { start, end: start + around.segment.length };
}
