import type { Span } from '../text/span';
import { Carrier } from './carry';
import { findSelectors, type Anchoring } from './find';
import { resolveSelector } from './resolve';
import type { Selector } from './selector';

/**
 * Where selectors that were written for one text stand in another one: carried from text to text where the old
 * one is at hand, else found by their words and contexts. What is not certain has no place, only candidates.
 * Texts have LF as ends of line, and spans are UTF-16 code units of the new text.
 * @param lists selectors that stood in the order of the old text, as those of one entity do
 */
export function reanchor(
  oldText: string | undefined,
  text: string,
  lists: readonly (readonly Selector[])[],
): Anchoring[][] {
  if (oldText === undefined) return findSelectors(text, lists);
  const carrier = new Carrier(oldText, text);
  const carried = lists.map((list) =>
    list.map((selector) => carriedBy(carrier, oldText, selector)),
  );
  const isMissing = carried.some((list) => list.some((place) => place === undefined));
  const found = isMissing ? findSelectors(text, lists) : [];
  return carried.map((list, l) =>
    list.map((span, i) => (span ? { kind: 'placed', span } : asCandidate(found[l]?.[i]))),
  );
}

function carriedBy(carrier: Carrier, oldText: string, selector: Selector): Span | undefined {
  const was = resolveSelector(oldText, selector, true);
  return was.kind === 'placed' ? carrier.carry(was.span) : undefined;
}

/** What is found for words that were not carried is none of theirs for certain. */
function asCandidate(found: Anchoring | undefined): Anchoring {
  if (found?.kind === 'placed') return { kind: 'lost', candidates: [found.span] };
  return found ?? { kind: 'lost', candidates: [] };
}
