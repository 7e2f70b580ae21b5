import assert from 'node:assert/strict';
import fc from 'fast-check';
import { differenceOf } from '../../../../src/core/anchor/difference';
import { itHolds } from '../../../support/property';
import { lfTexts } from '../../../support/random';

describe('differenceOf', () => {
  it('is whole lines', () => {
    assert.deepEqual(differenceOf('uno\ndue tre\nsei', 'uno\ndue e tre\nsei'), {
      start: 4,
      oldEnd: 11,
      newEnd: 13,
    });
  });

  it('does not take a line twice that was put in once more', () => {
    assert.deepEqual(differenceOf('uno\ndue', 'uno\nuno\ndue'), {
      start: 4,
      oldEnd: 7,
      newEnd: 11,
    });
  });

  itHolds(
    'leaves out only what both texts begin and end with, in whole lines',
    fc.tuple(lfTexts, lfTexts, lfTexts, lfTexts),
    ([before, old, now, behind]) => {
      const [a, b] = [before + old + behind, before + now + behind];
      const { start, oldEnd, newEnd } = differenceOf(a, b);
      assert.ok(start <= oldEnd && start <= newEnd);
      assert.equal(a.slice(0, start), b.slice(0, start));
      assert.equal(a.slice(oldEnd), b.slice(newEnd));
      assert.ok(start === 0 || a[start - 1] === '\n');
      assert.ok(oldEnd === a.length || a[oldEnd] === '\n');
    },
  );
});
