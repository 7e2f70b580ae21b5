import assert from 'node:assert/strict';
import { extentOf, spansOf, wordsOf } from '../../../../src/core/model/annotation';
import { targetFor } from '../../../../src/core/edit/target';
import { marked } from '../../../support/marked';

const { text, spans } = marked('“⟦Il ponte⟧”, ha detto Rossi, “⟦resta chiuso⟧”.');
const split = targetFor(text, spans);
const lost = { selectors: [{ exact: 'Verdi' }] };

describe('spansOf', () => {
  it('is the places of all pieces', () => {
    assert.deepEqual(spansOf(split), spans);
  });

  it('is empty where the place is not certain, and where there is no target', () => {
    assert.deepEqual(spansOf(lost), []);
    assert.deepEqual(spansOf(undefined), []);
  });
});

describe('extentOf', () => {
  it('is from the first piece to the last, what is between them included', () => {
    assert.deepEqual(extentOf(split), { start: 1, end: text.length - 2 });
  });

  it('is the span of a target in one piece, also at the start of the text', () => {
    assert.deepEqual(extentOf(targetFor('Roma', [{ start: 0, end: 4 }])), { start: 0, end: 4 });
  });

  it('is none where the place is not certain', () => {
    assert.equal(extentOf(lost), undefined);
  });
});

describe('wordsOf', () => {
  it('joins the words of the pieces', () => {
    assert.equal(wordsOf(split), 'Il ponte … resta chiuso');
    assert.equal(wordsOf(lost), 'Verdi');
  });
});
