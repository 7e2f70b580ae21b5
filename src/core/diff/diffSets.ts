import type { Pairs } from '../merge/pairs';
import type { Entity, EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import {
  furtherParts,
  partsOfEntity,
  partsOfFields,
  partsOfMention,
  partsOfQuote,
} from './changedParts';
import type { Changed, Difference, ItemDifference, Versions } from './difference';
import { matchSets } from './matching';

/**
 * What has changed from one set of annotations to another of the same text, matched as a merge does: of the article,
 * of entities, of mentions, of quotes, these in the order of the text, what is gone before what has come.
 */
export function diffSets(before: AnnotationSet, after: AnnotationSet): Difference[] {
  const { renames, idNow, mentions, quotes } = matchSets(before, after);
  const fields = partsOfFields(before.article, after.article);
  const further = furtherParts(before, after);
  const ofMentions = itemDifferences(before.mentions, mentions, (was, is) =>
    partsOfMention(was, is, idNow),
  );
  const ofQuotes = itemDifferences(before.quotes, quotes, (was, is) =>
    partsOfQuote(was, is, idNow),
  );
  return [
    ...changed(before, after, further).map((each) => ({ thing: 'sidecar' as const, ...each })),
    ...changed(before.article, after.article, fields).map((each) => ({
      thing: 'article' as const,
      ...each,
    })),
    ...entityDifferences(before, after, renames),
    ...ofMentions.map((each) => ({ thing: 'mention' as const, ...each })),
    ...ofQuotes.map((each) => ({ thing: 'quote' as const, ...each })),
  ];
}

function changed<T>(before: T, after: T, parts: readonly string[]): Changed<T>[] {
  return parts.length > 0 ? [{ change: 'changed', before, after, parts }] : [];
}

/** What has become of the items of a sort, those that are gone or otherwise before those that have come. */
function itemDifferences<T>(
  before: readonly T[],
  pairs: Pairs<T>,
  partsOf: (before: T, after: T) => string[],
): ItemDifference<T>[] {
  const gone = before.flatMap((old): ItemDifference<T>[] => {
    const now = pairs.secondOf(old);
    return now ? changed(old, now, partsOf(old, now)) : [{ change: 'removed', before: old }];
  });
  const come = pairs.freeSecond().map((after) => ({ change: 'added' as const, after }));
  return [...gone, ...come];
}

function entityDifferences(
  before: AnnotationSet,
  after: AnnotationSet,
  renames: ReadonlyMap<EntityId, EntityId>,
): Difference[] {
  const heirs = new Map<EntityId, number>();
  for (const id of renames.values()) heirs.set(id, (heirs.get(id) ?? 0) + 1);
  const gone = [...before.entities.values()].flatMap((old): Difference[] => {
    const now = after.entities.get(renames.get(old.id) ?? old.id);
    if (!now) return [{ thing: 'entity', change: 'removed', before: old }];
    const parts = partsOfEntity(old, now);
    if (parts.length === 0) return [];
    const isOfOthers = before.entities.has(now.id) || (heirs.get(now.id) ?? 0) > 1;
    const change = entityChange({ before: old, after: now, parts }, isOfOthers);
    return [{ thing: 'entity', change, before: old, after: now, parts }];
  });
  const come = [...after.entities.values()]
    .filter(({ id }) => !before.entities.has(id) && !heirs.has(id))
    .map((now): Difference => ({ thing: 'entity', change: 'added', after: now }));
  return [...gone, ...come];
}

/** @param isOfOthers whether the entity that it is now is, or was, another one too */
function entityChange(
  { before, after, parts }: Versions<Entity>,
  isOfOthers: boolean,
): 'changed' | 'renamed' | 'merged' {
  if (before.id !== after.id && isOfOthers) return 'merged';
  return parts.includes('id') || parts.includes('name') ? 'renamed' : 'changed';
}
