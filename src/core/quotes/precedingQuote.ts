import { extentOf, type Quote } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { paragraphAt } from '../text/words';

/** The quote nearest before an offset, in its paragraph or the one above: what stands there may go on with it. */
export function precedingQuote(
  set: AnnotationSet,
  text: string,
  offset: number,
): Quote | undefined {
  let [nearest, nearestEnd]: [Quote | undefined, number] = [undefined, -1];
  for (const quote of set.quotes) {
    const end = extentOf(quote.content)?.end ?? Infinity;
    if (end <= offset && end > nearestEnd) [nearest, nearestEnd] = [quote, end];
  }
  if (!nearest) return undefined;
  const between = text.slice(paragraphAt(text, nearestEnd).end, paragraphAt(text, offset).start);
  return between.trim() === '' ? nearest : undefined;
}
