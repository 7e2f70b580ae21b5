import { mergeEntities } from '../edit/entityEdits';
import type { EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { apply } from '../model/change';
import { compareCodePoints } from '../sidecar/write';
import { withInherited } from './inherited';
import { changedPairs, mentionSort, quoteSort } from './mergedList';

/** Three sets of annotations of one text. */
export interface ThreeSets {
  readonly base: AnnotationSet;
  readonly ours: AnnotationSet;
  readonly theirs: AnnotationSet;
}

/**
 * The sets with one id for each entity: where a side has given an entity another id, or has made it one with another
 * entity, the others have it under that id too.
 */
export function withOneId({ base, ours, theirs }: ThreeSets): ThreeSets {
  const [byOurs, byTheirs] = [renamesOf(base, ours), renamesOf(base, theirs)];
  const next = new Map<EntityId, EntityId>();
  // In an order of their own: of several that are made one, the first describes it in the base.
  for (const id of [...base.entities.keys()].sort(compareCodePoints)) {
    const [one, other] = [byOurs.get(id), byTheirs.get(id)];
    const into = one ?? other;
    // Where both have renamed it, each mention says what the sides make of it.
    const isDisputed = one !== undefined && other !== undefined && one !== other;
    if (into !== undefined && !isDisputed) next.set(id, into);
  }
  const renamed = (set: AnnotationSet) => withIds(set, next);
  const sets = { base: renamed(base), ours: renamed(ours), theirs: renamed(theirs) };
  const all = [...next.keys()].map((id) => ({ id, into: lastOf(id, next) }));
  return withInherited({ base, ours, theirs }, sets, all);
}

/**
 * The ids that entities of the base have on a side that knows them no more: those that all that is left of their
 * mentions and quotes refers to now. Where that is more than one entity, it is left open which of them it was.
 */
export function renamesOf(base: AnnotationSet, side: AnnotationSet): Map<EntityId, EntityId> {
  const gone = [...base.entities.keys()].filter((id) => !side.entities.has(id));
  const heirs = new Map(gone.map((id) => [id, new Set<EntityId>()]));
  if (gone.length === 0) return new Map();
  const mentions = changedPairs(base.mentions, side.mentions, mentionSort);
  for (const mention of base.mentions) {
    const now = mentions.secondOf(mention);
    if (now) heirs.get(mention.entity)?.add(now.entity);
  }
  const quotes = changedPairs(base.quotes, side.quotes, quoteSort);
  for (const quote of base.quotes) {
    const now = quotes.secondOf(quote)?.speaker?.entity;
    if (now !== undefined) heirs.get(quote.speaker?.entity ?? '')?.add(now);
  }
  const renames = [...heirs].flatMap(([id, [heir, ...others]]): [EntityId, EntityId][] =>
    heir !== undefined && others.length === 0 && side.entities.has(heir) ? [[id, heir]] : [],
  );
  return new Map(renames);
}

function withIds(set: AnnotationSet, next: ReadonlyMap<EntityId, EntityId>): AnnotationSet {
  let result = set;
  for (const id of next.keys()) {
    const into = lastOf(id, next);
    if (into === id) continue;
    const entity = result.entities.get(id) ?? { id, name: id, type: id };
    result = apply(mergeEntities(result, id, { ...entity, id: into }), result);
  }
  return result;
}

/** Where the renames of both sides lead; of entities that each side has made one with the other, the first by its id. */
function lastOf(id: EntityId, next: ReadonlyMap<EntityId, EntityId>): EntityId {
  const seen: EntityId[] = [id];
  for (;;) {
    const into = next.get(seen.at(-1) ?? id);
    if (into === undefined) return seen.at(-1) ?? id;
    const at = seen.indexOf(into);
    if (at >= 0) return seen.slice(at).sort(compareCodePoints)[0] ?? id;
    seen.push(into);
  }
}
