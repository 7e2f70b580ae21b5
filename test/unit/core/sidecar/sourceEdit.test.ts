import assert from 'node:assert/strict';
import { applyEdits, eolOf, insertion, withEol } from '../../../../src/core/sidecar/sourceEdit';

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

describe('insertion', () => {
  it('takes nothing away', () => {
    assert.equal(applyEdits('ab', [insertion(1, '-')]), 'a-b');
  });
});

describe('withEol', () => {
  it('gives a text the end of line of another one', () => {
    assert.equal(withEol('a\nb\r\n', eolOf('x\r\ny')), 'a\r\nb\r\n');
    assert.equal(withEol('a\nb\r\n', eolOf('x')), 'a\nb\n');
  });
});
