import assert from 'node:assert/strict';
import { firstIndex } from '../../../../src/core/text/bisect';

describe('firstIndex', () => {
  it('finds where a condition begins to hold, wherever that is', () => {
    for (let length = 0; length < 9; length += 1) {
      for (let first = 0; first <= length; first += 1) {
        const asked: number[] = [];
        const found = firstIndex(length, (index) => {
          asked.push(index);
          return index >= first;
        });
        assert.equal(found, first);
        assert.ok(asked.every((index) => index >= 0 && index < length));
      }
    }
  });
});
