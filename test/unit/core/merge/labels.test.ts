import assert from 'node:assert/strict';
import { mergedLabels } from '../../../../src/core/merge/labels';

describe('mergedLabels', () => {
  it('are those of the side that has changed them', () => {
    assert.deepEqual(mergedLabels({ base: ['a'], ours: ['b', 'a'], theirs: ['a'] }), ['b', 'a']);
    assert.deepEqual(mergedLabels({ base: ['a'], ours: ['a'], theirs: ['c'] }), ['c']);
    assert.equal(mergedLabels({ base: ['a'], ours: ['a'] }), undefined);
    assert.equal(mergedLabels({}), undefined);
  });

  it('have what either has added, and nothing that one has removed', () => {
    const base = ['z', 'b', 'c'];
    const ours = ['z', 'b', 'x', 'd'];
    const theirs = ['z', 'c', 'a', 'x'];
    assert.deepEqual(mergedLabels({ base, ours, theirs }), ['z', 'a', 'd', 'x']);
    assert.deepEqual(mergedLabels({ base, ours: theirs, theirs: ours }), ['z', 'a', 'd', 'x']);
    assert.deepEqual(mergedLabels({ ours: ['b'], theirs: ['a'] }), ['a', 'b']);
  });

  it('are none where nothing is left of them', () => {
    assert.equal(mergedLabels({ base: ['a', 'b'], ours: ['a'], theirs: ['b'] }), undefined);
  });
});
