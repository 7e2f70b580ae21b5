import search from 'approx-string-match';
import type { Span } from '../../../src/core/text/span';

// The matcher of Hypothesis's client after its public description (annotator/anchoring, types.ts and
// match-quote.ts of github.com/hypothesis/client): the quote is looked for word for word, else with up to half
// of its length in errors, at most 256; what is found is scored by likeness of the quote (50), the words before
// (20) and behind (20) and nearness to where it stood (2), and the best one is taken.

const contextLength = 32;
const maxErrors = 256;
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** What Hypothesis remembers of a span: its words, 32 UTF-16 code units on either side, and its offset. */
export interface HypothesisSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
}

export function hypothesisSelector(text: string, { start, end }: Span): HypothesisSelector {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
    start,
  };
}

interface Found extends Span {
  readonly errors: number;
}

function closest(text: string, words: string, errors: number): readonly Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length, errors: 0 });
  }
  return found.length > 0 ? found : search(text, words, errors);
}

/** From 0 to 1; words that are not there on either side differ in all. */
function likeness(text: string, words: string): number {
  if (words === '' || text === '') return 0;
  return 1 - (closest(text, words, words.length)[0]?.errors ?? words.length) / words.length;
}

export function findAsHypothesis(text: string, selector: HypothesisSelector): Span | undefined {
  const { exact, prefix, suffix, start } = selector;
  const score = (found: Found) => {
    const before = text.slice(Math.max(0, found.start - prefix.length), found.start);
    const behind = text.slice(found.end, found.end + suffix.length);
    return (
      weights.quote * (1 - found.errors / exact.length) +
      weights.prefix * (prefix === '' ? 1 : likeness(before, prefix)) +
      weights.suffix * (suffix === '' ? 1 : likeness(behind, suffix)) +
      weights.position * (1 - Math.abs(found.start - start) / text.length)
    );
  };
  const all = closest(text, exact, Math.min(maxErrors, exact.length / 2));
  let best: { readonly found: Found; readonly score: number } | undefined;
  for (const found of all) {
    const scored = { found, score: score(found) };
    if (!best || scored.score > best.score) best = scored;
  }
  return best && { start: best.found.start, end: best.found.end };
}
