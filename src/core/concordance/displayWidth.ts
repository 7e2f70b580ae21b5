import { eastAsianWidth } from 'get-east-asian-width';

/** What takes one column for each code unit: Latin letters and marks of common punctuation. */
const isPlain = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many columns of an editor the words take: full-width characters two, combining marks none. */
export function displayWidth(words: string): number {
  if (isPlain.test(words)) return words.length;
  let width = 0;
  for (const { segment } of graphemes.segment(words)) width += widthOf(segment);
  return width;
}

/** The first characters of the words that take at most `width` columns; an ellipsis ends what is cut. */
export function cutEnd(words: string, width: number): string {
  if (isPlain.test(words)) return words.length <= width ? words : `${words.slice(0, width - 1)}…`;
  if (displayWidth(words) <= width) return words;
  return `${charactersWithin(segmentsOf(words), width - 1).join('')}…`;
}

/** The last characters that take at most `width` columns; an ellipsis begins what is cut. */
export function cutStart(words: string, width: number): string {
  if (isPlain.test(words)) return words.length <= width ? words : `…${words.slice(1 - width)}`;
  if (displayWidth(words) <= width) return words;
  return `…${charactersWithin(segmentsOf(words).reverse(), width - 1)
    .reverse()
    .join('')}`;
}

function segmentsOf(words: string): string[] {
  return Array.from(graphemes.segment(words), ({ segment }) => segment);
}

function charactersWithin(characters: readonly string[], width: number): string[] {
  let taken = 0;
  const end = characters.findIndex((character) => {
    taken += widthOf(character);
    return taken > width;
  });
  return end < 0 ? [...characters] : characters.slice(0, end);
}

/** The columns of one character as readers see it, whatever it is made of. */
function widthOf(grapheme: string): number {
  // What is to be shown as a picture is as wide as one; two letters of a country are its flag.
  if (grapheme.includes('\ufe0f') || /^\p{Regional_Indicator}{2}/u.test(grapheme)) return 2;
  const [first = ''] = grapheme;
  if (/^[\p{M}\p{Cf}\p{Cc}]/u.test(first)) return 0;
  return eastAsianWidth(first.codePointAt(0) ?? 0);
}
