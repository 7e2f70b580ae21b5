import type { Span } from '../text/span';
import { occurrencesOf } from './occurrences';
import type { Selector } from './selector';

/** Where a selector leads: one certain place, or why there is none. */
export type Resolution =
  | { readonly kind: 'placed'; readonly span: Span }
  | { readonly kind: 'lost' }
  | { readonly kind: 'ambiguous' };

/**
 * Finds the span of a selector. With `sameText`, the text is the one that the selector was written for,
 * so that `occurrence` holds; in any other text it says nothing, and only a single place is certain.
 */
export function resolveSelector(text: string, selector: Selector, sameText: boolean): Resolution {
  const { exact, prefix = '', suffix = '', occurrence } = selector;
  const counted = sameText ? occurrence : undefined;
  const starts = occurrencesOf(text, prefix + exact + suffix, counted ?? 2);
  const start = starts[(counted ?? 1) - 1];
  if (start === undefined) return { kind: 'lost' };
  if (counted === undefined && starts.length > 1) return { kind: 'ambiguous' };
  const from = start + prefix.length;
  return { kind: 'placed', span: { start: from, end: from + exact.length } };
}
