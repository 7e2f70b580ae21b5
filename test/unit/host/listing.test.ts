import assert from 'node:assert/strict';
import { firstInOrder, listing, precededBy, sortedListing } from '../../../src/host/listing';
import { numbers } from '../../bench/numbers';

const rowOf = (item: number) => ({ id: String(item) });
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const ascending = (a: number, b: number) => a - b;

describe('a listing', () => {
  it('makes only the rows that are asked for', () => {
    const made: number[] = [];
    const rows = listing([7, 8, 9], (item, index) => {
      made.push(item);
      return { id: `${String(index)}:${String(item)}` };
    });
    assert.equal(rows.length, 3);
    assert.deepEqual(idsOf(rows.first(2)), ['0:7', '1:8']);
    assert.deepEqual(made, [7, 8]);
    assert.equal(rows.first(2)[1], rows.first(3)[1]);
    assert.deepEqual(made, [7, 8, 9]);
  });

  it('gives what there is where more is asked for', () => {
    assert.deepEqual(idsOf(listing([1], rowOf).first(500)), ['1']);
    assert.deepEqual(idsOf(sortedListing([2, 1], ascending, rowOf, String).first(500)), ['1', '2']);
  });

  it('puts a few rows before others, which count as any', () => {
    const rows = precededBy([{ id: 'lost' }], sortedListing([3, 1, 2], ascending, rowOf, String));
    assert.equal(rows.length, 4);
    assert.deepEqual(idsOf(rows.first(0)), []);
    assert.deepEqual(idsOf(rows.first(1)), ['lost']);
    assert.deepEqual(idsOf(rows.first(3)), ['lost', '1', '2']);
    assert.deepEqual(idsOf(rows.first(9)), ['lost', '1', '2', '3']);
  });

  it('finds each row by its id where it stands, and gives it again as it was, whatever was shown before', () => {
    const next = numbers(5);
    for (let round = 0; round < 200; round += 1) {
      const items = Array.from({ length: next(40) }, (_, id) => ({ id: `i${id}`, key: next(9) }));
      const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
      const itself = (item: { id: string }) => ({ id: item.id });
      const shown = next(50);
      for (const rows of [
        listing(items, itself),
        sortedListing(items, byKey, itself, ({ id }) => id),
        precededBy(
          [{ id: 'lost' }],
          sortedListing(items, byKey, itself, ({ id }) => id),
        ),
      ]) {
        const before = rows.first(shown);
        const places = items.map(({ id }) => rows.indexOf(id));
        const all = rows.first(100);
        assert.deepEqual(
          places.map((place) => all[place]?.id),
          items.map(({ id }) => id),
        );
        assert.ok(before.every((row, place) => row === all[place]));
        assert.equal(rows.indexOf('none'), -1);
      }
    }
  });

  it('finds a row far behind without making or comparing more than it must', () => {
    let [made, compared] = [0, 0];
    const items = Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 10_000);
    const rows = sortedListing(
      items,
      (a, b) => {
        compared += 1;
        return a - b;
      },
      (item) => {
        made += 1;
        return rowOf(item);
      },
      String,
    );
    assert.equal(rows.indexOf('9876'), 9876);
    assert.equal(made, 0);
    assert.ok(compared < items.length);
  });
});

describe('firstInOrder', () => {
  it('gives what sorting all gives, whatever the order and the number', () => {
    const next = numbers(11);
    for (let round = 0; round < 200; round += 1) {
      const items = Array.from({ length: next(60) }, () => next(30));
      const count = next(20);
      const sorted = [...items].sort(ascending).slice(0, count);
      assert.deepEqual(firstInOrder(items, ascending, count), sorted);
    }
  });

  it('keeps the order of items that are equal', () => {
    const items = Array.from({ length: 50 }, (_, index) => ({ key: index % 3, index }));
    const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
    assert.deepEqual(firstInOrder(items, byKey, 5), [...items].sort(byKey).slice(0, 5));
  });

  it('leaves the items as they are', () => {
    const items = [3, 1, 2];
    firstInOrder(items, ascending, 1);
    assert.deepEqual(items, [3, 1, 2]);
  });
});
