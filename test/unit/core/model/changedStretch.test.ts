import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedStretch } from '../../../../src/core/model/changedStretch';
import { itHolds } from '../../../support/property';

describe('changedStretch', () => {
  it('is what differs between the same objects at both ends', () => {
    assert.deepEqual(changedStretch(['a', 'b', 'c', 'd'], ['a', 'x', 'y', 'd']), {
      start: 1,
      removed: ['b', 'c'],
      added: ['x', 'y'],
    });
    assert.deepEqual(changedStretch(['a', 'b'], ['a', 'n', 'b']), {
      start: 1,
      removed: [],
      added: ['n'],
    });
    assert.deepEqual(changedStretch([], ['a']), { start: 0, removed: [], added: ['a'] });
  });

  it('is one of several that are the same, where one of them goes or comes', () => {
    assert.deepEqual(changedStretch(['a', 'a', 'a'], ['a', 'a']), {
      start: 2,
      removed: ['a'],
      added: [],
    });
    assert.deepEqual(changedStretch(['a'], ['a', 'a']), { start: 1, removed: [], added: ['a'] });
  });

  itHolds(
    'leaves a start and an end that make either list of it',
    fc.tuple(fc.array(fc.nat(3)), fc.array(fc.nat(3))),
    ([before, after]) => {
      const { start, removed, added } = changedStretch(before, after);
      const kept = before.length - removed.length;
      assert.equal(after.length - added.length, kept);
      assert.deepEqual(before.slice(start, start + removed.length), removed);
      assert.deepEqual(
        [...before.slice(0, start), ...added, ...before.slice(start + removed.length)],
        after,
      );
    },
  );
});
