import type { Entity, Mention } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { Change, Replacement } from '../model/change';
import { inOrder, type Span } from '../text/span';
import { saidBy, saidInMentions, withoutUnused } from './references';
import { samePlace, targetFor } from './target';

/**
 * Each span becomes a mention of the entity, which is added where the set has none of its id. A span that
 * is a mention already is moved to the entity: the same words do not refer to two things. Speakers that are
 * these words follow.
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
  const follow = saidInMentions(set, left);
  return {
    mentions,
    quotes: saidBy(follow, entity.id),
    entities: [...added, ...withoutUnused(set, left, follow)],
  };
}

/** The mention goes, and with it an entity that nothing else refers to. */
export function removeMention(set: AnnotationSet, mention: Mention): Change {
  return { mentions: [{ before: mention }], entities: withoutUnused(set, [mention]) };
}
