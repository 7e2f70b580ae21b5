import type { Span } from '../text/span';

const boundary = /[.!?…][)\]]*\s+(?=[^\p{Ll}\s])|[。！？]|[.!?؟]$/gu;
/** Titles and single letters before a full stop that ends no sentence. */
const abbreviation =
  /(?:^|[^\p{L}\p{M}\p{N}])(?:mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|sgt|st|jr|sr|prof|on|dott|ing|avv|sig|mons|\p{L}(?:\.\p{L})*)$/iu;

/** Whether a full stop behind these words abbreviates the last one: `Sen`, `U.S`. */
export function isAbbreviated(words: string): boolean {
  return abbreviation.test(words.slice(-12));
}

/** Where sentences end within a range: offsets behind the white space that follows. */
export function sentenceEnds(text: string, { start, end }: Span): number[] {
  const words = text.slice(start, end);
  return [...words.matchAll(boundary)]
    .filter(
      ({ 0: exact, index }) => !(exact.startsWith('.') && isAbbreviated(words.slice(0, index))),
    )
    .map(({ 0: exact, index }) => start + index + exact.length);
}
