import type { Entity, EntityId, Mention, Quote } from '../model/annotation';
import { beginningWith, type AnnotationSet } from '../model/annotationSet';
import { apply, type Change, type Replacement } from '../model/change';
import { inOrder, type Span } from '../text/span';
import { namedSpeakers } from './namedSpeakers';
import { saidBy, saidInMentions, withoutUnused } from './references';
import { samePlace, targetFor } from './target';

/** A span and the entity that it refers to. */
export interface Reference {
  readonly span: Span;
  readonly entity: Entity;
}

/**
 * Each span becomes a mention of the entity, which is added where the set has none of its id. A span that
 * is a mention already is moved to the entity: the same words do not refer to two things. Speakers that are
 * these words follow, and those that were words without an entity get it.
 */
export function annotateMentions(
  set: AnnotationSet,
  text: string,
  spans: readonly Span[],
  entity: Entity,
): Change {
  return annotateReferences(
    set,
    text,
    spans.map((span) => ({ span, entity })),
  );
}

/** As `annotateMentions`, each span with an entity of its own. Of a span that is given twice the last entity counts. */
export function annotateReferences(
  set: AnnotationSet,
  text: string,
  references: readonly Reference[],
): Change {
  const spans = inOrder(references.map(({ span }) => span));
  const entityOf = new Map(
    references.map(({ span, entity }) => [`${span.start}-${span.end}`, entity]),
  );
  const entities = new Map<EntityId, Entity>();
  const mentions = spans.flatMap((span): Replacement<Mention>[] => {
    const entity = entityOf.get(`${span.start}-${span.end}`);
    if (!entity) return [];
    entities.set(entity.id, entity);
    const after = { entity: entity.id, target: targetFor(text, [span]) };
    const { start, end } = beginningWith(set.mentions, after.target, ({ target }) => target);
    const near = set.mentions.slice(start, end);
    const before = near.find(({ target }) => samePlace(target, [span]));
    if (!before) return [{ after }];
    return before.entity === entity.id ? [] : [{ before, after: { ...before, entity: entity.id } }];
  });
  const left = mentions.flatMap(({ before }) => (before ? [before] : []));
  const quotes = mentions.flatMap(({ before, after }) =>
    before && after ? saidBy(saidInMentions(set, [before]), after.entity) : [],
  );
  const follow = quotes.flatMap(({ before }) => (before ? [before] : []));
  const added = [...entities.values()].filter(({ id }) => !set.entities.has(id));
  const gone = withoutUnused(set, left, follow);
  const change = { mentions, quotes, entities: [...added.map((after) => ({ after })), ...gone] };
  const fresh = mentions.flatMap(({ before, after }) => (after && !before ? [after] : []));
  return { ...change, quotes: [...quotes, ...namedSpeakers(apply(change, set), text, fresh)] };
}

/** The mention goes, and with it an entity that nothing else refers to. */
export function removeMention(set: AnnotationSet, mention: Mention): Change {
  return removeMentions(set, [mention]);
}

/** The mentions go, and with them entities that nothing refers to but quotes that go too. */
export function removeMentions(
  set: AnnotationSet,
  mentions: readonly Mention[],
  quotes: readonly Quote[] = [],
): Change {
  return {
    mentions: mentions.map((before) => ({ before })),
    entities: withoutUnused(set, mentions, quotes),
  };
}
