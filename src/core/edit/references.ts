import type { Entity, EntityId, Mention, Quote } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { Replacement } from '../model/change';
import { equal } from '../model/equal';
import { sameTarget } from './target';

// What has to change with a mention, so that nothing refers to what is not there.

/** The quotes whose speaker is the words of one of the mentions, as its entity. */
export function saidInMentions(set: AnnotationSet, mentions: readonly Mention[]): Quote[] {
  return set.quotes.filter(({ speaker }) => {
    const { entity, target } = speaker ?? {};
    return mentions.some(
      (mention) => target && mention.entity === entity && sameTarget(mention.target, target),
    );
  });
}

/** The quotes get another entity as their speaker, said by the same words. */
export function saidBy(quotes: readonly Quote[], entity: EntityId): Replacement<Quote>[] {
  return quotes.map((before) => ({
    before,
    after: { ...before, speaker: { ...before.speaker, entity } },
  }));
}

/** The removal of the entities that only these mentions, and the speakers of these quotes, refer to. */
export function withoutUnused(
  set: AnnotationSet,
  mentions: readonly Mention[],
  quotes: readonly Quote[] = [],
): Replacement<Entity>[] {
  const ids = new Set<EntityId>(mentions.map(({ entity }) => entity));
  return [...ids].flatMap((id) => {
    const isUsed =
      set.mentions.some(
        (mention) => mention.entity === id && !mentions.some((gone) => equal(gone, mention)),
      ) || set.quotes.some((quote) => quote.speaker?.entity === id && !quotes.includes(quote));
    const entity = isUsed ? undefined : set.entities.get(id);
    // What a person wrote about the entity by hand is not thrown away.
    return entity && !entity.extra ? [{ before: entity }] : [];
  });
}
