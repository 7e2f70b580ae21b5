/** A row, whose id no other row of the same listing has. */
interface Identified {
  readonly id: string;
}

/** Rows in an order, of which only as many are made as are shown, and each of these once. */
export interface Listing<Row> {
  readonly length: number;
  /** The first `count` rows, or all where there are no more. */
  first(count: number): readonly Row[];
  /** The place of the row with this id, from 0, found without putting rows in their order; -1 where there is none. */
  indexOf(id: string): number;
}

/** The rows of items that are in their order already. */
export function listing<Item, Row extends Identified>(
  items: readonly Item[],
  rowOf: (item: Item, index: number) => Row,
): Listing<Row> {
  const rows: Row[] = [];
  const rowAt = (index: number) => (rows[index] ??= rowOf(items[index] as Item, index));
  return {
    length: items.length,
    first: (count) => items.slice(0, count).map((_, index) => rowAt(index)),
    indexOf: (id) => items.findIndex((_, index) => rowAt(index).id === id),
  };
}

/**
 * The rows of items in another order, in which they are put only as far as they are shown.
 * @param idOf the id of the row of an item
 */
export function sortedListing<Item, Row extends Identified>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  rowOf: (item: Item) => Row,
  idOf: (item: Item) => string,
): Listing<Row> {
  let rows: readonly Row[] = [];
  return {
    length: items.length,
    first(count) {
      if (rows.length < Math.min(count, items.length)) {
        rows = firstInOrder(items, compare, count).map((item, i) => rows[i] ?? rowOf(item));
      }
      return rows.slice(0, count);
    },
    indexOf(id) {
      const at = items.findIndex((item) => idOf(item) === id);
      if (at < 0) return -1;
      const meant = items[at] as Item;
      return items.filter((item, i) => {
        const order = i === at ? 1 : compare(item, meant);
        return order < 0 || (order === 0 && i < at);
      }).length;
    },
  };
}

/** A few rows, and then those of a listing. */
export function precededBy<Row extends Identified>(
  rows: readonly Row[],
  rest: Listing<Row>,
): Listing<Row> {
  return {
    length: rows.length + rest.length,
    first: (count) => [...rows, ...rest.first(Math.max(0, count - rows.length))].slice(0, count),
    indexOf(id) {
      const [before, behind] = [rows.findIndex((row) => row.id === id), rest.indexOf(id)];
      return before >= 0 || behind < 0 ? before : rows.length + behind;
    },
  };
}

/** No rows. */
export const nothingListed: Listing<never> = { length: 0, first: () => [], indexOf: () => -1 };

/**
 * The first `count` items in an order, without sorting all: what comes behind the last of as many is left out
 * as it is met, so that a page of a long list takes hardly longer than looking at each item once.
 */
export function firstInOrder<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  count: number,
): Item[] {
  if (count <= 0) return [];
  let best: Item[] = [];
  let last: { readonly item: Item } | undefined;
  for (const item of items) {
    if (last && compare(item, last.item) >= 0) continue;
    best.push(item);
    if (best.length < 2 * count) continue;
    best = best.sort(compare).slice(0, count);
    last = { item: best[count - 1] as Item };
  }
  return best.sort(compare).slice(0, count);
}
