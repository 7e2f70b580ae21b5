import assert from 'node:assert/strict';
import { mergedItem, mergedValue, type Kind } from '../../../../src/core/merge/threeWays';
import type { Conflict } from '../../../../src/core/model/conflict';

describe('mergedValue', () => {
  it('is that of the side that has changed it', () => {
    assert.deepEqual(mergedValue({ base: 1, ours: 2, theirs: 1 }), { value: 2, isDisputed: false });
    assert.deepEqual(mergedValue({ base: 1, ours: 1, theirs: 2 }), { value: 2, isDisputed: false });
    assert.deepEqual(mergedValue({ base: 1, ours: 1 }), { value: undefined, isDisputed: false });
    assert.deepEqual(mergedValue({ theirs: 2 }), { value: 2, isDisputed: false });
  });

  it('is that of both where they have made the same of it', () => {
    assert.deepEqual(mergedValue({ base: 1, ours: 2, theirs: 2 }), { value: 2, isDisputed: false });
    assert.deepEqual(mergedValue({ base: 1 }), { value: undefined, isDisputed: false });
  });

  it('is that of ours, and disputed, where they have not', () => {
    assert.deepEqual(mergedValue({ base: 1, ours: 2, theirs: 3 }), { value: 2, isDisputed: true });
    assert.deepEqual(mergedValue({ base: 1, theirs: 3 }), { value: undefined, isDisputed: true });
    assert.deepEqual(mergedValue({ ours: 2, theirs: 3 }), { value: 2, isDisputed: true });
  });

  it('is written as the side does that has changed how it is written', () => {
    const isSame = (a = '', b = '') => a.toLowerCase() === b.toLowerCase();
    assert.equal(mergedValue({ base: 'a', ours: 'a', theirs: 'A' }, isSame).value, 'A');
    assert.equal(mergedValue({ base: 'a', ours: 'A', theirs: 'a' }, isSame).value, 'A');
  });
});

describe('mergedItem', () => {
  interface Item {
    readonly n: number;
    readonly conflict?: Conflict;
  }
  const kind: Kind<Item> = {
    isSame: (a, b) => a.n === b.n,
    merge: ({ base, ours, theirs }) => ({ n: ours.n + theirs.n + (base?.n ?? 0) }),
  };

  it('merges what both have', () => {
    assert.deepEqual(mergedItem({ base: { n: 1 }, ours: { n: 2 }, theirs: { n: 3 } }, kind), {
      n: 6,
    });
    assert.deepEqual(mergedItem({ ours: { n: 2 }, theirs: { n: 3 } }, kind), { n: 5 });
  });

  it('keeps what one has added, and drops what one has removed', () => {
    assert.deepEqual(mergedItem({ ours: { n: 2 } }, kind), { n: 2 });
    assert.deepEqual(mergedItem({ theirs: { n: 2 } }, kind), { n: 2 });
    assert.equal(mergedItem({ base: { n: 1 }, ours: { n: 1 } }, kind), undefined);
    assert.equal(mergedItem({ base: { n: 1 } }, kind), undefined);
  });

  it('keeps what one has changed and the other removed, in conflict', () => {
    assert.deepEqual(mergedItem({ base: { n: 1 }, ours: { n: 2 } }, kind), {
      n: 2,
      conflict: { theirs: 'removed' },
    });
    assert.deepEqual(mergedItem({ base: { n: 1 }, theirs: { n: 2 } }, kind), {
      n: 2,
      conflict: { ours: 'removed' },
    });
  });
});
