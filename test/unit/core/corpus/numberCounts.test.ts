import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Counts } from '../../../../src/core/corpus/numberCounts';
import { itHolds } from '../../../support/property';

describe('Counts', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(3)), { maxLength: 30 });

  itHolds('counts as a map of all numbers would', steps, (all) => {
    const counts = new Counts();
    const expected = new Map<number, number>();
    for (const [isMore, number] of all) {
      const before = expected.get(number) ?? 0;
      if (!isMore && before === 0) continue;
      const after = before + (isMore ? 1 : -1);
      assert.equal(isMore ? counts.up(number) : counts.down(number), after);
      if (after > 0) expected.set(number, after);
      else expected.delete(number);
      assert.equal(counts.size, expected.size);
      assert.deepEqual(new Map(counts.entries), expected);
    }
  });

  it('lists numbers in the order in which they came', () => {
    const counts = new Counts();
    for (const number of [7, 3, 7, 5]) counts.up(number);
    assert.deepEqual(counts.entries, [
      [7, 2],
      [3, 1],
      [5, 1],
    ]);
  });
});
