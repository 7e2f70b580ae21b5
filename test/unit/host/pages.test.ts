import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstInOrder, listing, precededBy, sortedListing } from '../../../src/host/listing';
import { itHolds } from '../../support/property';

/** As many rows as a view shows at first, and further at each demand. */
const page = 500;
const ascending = (a: number, b: number) => a - b;
const rowOf = (item: number) => ({ id: String(item) });
const numbersOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => Number(id));
/** Numbers from 0 up, the last one first. */
const descending = (count: number) => Array.from({ length: count }, (_, i) => count - 1 - i);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('a page of rows', () => {
  for (const count of [0, 1, page - 1, page, page + 1, 2 * page - 1, 2 * page, 2 * page + 1]) {
    const shown = Math.min(page, count);

    it(`shows ${String(shown)} of ${String(count)} rows, the first in their order`, () => {
      const rows = sortedListing(descending(count), ascending, rowOf, String);
      assert.equal(rows.length, count);
      assert.deepEqual(numbersOf(rows.first(page)), upTo(shown));
      assert.deepEqual(numbersOf(rows.first(page + 1)), upTo(Math.min(page + 1, count)));
    });

    it(`shows as many of ${String(count)} rows with one before them, which takes the place of the last`, () => {
      const rows = precededBy(
        [rowOf(-1)],
        sortedListing(descending(count), ascending, rowOf, String),
      );
      assert.equal(rows.length, count + 1);
      assert.deepEqual(numbersOf(rows.first(page)), [-1, ...upTo(Math.min(page - 1, count))]);
    });
  }

  it('is the beginning of the next one, so that no row comes twice or is left out', () => {
    const items = Array.from({ length: 3 * page }, (_, i) => ({ key: i % 7, i }));
    const rows = sortedListing(
      items,
      (a, b) => a.key - b.key,
      ({ i }) => rowOf(i),
      ({ i }) => String(i),
    );
    const [one = [], two = [], three = []] = [1, 2, 3].map((n) => numbersOf(rows.first(n * page)));
    assert.deepEqual(two.slice(0, page), one);
    assert.deepEqual(three.slice(0, 2 * page), two);
    assert.equal(new Set(three).size, items.length);
  });

  it('makes no row behind it', () => {
    let made = 0;
    const counted = (item: number) => {
      made += 1;
      return rowOf(item);
    };
    sortedListing(descending(4 * page), ascending, counted, String).first(page);
    assert.equal(made, page);
    precededBy([rowOf(-1)], listing(upTo(4 * page), counted)).first(page);
    assert.equal(made, 2 * page - 1);
  });

  it('is of nothing but the rows before others, where there are as many', () => {
    const lost = upTo(page).map(rowOf);
    const rest = listing(['never'], () => assert.fail('no room for it'));
    assert.deepEqual(precededBy(lost, rest).first(page), lost);
    assert.deepEqual(precededBy(lost, rest).first(page - 1), lost.slice(0, -1));
  });

  const all = 40 * page;
  const orders: readonly (readonly [string, readonly number[], most: number])[] = [
    ['in order', upTo(all), 2],
    ['all alike', upTo(all).map(() => 7), 2],
    ['in the opposite order', descending(all), 8],
  ];
  for (const [order, items, most] of orders) {
    it(`compares each of many rows that come ${order} a few times`, () => {
      let compared = 0;
      const counting = (a: number, b: number) => {
        compared += 1;
        return a - b;
      };
      firstInOrder(items, counting, page);
      assert.ok(compared < most * all, String(compared / all));
    });
  }
});

describe('the first rows in an order', () => {
  const items = fc.array(fc.record({ key: fc.nat(4), at: fc.nat() }), { maxLength: 60 });
  const byKey = (a: { readonly key: number }, b: { readonly key: number }) => a.key - b.key;

  itHolds(
    'are those of all rows sorted, the ones that are equal as they came',
    fc.tuple(items, fc.nat(70)),
    ([all, count]) => {
      assert.deepEqual(firstInOrder(all, byKey, count), [...all].sort(byKey).slice(0, count));
    },
  );

  itHolds(
    'are as many as are asked for, or all, behind others too',
    fc.tuple(
      fc.array(fc.nat(), { maxLength: 5 }),
      fc.array(fc.nat(), { maxLength: 9 }),
      fc.nat(16),
    ),
    ([before, rest, count]) => {
      const rows = precededBy(before.map(rowOf), listing(rest, rowOf));
      assert.deepEqual(numbersOf(rows.first(count)), [...before, ...rest].slice(0, count));
      assert.equal(rows.length, rows.first(rows.length + 1).length);
    },
  );
});
