import { changedPairs, mentionSort, quoteSort } from '../merge/mergedList';
import { renamesOf } from '../merge/renames';
import type { Entity, EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import {
  furtherParts,
  partsOfEntity,
  partsOfFields,
  partsOfMention,
  partsOfQuote,
  type IdNow,
} from './changedParts';
import type { Difference, Versions } from './difference';

/**
 * What has changed from one set of annotations to another of the same text, matched as a merge does: of the article,
 * of entities, of mentions, of quotes, these in the order of the text, what is gone before what has come.
 */
export function diffSets(before: AnnotationSet, after: AnnotationSet): Difference[] {
  const renames = renamesOf(before, after);
  const idNow: IdNow = (id) => renames.get(id) ?? id;
  const fields = partsOfFields(before.article, after.article);
  const further = furtherParts(before, after);
  return [
    ...changed('sidecar', before, after, further),
    ...changed('article', before.article, after.article, fields),
    ...entityDifferences(before, after, renames),
    ...mentionDifferences(before, after, idNow),
    ...quoteDifferences(before, after, idNow),
  ];
}

function changed<Thing extends string, T>(thing: Thing, before: T, after: T, parts: string[]) {
  return parts.length > 0 ? [{ thing, change: 'changed' as const, before, after, parts }] : [];
}

function mentionDifferences(
  { mentions: before }: AnnotationSet,
  { mentions: after }: AnnotationSet,
  idNow: IdNow,
): Difference[] {
  const sort = { ...mentionSort, ownerOf: ({ entity }: { entity: EntityId }) => idNow(entity) };
  const pairs = changedPairs(before, after, sort);
  return [
    ...before.flatMap((old): Difference[] => {
      const now = pairs.secondOf(old);
      if (!now) return [{ thing: 'mention', change: 'removed', before: old }];
      return changed('mention', old, now, partsOfMention(old, now, idNow));
    }),
    ...pairs
      .freeSecond()
      .map((now): Difference => ({ thing: 'mention', change: 'added', after: now })),
  ];
}

function quoteDifferences(
  { quotes: before }: AnnotationSet,
  { quotes: after }: AnnotationSet,
  idNow: IdNow,
): Difference[] {
  const pairs = changedPairs(before, after, quoteSort);
  return [
    ...before.flatMap((old): Difference[] => {
      const now = pairs.secondOf(old);
      if (!now) return [{ thing: 'quote', change: 'removed', before: old }];
      return changed('quote', old, now, partsOfQuote(old, now, idNow));
    }),
    ...pairs
      .freeSecond()
      .map((now): Difference => ({ thing: 'quote', change: 'added', after: now })),
  ];
}

function entityDifferences(
  before: AnnotationSet,
  after: AnnotationSet,
  renames: ReadonlyMap<EntityId, EntityId>,
): Difference[] {
  const heirs = new Set(renames.values());
  const gone = [...before.entities.values()].flatMap((old): Difference[] => {
    const now = after.entities.get(renames.get(old.id) ?? old.id);
    if (!now) return [{ thing: 'entity', change: 'removed', before: old }];
    const parts = partsOfEntity(old, now);
    return parts.length > 0 ? [entityChange({ before: old, after: now, parts })] : [];
  });
  const come = [...after.entities.values()]
    .filter(({ id }) => !before.entities.has(id) && !heirs.has(id))
    .map((now): Difference => ({ thing: 'entity', change: 'added', after: now }));
  return [...gone, ...come];

  function entityChange(versions: Versions<Entity>): Difference {
    return { thing: 'entity', change: kindOf(versions), ...versions };
  }

  function kindOf({
    before: old,
    after: now,
    parts,
  }: Versions<Entity>): 'changed' | 'renamed' | 'merged' {
    const isOfOthers = before.entities.has(now.id) || heirCount(now.id) > 1;
    if (old.id !== now.id && isOfOthers) return 'merged';
    return parts.includes('id') || parts.includes('name') ? 'renamed' : 'changed';
  }

  function heirCount(id: EntityId): number {
    return [...renames.values()].filter((heir) => heir === id).length;
  }
}
