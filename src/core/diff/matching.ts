import { changedPairs, mentionSort, quoteSort } from '../merge/mergedList';
import type { Pairs } from '../merge/pairs';
import { renamesOf } from '../merge/renames';
import type { EntityId, Mention, Quote } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { IdNow } from './changedParts';

/** What of two sets of annotations of one text is the same thing, as a merge tells it. */
export interface Matching {
  /** The ids that entities of the first set have in the second one, where they are others. */
  readonly renames: ReadonlyMap<EntityId, EntityId>;
  readonly idNow: IdNow;
  readonly mentions: Pairs<Mention>;
  readonly quotes: Pairs<Quote>;
}

export function matchSets(before: AnnotationSet, after: AnnotationSet): Matching {
  const renames = renamesOf(before, after);
  const idNow: IdNow = (id) => renames.get(id) ?? id;
  const ownerOf = ({ entity }: Mention) => idNow(entity);
  return {
    renames,
    idNow,
    mentions: changedPairs(before.mentions, after.mentions, { ...mentionSort, ownerOf }),
    quotes: changedPairs(before.quotes, after.quotes, quoteSort),
  };
}
