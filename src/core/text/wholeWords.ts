import type { Span } from './span';

/** Scripts whose words touch, or whose particles touch the words, so that nothing shows where a word ends. */
const spaceless =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}' +
  '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
/** A letter, mark or digit that makes a word longer, as the source of a pattern. */
export const letter = `(?!${spaceless})[\\p{L}\\p{M}\\p{N}]`;
/** Whether a word begins in such a script. */
export const startsSpaceless = new RegExp(`^${spaceless}`, 'u');
/** Whether a word ends in such a script. */
export const endsSpaceless = new RegExp(`${spaceless}$`, 'u');
const startsWithLetter = new RegExp(`^${letter}`, 'u');
const endsWithLetter = new RegExp(`${letter}$`, 'u');

/** Whether no further letter touches the words, or their script says nothing by that. */
export function isWhole(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  const isOpen = endsWithLetter.test(text.slice(Math.max(0, start - 2), start));
  const goesOn = startsWithLetter.test(text.slice(end, end + 2));
  return (!isOpen || startsSpaceless.test(words)) && (!goesOn || endsSpaceless.test(words));
}
