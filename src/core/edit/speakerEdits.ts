import type { Entity, Quote, Speaker, Target } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { Change } from '../model/change';
import { setSpeaker } from './quoteEdits';
import { ownItems } from './references';

/**
 * The quotes are said by an entity, which is added where the set has none of its id; or by these words; or by nobody
 * known. Where the words of a speaker are known and only not whom they mean, they stay, with what is
 * written about them.
 */
export function setSpeakers(
  set: AnnotationSet,
  quotes: readonly Quote[],
  speaker: Entity | Target | undefined,
): Change {
  const entity = speaker && 'id' in speaker ? speaker : undefined;
  const words = speaker && 'selectors' in speaker ? speaker : undefined;
  const said = (before: Quote): Speaker | undefined => {
    if (words) return { target: words };
    if (!entity || before.speaker?.entity === entity.id) return entity && before.speaker;
    return { ...(before.speaker?.entity === undefined && before.speaker), entity: entity.id };
  };
  const own = ownItems(set.quotes, quotes, ({ content }) => content);
  return {
    quotes: own.flatMap((quote) => setSpeaker(quote, said(quote)).quotes ?? []),
    entities: entity && own.length > 0 && !set.entities.has(entity.id) ? [{ after: entity }] : [],
  };
}
