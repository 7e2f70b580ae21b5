import type { Entity, EntityId, Mention, Quote, Target } from '../model/annotation';
import { beginningWith, mentionsOf, type AnnotationSet } from '../model/annotationSet';
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
  const gone = new Set(ownItems(set.mentions, mentions, ({ target }) => target));
  const unsaid = new Set(ownItems(set.quotes, quotes, ({ content }) => content));
  return [...ids].flatMap((id) => {
    const isUsed =
      mentionsOf(set, id).some((mention) => !gone.has(mention)) ||
      set.quotes.some((quote) => quote.speaker?.entity === id && !unsaid.has(quote));
    const entity = isUsed ? undefined : set.entities.get(id);
    // What a person wrote about the entity by hand is not thrown away, nor what a merge has left to decide.
    return entity && !entity.extra && !entity.conflict ? [{ before: entity }] : [];
  });
}

/** Those of `items`, which stand in the order of the text, that `others` are by their values, each once. */
export function ownItems<T>(
  items: readonly T[],
  others: readonly T[],
  targetOf: (item: T) => Target,
): T[] {
  const own = new Set<T>();
  for (const other of others) {
    const { start, end } = beginningWith(items, targetOf(other), targetOf);
    const same = items.slice(start, end).find((item) => !own.has(item) && equal(item, other));
    if (same !== undefined) own.add(same);
  }
  return [...own];
}
