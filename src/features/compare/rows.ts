import { keySorted } from '../../core/model/equal';
import { itemOf, type Difference } from '../../core/diff/difference';
import { listing, nothingListed, type Listing } from '../../host/listing';
import { wayOf, ways, type Way } from './ways';

/** A row of the view of a comparison: what was added, removed, changed → each difference. */
export type Row = GroupRow | DifferenceRow;

export interface GroupRow {
  readonly kind: 'group';
  readonly id: string;
  readonly parent?: undefined;
  readonly way: Way;
  readonly differences: readonly Difference[];
}

export interface DifferenceRow {
  readonly kind: 'difference';
  readonly id: string;
  readonly parent: GroupRow;
  readonly difference: Difference;
}

/** The rows of groups, as far as something is in them. */
export function groupRows(differences: readonly Difference[]): readonly GroupRow[] {
  return ways.flatMap((way) => {
    const own = differences.filter((each) => wayOf(each) === way);
    return own.length > 0 ? [{ kind: 'group' as const, id: way, way, differences: own }] : [];
  });
}

/** The rows below a row, or the first ones. */
export function rowsBelow(groups: readonly GroupRow[], row: Row | undefined): Listing<Row> {
  if (!row) return listing(groups, (group) => group);
  if (row.kind === 'difference') return nothingListed;
  const keys = uniqueKeys(row.differences);
  return listing(row.differences, (difference, index) => ({
    kind: 'difference',
    id: `${row.id}/${keys[index] ?? index}`,
    parent: row,
    difference,
  }));
}

/** The differences that rows are for, each once. */
export function differencesOf(rows: readonly Row[]): readonly Difference[] {
  const all = rows.flatMap((row) => (row.kind === 'group' ? row.differences : [row.difference]));
  return [...new Set(all)];
}

/** The same for the same difference whenever it is found, another one for each. */
function uniqueKeys(differences: readonly Difference[]): readonly string[] {
  const counts = new Map<string, number>();
  return differences.map((difference) => {
    const { thing } = difference;
    const isWhole = thing === 'sidecar' || thing === 'article';
    const key = isWhole ? thing : `${thing} ${keySorted(itemOf<unknown>(difference))}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return `${key}/${count}`;
  });
}
