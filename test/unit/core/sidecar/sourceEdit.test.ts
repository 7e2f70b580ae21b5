import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/sidecar/sourceEdit';

describe('applyEdits', () => {
  it('makes edits in the order of their places, whatever theirs is', () => {
    const edits = [
      { start: 7, end: 10, text: 'nord' },
      { start: 0, end: 1, text: 'Alla' },
    ];
    assert.equal(applyEdits('A riva sud', edits), 'Alla riva nord');
    assert.equal(applyEdits('A riva sud', []), 'A riva sud');
  });

  it('puts insertions at one place in their order, before what is replaced there', () => {
    const edits = [
      { start: 2, end: 6, text: 'molo' },
      { start: 2, end: 2, text: 'un ' },
      { start: 2, end: 2, text: 'bel ' },
    ];
    assert.equal(applyEdits('a riva', edits), 'a un bel molo');
  });
});
