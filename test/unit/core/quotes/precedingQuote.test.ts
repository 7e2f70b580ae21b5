import assert from 'node:assert/strict';
import { precedingQuote } from '../../../../src/core/quotes/precedingQuote';
import { quoteOf, setOf } from '../../../support/builders';
import { marked } from '../../../support/marked';

describe('precedingQuote', () => {
  const { text, spans } = marked('«⟦Uno⟧» e «⟦due⟧», poi |\n\nqui\n\nma non là');
  const set = setOf({ quotes: spans.map((span) => quoteOf(text, [span])) });
  const at = (words: string) =>
    precedingQuote(set, text, text.indexOf(words))?.content.selectors[0]?.exact;

  it('is the nearest before in the paragraph or the one above', () => {
    assert.equal(at('|'), 'due');
    assert.equal(at('e «'), 'Uno');
    assert.equal(at('qui'), 'due');
  });

  it('is none further away, or before the first', () => {
    assert.equal(at('là'), undefined);
    assert.equal(at('Uno'), undefined);
  });
});
