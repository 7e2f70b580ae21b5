import assert from 'node:assert/strict';
import {
  isSameTarget,
  mergedTarget,
  overlapOf,
  placeKey,
} from '../../../../src/core/merge/targets';

const at = (start: number, end: number, exact = 'Ada') => ({
  selectors: [{ exact }],
  spans: [{ start, end }],
});
const lost = (exact: string, prefix?: string) => ({
  selectors: [{ exact, ...(prefix !== undefined && { prefix }) }],
});

describe('isSameTarget', () => {
  it('goes by places, however they are written', () => {
    assert.ok(isSameTarget(at(1, 4), at(1, 4, 'other')));
    assert.ok(!isSameTarget(at(1, 4), at(5, 8)));
  });

  it('goes by the words where a place is not certain', () => {
    assert.ok(isSameTarget(lost('Ada', 'x'), lost('Ada', 'y')));
    assert.ok(isSameTarget(lost('Ada'), at(1, 4)));
    assert.ok(!isSameTarget(lost('Bea'), at(1, 4)));
  });

  it('knows that none is none, and keys of pieces', () => {
    assert.ok(isSameTarget(undefined, undefined));
    assert.ok(!isSameTarget(undefined, at(1, 4)));
    const noted = { ...at(1, 4), selectors: [{ exact: 'Ada', extra: { x: 1 } }] };
    assert.ok(!isSameTarget(at(1, 4), noted));
  });
});

describe('mergedTarget', () => {
  it('has a place where a side has one', () => {
    const placed = at(1, 4);
    assert.equal(mergedTarget(lost('Ada'), { ours: lost('Ada'), theirs: placed }), placed);
    assert.equal(mergedTarget(placed, { ours: placed, theirs: at(5, 8) }), placed);
    const other = lost('Bea');
    assert.equal(mergedTarget(other, { ours: other, theirs: placed }), other);
    assert.equal(mergedTarget(undefined, { theirs: placed }), undefined);
  });
});

describe('placeKey', () => {
  it('is the same for the same places, or for what is written alike but for its text', () => {
    assert.equal(placeKey(at(1, 4)), placeKey(at(1, 4, 'other')));
    assert.notEqual(placeKey(at(1, 4)), placeKey(at(1, 5)));
    assert.equal(
      placeKey(lost('a')),
      placeKey({ selectors: [{ exact: 'a', text: 'b'.repeat(40) }] }),
    );
    assert.notEqual(placeKey(lost('a')), placeKey(lost('a', 'x')));
  });
});

describe('overlapOf', () => {
  it('counts what all pieces share', () => {
    const pieces = {
      selectors: [],
      spans: [
        { start: 0, end: 4 },
        { start: 8, end: 12 },
      ],
    };
    assert.equal(overlapOf(pieces, at(2, 10)), 4);
    assert.equal(overlapOf(pieces, at(4, 8)), 0);
    assert.equal(overlapOf(pieces, lost('x')), 0);
  });
});
