import assert from 'node:assert/strict';
import { hidden, quoteContext } from '../../../../src/core/quotes/quoteContext';
import { marked } from '../../../support/marked';

const contextOf = (source: string) => {
  const { text, spans } = marked(source);
  const context = quoteContext(text, spans);
  assert.ok(context);
  const shown = (span: { start: number; end: number }) =>
    context.text.slice(span.start, span.end).replaceAll(hidden, '_');
  return { ...context, shown, original: text };
};

describe('quoteContext', () => {
  it('hides what is in quotation marks, but for where a sentence ends in it', () => {
    const { bounds, shown } = contextOf('Uno: «⟦sì⟧» e «No.»');
    assert.equal(shown(bounds), 'Uno: ____ e ____.');
  });

  it('has the sentence around the quote', () => {
    const { sentence, shown } = contextOf('Uno. Bani dice «⟦sì. Anzi no⟧» e ride. Due.');
    assert.equal(shown(sentence), 'Bani dice _____________ e ride. ');
  });

  it('stays within the quotation that the quote stands in', () => {
    const { bounds, shown } = contextOf('«Bani dice “⟦no⟧” a tutti», dice Neri.');
    assert.equal(shown(bounds), 'Bani dice ____ a tutti');
  });

  it('begins with the paragraph above where that ends with a colon', () => {
    const { sentence, original } = contextOf('Uno. Bani dice:\n\n«⟦Sì⟧»');
    assert.equal(original.slice(sentence.start, sentence.end), 'Bani dice:\n\n«Sì»');
  });

  it('shows what stands between the pieces of a split quote', () => {
    const { outer, shown } = contextOf('«⟦A⟧», dice, «⟦b⟧»');
    assert.equal(shown(outer), '___, dice, ___');
  });

  it('knows where the first piece and the quotation before end', () => {
    const { firstEnd, outer, previousEnd } = contextOf('«A», «⟦b⟧», dice, «⟦c⟧»');
    assert.deepEqual([previousEnd, firstEnd, outer], [3, 8, { start: 5, end: 19 }]);
  });

  it('is none for no content', () => {
    assert.equal(quoteContext('«A»', []), undefined);
  });
});
