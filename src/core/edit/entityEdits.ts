import {
  extentOf,
  type Entity,
  type EntityId,
  type Extra,
  type Mention,
} from '../model/annotation';
import { mentionsOf, type AnnotationSet } from '../model/annotationSet';
import type { Change, Replacement } from '../model/change';
import { joined } from '../model/conflict';
import { ownItems, saidBy, saidInMentions, withoutUnused } from './references';
import { sameTarget } from './target';

// Edits of entities as one article has them. An id ties articles together, so an edit that is to hold
// everywhere is made in each article that has the id.

/** What describes an entity: its name and its type. Its id stays, which is what other articles know the entity by. */
export type Description = Partial<Pick<Entity, 'name' | 'type'>>;

/** Those of the entities that the set has get another name, or another type. */
export function describeEntities(
  set: AnnotationSet,
  ids: readonly EntityId[],
  description: Description,
): Change {
  const known = ids.flatMap((id) => set.entities.get(id) ?? []);
  return { entities: known.map((before) => ({ before, after: { ...before, ...description } })) };
}

/**
 * All that refers to the entity `id` refers to `into` instead, and the entity is no more. `into` is added
 * where the set has none of its id, else it stays as the set has it; unknown keys that only the other one
 * has are kept. With a new `into` this gives the entity another id. A set that has but quotes of it describes
 * neither.
 */
export function mergeEntities(set: AnnotationSet, id: EntityId, into: Entity): Change {
  return mergeAll(set, [id], into);
}

/** The same of several entities, by one change. */
export function mergeAll(set: AnnotationSet, ids: readonly EntityId[], into: Entity): Change {
  const going = new Set(ids.filter((id) => id !== into.id));
  if (going.size === 0) return {};
  const merged = [...going].flatMap((id) => set.entities.get(id) ?? []);
  const said = set.quotes.filter(({ speaker }) => going.has(speaker?.entity ?? ''));
  if (merged.length === 0) return { quotes: saidBy(said, into.id) };
  const known = set.entities.get(into.id);
  const after = merged.reduce((entity, { extra }) => withExtra(entity, extra), known ?? into);
  return {
    mentions: moved(
      set,
      merged.flatMap(({ id }) => mentionsOf(set, id)),
      into.id,
    ),
    quotes: saidBy(said, into.id),
    entities: [
      known ? { before: known, after } : { after },
      ...merged.map((before) => ({ before })),
    ],
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
  // What is not there any more is not brought back.
  const own = ownItems(set.mentions, mentions, ({ target }) => target);
  const leaving = own.filter((mention) => mention.entity !== entity.id);
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
  const kept = new Map<Mention, Mention>();
  const byStart = new Map<number | undefined, Mention[]>();
  const keep = (before: Mention, after: Mention) => {
    kept.set(before, after);
    const start = extentOf(before.target)?.start;
    const same = byStart.get(start);
    if (same) same.push(before);
    else byStart.set(start, [before]);
  };
  for (const own of mentionsOf(set, entity)) keep(own, own);
  const gone: Replacement<Mention>[] = [];
  for (const before of mentions) {
    const near = byStart.get(extentOf(before.target)?.start) ?? [];
    const twin = near.find(({ target }) => sameTarget(target, before.target));
    if (twin) {
      const both = withExtra(kept.get(twin) ?? twin, before.extra);
      const conflict = joined(both.conflict, before.conflict);
      kept.set(twin, conflict ? { ...both, conflict } : both);
      gone.push({ before });
    } else {
      keep(before, { ...before, entity });
    }
  }
  const changed = [...kept].filter(([before, after]) => before !== after);
  return [...changed.map(([before, after]) => ({ before, after })), ...gone];
}

function withExtra<T extends { readonly extra?: Extra }>(item: T, extra: Extra | undefined): T {
  return extra ? { ...item, extra: { ...extra, ...item.extra } } : item;
}
