import type { Entity, EntityId, Extra, Mention } from '../model/annotation';
import { mentionsOf, type AnnotationSet } from '../model/annotationSet';
import type { Change, Replacement } from '../model/change';
import { saidBy, saidInMentions, withoutUnused } from './references';
import { sameTarget } from './target';

// Edits of entities as one article has them. An id ties articles together, so an edit that is to hold
// everywhere is made in each article that has the id.

/** The entity gets another name. Its id stays: it is what other articles know the entity by. */
export function renameEntity(set: AnnotationSet, id: EntityId, name: string): Change {
  return replaced(set, id, { name });
}

/** The entity gets another type. */
export function retypeEntity(set: AnnotationSet, id: EntityId, type: string): Change {
  return replaced(set, id, { type });
}

function replaced(set: AnnotationSet, id: EntityId, parts: Partial<Entity>): Change {
  const before = set.entities.get(id);
  return before ? { entities: [{ before, after: { ...before, ...parts } }] } : {};
}

/**
 * All that refers to the entity `id` refers to `into` instead, and the entity is no more. `into` is added
 * where the set has none of its id, else it stays as the set has it; unknown keys that only the other one
 * has are kept. With a new `into` this gives the entity another id. A set that has but quotes of it describes
 * neither.
 */
export function mergeEntities(set: AnnotationSet, id: EntityId, into: Entity): Change {
  if (id === into.id) return {};
  const merged = set.entities.get(id);
  const said = set.quotes.filter(({ speaker }) => speaker?.entity === id);
  if (!merged) return { quotes: saidBy(said, into.id) };
  const known = set.entities.get(into.id);
  const after = withExtra(known ?? into, merged.extra);
  return {
    mentions: moved(set, mentionsOf(set, id), into.id),
    quotes: saidBy(said, into.id),
    entities: [known ? { before: known, after } : { after }, { before: merged }],
  };
}

/**
 * The mentions become mentions of `entity`, which is added where the set has none of its id; the speakers
 * that are these very words follow. The entity that they leave goes where nothing refers to it any more.
 * With a new `entity` this splits one in two.
 */
export function moveMentions(
  set: AnnotationSet,
  mentions: readonly Mention[],
  entity: Entity,
): Change {
  const leaving = mentions.filter((mention) => mention.entity !== entity.id);
  if (leaving.length === 0) return {};
  const follow = saidInMentions(set, leaving);
  const added = set.entities.has(entity.id) ? [] : [{ after: entity }];
  return {
    mentions: moved(set, leaving, entity.id),
    quotes: saidBy(follow, entity.id),
    entities: [...added, ...withoutUnused(set, leaving, follow)],
  };
}

/** The mentions as those of another entity. Where that one is mentioned by the same words already, one stays. */
function moved(
  set: AnnotationSet,
  mentions: readonly Mention[],
  entity: EntityId,
): Replacement<Mention>[] {
  const own = mentionsOf(set, entity);
  const twins = new Map<Mention, Mention>();
  const replacements = mentions.map((before): Replacement<Mention> => {
    const twin = own.find(({ target }) => sameTarget(target, before.target));
    if (!twin) return { before, after: { ...before, entity } };
    twins.set(twin, withExtra(twins.get(twin) ?? twin, before.extra));
    return { before };
  });
  return [...replacements, ...[...twins].map(([before, after]) => ({ before, after }))];
}

function withExtra<T extends { readonly extra?: Extra }>(item: T, extra: Extra | undefined): T {
  return extra ? { ...item, extra: { ...extra, ...item.extra } } : item;
}
