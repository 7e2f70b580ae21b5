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
