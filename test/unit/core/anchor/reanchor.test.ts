import assert from 'node:assert/strict';
import { reanchor } from '../../../../src/core/anchor/reanchor';
import { describeSpan } from '../../../../src/core/anchor/selector';
import { markedOnce } from '../../../support/marked';

const rest = 'Il consiglio di Rivalta si riunisce domani per votare sul nuovo mercato del pesce.';
const old = markedOnce(`Secondo il prefetto, ⟦Errani⟧ mente.\n\n${rest}`);
const selectors = [[describeSpan(old.text, old.span)]];

describe('reanchor', () => {
  it('carries spans where the old text is at hand', () => {
    const now = markedOnce(`${rest}\n\nSecondo il prefetto, ⟦Errani⟧ mente.`);
    const placed = [[{ kind: 'placed', span: now.span }]];
    assert.deepEqual(reanchor(old.text, now.text, selectors), placed);
    assert.deepEqual(reanchor(undefined, now.text, selectors), placed);
  });

  it('offers what is found for words that are gone, and does not place it', () => {
    const text = `${rest}\n\nErrani tace.`;
    assert.deepEqual(reanchor(old.text, text, selectors), [
      [{ kind: 'lost', candidates: [{ start: rest.length + 2, end: rest.length + 8 }] }],
    ]);
  });

  it('offers nothing where nothing is like it', () => {
    assert.deepEqual(reanchor(old.text, rest, selectors), [[{ kind: 'lost', candidates: [] }]]);
  });

  it('has no place for a selector that does not lead to one in its own text', () => {
    const [[place] = []] = reanchor(old.text, old.text, [[{ exact: 'Merzagora' }]]);
    assert.equal(place?.kind, 'lost');
  });
});
