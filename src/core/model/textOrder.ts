import { compareSpans, type Span } from '../text/span';
import { extentOf, type Target } from './annotation';
import type { AnnotationSet } from './annotationSet';

/**
 * The mention or quote behind the selected span in the order of the text, or before it; from the last one
 * on to the first. A cursor, which selects nothing, stands before what begins at it. Undefined where there
 * is none with a place.
 */
export function neighbour(
  { mentions, quotes }: AnnotationSet,
  selected: Span,
  direction: 'next' | 'previous',
): Target | undefined {
  const placed = [...mentions.map(({ target }) => target), ...quotes.map(({ content }) => content)]
    .flatMap((target) => {
      const extent = extentOf(target);
      return extent ? [{ target, extent }] : [];
    })
    .sort((a, b) => compareSpans(a.extent, b.extent));
  const { start, end } = selected;
  const from = start === end ? { start, end: Infinity } : selected;
  const sign = direction === 'next' ? 1 : -1;
  const ordered = direction === 'next' ? placed : placed.reverse();
  const found = ordered.find(({ extent }) => sign * compareSpans(extent, from) > 0);
  return (found ?? ordered[0])?.target;
}
