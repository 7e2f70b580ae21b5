import type { Span } from '../text/span';
import { trimmed, wordAt } from '../text/words';
import { withoutMarks } from './quotationMarks';

/**
 * The words that a selection means as something said: whole words, without white space and quotation marks around;
 * punctuation at the end belongs to what was said. Undefined where nothing is left.
 */
export function passageMeant(text: string, selected: Span): Span | undefined {
  const words = trimmed(text, selected);
  if (!words) return undefined;
  const [first, last] = [wordAt(text, words.start), wordAt(text, words.end)];
  return withoutMarks(text, {
    start: first && first.end > words.start ? first.start : words.start,
    end: last && last.start < words.end ? last.end : words.end,
  });
}
