import type { EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { speakerName } from '../model/speakerName';
import type { ChangeKind, Difference } from './difference';
import type { SidecarDifference } from './diffSidecars';

/** So many differences of one sort, for one sentence. */
export interface SummaryItem {
  readonly thing: Difference['thing'];
  readonly change: ChangeKind;
  readonly count: number;
  /** The name of the entity, or of who speaks; absent for changes of several, and where nobody is said to speak. */
  readonly name?: string;
  /** The name that an entity had before it was renamed or merged into another one. */
  readonly formerName?: string;
  /** The fields of the article, or the keys of the sidecar, that have changed. */
  readonly parts?: readonly string[];
}

/**
 * What differs, counted, in the order of the differences: mentions added and removed by their entities, quotes by who
 * speaks. As data, so that each host says it in its language.
 */
export function summaryOf({ before, after, differences }: SidecarDifference): SummaryItem[] {
  const items = new Map<string, SummaryItem>();
  for (const difference of differences) {
    const { thing, change } = difference;
    const said = detailOf(difference, before, after);
    const key = JSON.stringify([thing, change, said]);
    const count = (items.get(key)?.count ?? 0) + 1;
    items.set(key, { thing, change, count, ...said });
  }
  return [...items.values()];
}

function detailOf(
  difference: Difference,
  before: AnnotationSet,
  after: AnnotationSet,
): Pick<SummaryItem, 'name' | 'formerName' | 'parts'> {
  if (difference.thing === 'article' || difference.thing === 'sidecar')
    return { parts: difference.parts };
  if (difference.thing === 'entity') {
    const { change } = difference;
    return change === 'renamed' || change === 'merged'
      ? { name: difference.after.name, formerName: difference.before.name }
      : {};
  }
  if (difference.change === 'changed') return {};
  const set = difference.change === 'added' ? after : before;
  const item = difference.change === 'added' ? difference.after : difference.before;
  const name = 'content' in item ? speakerName(set, item) : entityName(set, item.entity);
  return name === undefined ? {} : { name };
}

function entityName({ entities }: AnnotationSet, id: EntityId): string {
  return entities.get(id)?.name ?? id;
}
