import type { Span } from '../text/span';
import { soughtOf, wholeOf } from './candidates';
import { Carrier } from './carry';
import { findSelectors, type Anchoring } from './find';
import { FoldedText } from './folded';
import { occurrencesOf } from './occurrences';
import { resolveSelector } from './resolve';
import type { Selector } from './selector';

/** A selector, and the text that it was written for where that is at hand. With LF as ends of line. */
export interface WrittenSelector {
  readonly selector: Selector;
  readonly text: string | undefined;
  /**
   * Whether it had no certain place when it was last written. Then only its very words with all of their
   * context are, standing once: what was reported once is not decided otherwise by what stands around it now.
   */
  readonly wasLost?: boolean;
}

/**
 * Where selectors stand in a text: by their number in the text that they were written for; in another one
 * carried from text to text where the old one is at hand, else found by their words and contexts. What is not
 * certain has no place, only candidates. Texts have LF as ends of line, and spans are UTF-16 code units of `text`.
 * @param lists selectors that stood in the order of their text, as those of one entity do
 */
export function anchorAll(
  text: string,
  lists: readonly (readonly WrittenSelector[])[],
): Anchoring[][] {
  const carriers = new Map<string, Carrier>();
  const carry = (from: string, span: Span): Span | undefined => {
    if (from === text) return span;
    const carrier = carriers.get(from) ?? new Carrier(from, text);
    carriers.set(from, carrier);
    return carrier.carry(span);
  };
  let foldedText: FoldedText | undefined;
  const folded = () => (foldedText ??= new FoldedText(text));
  const certain = lists.map((list) =>
    list.map(({ selector, text: from, wasLost = false }): Resolved => {
      if (from === undefined) return wasLost ? whereItStandsOnce(folded(), selector) : undefined;
      const was = resolveSelector(from, selector, true);
      const span = was.kind === 'placed' ? carry(from, was.span) : undefined;
      if (span) return { kind: 'placed', span };
      return { kind: was.kind === 'ambiguous' ? 'ambiguous' : 'lost' };
    }),
  );
  const isAllPlaced = certain.every((list) => list.every((each) => each?.kind === 'placed'));
  const known = certain.map((list) => list.map(placeOf));
  const found = isAllPlaced ? [] : findSelectors(text, lists.map(selectorsOf), known);
  return certain.map((list, l) => list.map((each, i) => anchoring(each, found[l]?.[i])));
}

/** `anchorAll` for selectors of one text. */
export function reanchor(
  oldText: string | undefined,
  text: string,
  lists: readonly (readonly Selector[])[],
): Anchoring[][] {
  return anchorAll(
    text,
    lists.map((list) => list.map((selector) => ({ selector, text: oldText }))),
  );
}

/** What the text says that a selector was written for; undefined where that is not at hand. */
type Resolved =
  | { readonly kind: 'placed'; readonly span: Span }
  | { readonly kind: 'lost' | 'ambiguous' }
  | undefined;

/** The place of words that stand with all of their context once, as readers see it, if that was so before. */
function whereItStandsOnce(text: FoldedText, selector: Selector): Resolved {
  const sought = soughtOf(selector);
  const starts = occurrencesOf(text.text, wholeOf(sought), 2);
  const [start] = starts;
  if (start === undefined) return { kind: 'lost' };
  if (starts.length > 1 || selector.occurrence !== undefined) return { kind: 'ambiguous' };
  const from = start + sought.prefix.length;
  return {
    kind: 'placed',
    span: text.unfold({ start: from, end: from + sought.exact.length }),
  };
}

const placeOf = (each: Resolved) => (each?.kind === 'placed' ? each.span : undefined);
const selectorsOf = (list: readonly WrittenSelector[]) => list.map(({ selector }) => selector);

/**
 * What is found for words that have no place by their own text is none of theirs for certain. Words of which
 * nothing can be seen (a joiner, a mark of direction) are found as nothing, which is no place.
 */
function anchoring(resolved: Resolved, found: Anchoring | undefined): Anchoring {
  const best = resolved ?? found;
  if (best?.kind === 'placed' && isFilled(best.span)) return best;
  const candidates = found?.kind === 'placed' ? [found.span] : (found?.candidates ?? []);
  const kind = best?.kind === 'ambiguous' ? 'ambiguous' : 'lost';
  return { kind, candidates: candidates.filter(isFilled) };
}

const isFilled = ({ start, end }: Span) => start < end;
