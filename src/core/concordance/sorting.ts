import { isUnspaced } from '../text/tokens';
import type { Row } from './row';

/** The orders that rows can be in. Rows that are alike stand in the order of their articles and of the text. */
export const orders = ['article', 'date', 'left', 'keyword', 'right'] as const;
export type Order = (typeof orders)[number];

/** The same everywhere, without case and accents; numbers by their value. */
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/**
 * The rows in an order: that of their articles, the oldest first, by the words before them from the last one on, by
 * their own words, or by the words behind them. Punctuation counts for nothing.
 * @param dates when each article was published; those without a date come last
 */
export function sorted(
  rows: readonly Row[],
  order: Order,
  dates: readonly (string | undefined)[],
): Row[] {
  const byPlace = (a: Row, b: Row) =>
    a.article - b.article || a.extent.start - b.extent.start || a.extent.end - b.extent.end;
  if (order === 'article') return [...rows].sort(byPlace);
  const keyed = rows.map((row) => ({ row, key: keyOf(row, order, dates) }));
  const compare =
    order === 'date'
      ? (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
      : (a: string, b: string) => collator.compare(a, b);
  return keyed.sort((a, b) => compare(a.key, b.key) || byPlace(a.row, b.row)).map(({ row }) => row);
}

function keyOf(row: Row, order: Exclude<Order, 'article'>, dates: readonly (string | undefined)[]) {
  switch (order) {
    case 'date':
      // Behind all that begin with a digit.
      return dates[row.article] ?? '~';
    case 'left':
      return wordsOf(row.left).reverse().join(' ');
    case 'keyword':
      return wordsOf(row.keyword).join(' ');
    case 'right':
      return wordsOf(row.right).join(' ');
  }
}

/** Words; characters where words are not parted by spaces. */
function wordsOf(context: string): string[] {
  const words = context.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (isUnspaced(word) ? Array.from(word) : [word]));
}
