import assert from 'node:assert/strict';
import { countsOf } from '../../../../src/core/merge/counts';

describe('countsOf', () => {
  it('says how often each word is there', () => {
    assert.deepEqual(
      [...countsOf(['b', 'a', 'b'])],
      [
        ['b', 2],
        ['a', 1],
      ],
    );
    assert.equal(countsOf([]).size, 0);
  });
});
