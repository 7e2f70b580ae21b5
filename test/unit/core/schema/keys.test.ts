import assert from 'node:assert/strict';
import { freeKeys, keysOfActs } from '../../../../src/core/schema/keys';

describe('freeKeys', () => {
  it('are the letters and digits that are no act and not taken', () => {
    const free = freeKeys(['p', undefined, '7']);
    assert.equal(free.join(''), 'eilotvwyz012345689');
    assert.deepEqual(
      free.filter((key) => keysOfActs.includes(key)),
      [],
    );
  });
});
