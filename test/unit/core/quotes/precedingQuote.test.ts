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

describe('the quote before', () => {
  it('is the one that ends last, whichever begins first', () => {
    const { text, spans } = marked('«⟦Uno «⟦due⟧» tre⟧» | e «⟦lost⟧»');
    const set = setOf({ quotes: spans.map((span) => quoteOf(text, [span])) });
    const quote = precedingQuote(set, text, text.indexOf('|'));
    assert.deepEqual(quote?.content.spans, spans.slice(0, 1));
  });

  it('may end right where one looks from, and is none that goes on there', () => {
    const { text, spans } = marked('«⟦Uno⟧ due»');
    const [span] = spans;
    assert.ok(span);
    const set = setOf({ quotes: [quoteOf(text, [span])] });
    assert.ok(precedingQuote(set, text, span.end));
    assert.equal(precedingQuote(set, text, span.end - 1), undefined);
  });

  it('is no quote without a certain place', () => {
    const lost = { kind: 'direct' as const, content: { selectors: [{ exact: 'Uno' }] } };
    assert.equal(precedingQuote(setOf({ quotes: [lost] }), 'Uno, due', 8), undefined);
  });

  it('counts the last of its pieces', () => {
    const { text, spans } = marked('«⟦Uno⟧»\n\ne «⟦due⟧»\n\nqui');
    const set = setOf({ quotes: [quoteOf(text, spans)] });
    assert.ok(precedingQuote(set, text, text.indexOf('qui')));
    assert.equal(precedingQuote(set, text, text.indexOf('e «')), undefined, 'it goes on there');
  });
});
