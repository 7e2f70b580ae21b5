import assert from 'node:assert/strict';
import { uniqueRuns } from '../../../../src/core/anchor/uniqueRuns';

/** Where runs stand that stand once in either list. */
function once(a: readonly number[], b: readonly number[], count: number, used: number[] = []) {
  const usedA = new Int32Array(a.length).fill(-1);
  for (const index of used) usedA[index] = 0;
  const [here, there] = uniqueRuns(a, b, count, usedA, new Int32Array(b.length).fill(-1));
  return [...here].flatMap(([run, at]) => {
    const to = there.get(run) ?? -1;
    return at >= 0 && to >= 0 ? [[at, to]] : [];
  });
}

describe('uniqueRuns', () => {
  it('finds runs that stand once in both', () => {
    assert.deepEqual(once([1, 2, 3, 4, 5], [9, 2, 3, 4, 5], 4), [[1, 1]]);
    assert.deepEqual(once([1, 2], [2, 1, 2], 2), [[0, 1]]);
  });

  it('leaves out runs that stand twice', () => {
    assert.deepEqual(once([1, 2, 1, 2], [1, 2], 2), []);
  });

  it('leaves out runs with tokens that have partners', () => {
    assert.deepEqual(once([1, 2, 3], [1, 2, 3], 2, [0]), [[1, 1]]);
    assert.deepEqual(once([1, 2, 1, 2], [1, 2], 2, [0]), [[2, 0]]);
  });

  it('finds none in lists that are too short', () => {
    assert.deepEqual(once([1], [1], 4), []);
    assert.deepEqual(once([], [], 4), []);
  });
});
