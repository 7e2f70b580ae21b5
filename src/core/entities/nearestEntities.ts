import { extentOf, type EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { contains, overlaps, type Span } from '../text/span';
import { paragraphAt } from '../text/words';

/**
 * The entities that words without a name («the minister») may refer to, the likeliest first: those mentioned
 * in the same paragraph, then those mentioned elsewhere; of each those before, from the nearest on, then
 * those behind. In news text the nearest mention before is most often meant. Entities without a certain
 * place come last.
 */
export function nearestEntities(set: AnnotationSet, text: string, span: Span): EntityId[] {
  const paragraph = {
    start: paragraphAt(text, span.start).start,
    end: paragraphAt(text, span.end).end,
  };
  const places = set.mentions.flatMap(({ entity, target }) => {
    const place = extentOf(target);
    if (!place || overlaps(place, span)) return [];
    const isBefore = place.end <= span.start;
    return [
      {
        entity,
        rank: (contains(paragraph, place) ? 0 : 2) + (isBefore ? 0 : 1),
        distance: isBefore ? span.start - place.end : place.start - span.end,
      },
    ];
  });
  places.sort((a, b) => a.rank - b.rank || a.distance - b.distance);
  return [...new Set([...places.map(({ entity }) => entity), ...set.entities.keys()])];
}
