import assert from 'node:assert/strict';
import { furtherParts, partsOfFields, partsOfQuote } from '../../../../src/core/diff/changedParts';
import { quoteOf } from '../../../support/builders';
import { marked } from '../../../support/marked';

describe('the parts that differ', () => {
  it('are the fields of the article, and the unknown keys', () => {
    const before = { title: 'Ponte', labels: ['a'], extra: { desk: 'city' } };
    assert.deepEqual(partsOfFields(before, { labels: ['a', 'b'], extra: {} }), [
      'title',
      'labels',
      'desk',
    ]);
  });

  it('are what a merge has left to decide', () => {
    assert.deepEqual(furtherParts({}, { conflict: { theirs: 'removed' } }), ['conflict']);
  });

  it('are none where a speaker has another id for the same entity', () => {
    const { text, spans } = marked('«⟦Non ora⟧», dice.');
    const by = (entity: string) => quoteOf(text, spans, { speaker: { entity } });
    assert.deepEqual(
      partsOfQuote(by('a'), by('b'), () => 'b'),
      [],
    );
    assert.deepEqual(
      partsOfQuote(by('a'), by('b'), (id) => id),
      ['speaker'],
    );
  });
});
