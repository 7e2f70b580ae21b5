import type { Span } from './span';

/** What stands for an apostrophe between letters: news text mixes them up. */
export const apostrophes = "'’‘´";

/**
 * Words that Italian, French, Catalan, Portuguese and their neighbours elide before a vowel, without the
 * apostrophe. Not “sant”: in “Sant’Egidio” it belongs to the name.
 */
const elided = new Set(
  `l d c j m n s t v gl un all dell nell sull dall coll pell quest quell bell nessun alcun ciascun qualcun
  ogn com dov anch tutt senz mezz nient altr qu jusqu lorsqu puisqu quoiqu presqu quelqu entr`.split(
    /\s+/,
  ),
);

/** What may stand between a sentence before and the first word of the next one, or before a quoted one. */
const sentenceStart = /(?:\n\s*|[.!?…:][”“"»’)\]]*\s+|["“”„‟«»‹›「『‘'([]|[-–—•]\s+)$/u;

/** How far before a word, in UTF-16 code units, the start of a sentence is looked for. */
const lookBehind = 8;

/**
 * The part of a word that can be a name: without elided words before it (dell’|Ucraina, d’|Orsay, c’|è) and
 * without the English possessive behind it (Lavrov|’s).
 *
 * An elided word is one of a closed list, in lower case. In capitals it is one only where capitals say
 * nothing, at the start of a sentence, behind an opening quotation mark and in a word all in capitals
 * (L’|Ucraina, DELL’|UCRAINA), and even there a single letter other than L begins a name (D’Alema, N’Golo).
 * Elsewhere a capital belongs to the name: Dell’Utri, O’Neil, L’Espresso. Only the first apostrophes of a
 * word elide: Val-d’Oise is one name.
 */
export function nameWithin(text: string, word: Span): Span {
  const end = word.end - possessiveLength(text.slice(word.start, word.end));
  let { start } = word;
  for (;;) {
    const [part] = elision.exec(text.slice(start, end)) ?? [];
    if (part === undefined || !isElided(text, start, part, end)) return { start, end };
    start += part.length;
  }
}

const elision = new RegExp(`^\\p{L}+[${apostrophes}](?=\\p{L})`, 'u');
const possessive = new RegExp(`[${apostrophes}][sS]$`, 'u');

function possessiveLength(word: string): number {
  return possessive.test(word) ? 2 : 0;
}

function isElided(text: string, start: number, part: string, end: number): boolean {
  const letters = part.slice(0, -1);
  const lower = letters.toLowerCase();
  if (!elided.has(lower)) return false;
  if (letters === lower) return true;
  if (lower.length === 1 && lower !== 'l') return false;
  const rest = text.slice(start + part.length, end);
  const isInCapitals = /^\p{Lu}[\p{Lu}\p{M}\p{N}]/u.test(rest) && letters === letters.toUpperCase();
  return isInCapitals || isAtSentenceStart(text, start);
}

function isAtSentenceStart(text: string, offset: number): boolean {
  const isNearStart = offset < lookBehind;
  const before = text.slice(isNearStart ? 0 : offset - lookBehind, offset);
  return sentenceStart.test(isNearStart ? `\n${before}` : before);
}
