import { spansOf, type Mention, type Quote } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { Replacement } from '../model/change';
import { quoteIndex } from '../model/spanIndex';
import { proposeAttribution } from '../quotes/attribution';
import { samePlace } from './target';

/**
 * The quotes whose speakers are words that nobody was known by, until these mentions were put into the set:
 * their speakers are the entities of those words, where the rules of attribution read them so. In reading,
 * a quote most often comes before the name of who said it.
 */
export function namedSpeakers(
  set: AnnotationSet,
  text: string,
  added: readonly Mention[],
): Replacement<Quote>[] {
  const spans = added.flatMap(({ target }) => spansOf(target));
  const open = new Set(
    spans
      .flatMap((span) => quoteIndex(set).overlapping(span))
      .filter(
        ({ item: { quote, role } }) => role === 'speaker' && quote.speaker?.entity === undefined,
      )
      .map(({ item }) => item.quote),
  );
  return [...open].flatMap((before) => {
    const { speaker } = proposeAttribution(set, text, spansOf(before.content));
    const isMeant =
      speaker?.entity !== undefined &&
      speaker.span &&
      before.speaker?.target &&
      samePlace(before.speaker.target, [speaker.span]);
    if (!isMeant) return [];
    return [
      { before, after: { ...before, speaker: { ...before.speaker, entity: speaker.entity } } },
    ];
  });
}
