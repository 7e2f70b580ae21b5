import type { Entity, EntityId, Mention } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { Change, Replacement } from '../model/change';
import { equal } from '../model/equal';
import { inOrder, type Span } from '../text/span';
import { samePlace, targetFor } from './target';

/**
 * Each span becomes a mention of the entity, which is added where the set has none of its id. A span that
 * is a mention already is moved to the entity: the same words do not refer to two things.
 */
export function annotateMentions(
  set: AnnotationSet,
  text: string,
  spans: readonly Span[],
  entity: Entity,
): Change {
  const mentions = inOrder(spans).flatMap((span): Replacement<Mention>[] => {
    const after = { entity: entity.id, target: targetFor(text, [span]) };
    const before = set.mentions.find(({ target }) => samePlace(target, [span]));
    if (!before) return [{ after }];
    return before.entity === entity.id ? [] : [{ before, after: { ...before, entity: entity.id } }];
  });
  const left = mentions.flatMap(({ before }) => (before ? [before] : []));
  const added = set.entities.has(entity.id) ? [] : [{ after: entity }];
  return { mentions, entities: [...added, ...withoutUnused(set, left)] };
}

/** The mention goes, and with it an entity that nothing else refers to. */
export function removeMention(set: AnnotationSet, mention: Mention): Change {
  return { mentions: [{ before: mention }], entities: withoutUnused(set, [mention]) };
}

/** The removal of the entities that only these mentions refer to. */
function withoutUnused(set: AnnotationSet, removed: readonly Mention[]): Replacement<Entity>[] {
  const ids = new Set<EntityId>(removed.map(({ entity }) => entity));
  return [...ids].flatMap((id) => {
    const isUsed =
      set.mentions.some(
        (mention) => mention.entity === id && !removed.some((gone) => equal(gone, mention)),
      ) || set.quotes.some(({ speaker }) => speaker?.entity === id);
    const entity = isUsed ? undefined : set.entities.get(id);
    // What a person wrote about the entity by hand is not thrown away.
    return entity && !entity.extra ? [{ before: entity }] : [];
  });
}
