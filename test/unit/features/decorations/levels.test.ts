import assert from 'node:assert/strict';
import { levelsAround, levelsInside } from '../../../../src/features/decorations/levels';
import { marked } from '../../../support/marked';

const nested = marked('⟦a ⟦b ⟦c⟧⟧ ⟦d⟧⟧ ⟦e⟧').spans;
const crossing = [
  { start: 0, end: 6 },
  { start: 4, end: 9 },
];
const same = [
  { start: 0, end: 3 },
  { start: 0, end: 3 },
];

describe('levelsInside', () => {
  it('counts from the innermost span', () => {
    assert.deepEqual(levelsInside(nested), [2, 1, 0, 0, 0]);
  });

  it('parts spans that cross and spans that are the same, but not those that touch', () => {
    assert.deepEqual(levelsInside(crossing), [1, 0]);
    assert.deepEqual(levelsInside(same), [1, 0]);
    assert.deepEqual(levelsInside(marked('⟦a⟧⟦b⟧').spans), [0, 0]);
  });
});

describe('levelsAround', () => {
  it('counts from the outermost span', () => {
    assert.deepEqual(levelsAround(nested), [0, 1, 2, 1, 0]);
  });

  it('parts spans that cross and spans that are the same, but not those that touch', () => {
    assert.deepEqual(levelsAround(crossing), [0, 1]);
    assert.deepEqual(levelsAround(same), [0, 1]);
    assert.deepEqual(levelsAround(marked('⟦a⟧⟦b⟧').spans), [0, 0]);
  });
});
