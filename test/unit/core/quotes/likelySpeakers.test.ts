import assert from 'node:assert/strict';
import { likelySpeakers } from '../../../../src/core/quotes/likelySpeakers';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked(
  '«⟦Sì⟧», dice ⟦Neri⟧.\n\n⟦Verdi⟧ e ⟦Bani⟧ ascoltano. «⟦No⟧», dice ⟦Tassoni⟧.\n\n«⟦Forse⟧», aggiunge.',
);
const [yes, neri, verdi, bani, no, tassoni, perhaps] = [0, 1, 2, 3, 4, 5, 6].map((i) =>
  nth(spans, i),
);
assert.ok(yes && neri && verdi && bani && no && tassoni && perhaps);
const names = ['Neri', 'Verdi', 'Bani', 'Tassoni', 'Il Ponte'];
const set = setOf({
  entities: names.map((name) => entityOf(name, name === 'Il Ponte' ? 'work' : 'person')),
  mentions: [neri, verdi, bani, tassoni].map((span) =>
    mentionOf(text.slice(span.start, span.end).toLowerCase(), text, span),
  ),
  quotes: [quoteOf(text, [yes], { speaker: { entity: 'neri' } })],
});
const ids = (quote = quoteOf(text, [no]), of = set) => {
  const { proposed, near, recent, others } = likelySpeakers(of, text, quote);
  return [
    proposed.map(({ entity }) => entity),
    near.map(({ entity }) => entity),
    recent.map(({ id }) => id),
    others.map(({ id }) => id),
  ];
};

describe('likelySpeakers', () => {
  it('are by the words around, in the paragraph, of quotes before, others; each once', () => {
    assert.deepEqual(ids(), [['tassoni'], ['bani', 'verdi'], ['neri'], ['il-ponte']]);
  });

  it('has who is set already apart, and nowhere else', () => {
    const quote = quoteOf(text, [no], { speaker: { entity: 'tassoni' } });
    assert.deepEqual(likelySpeakers(set, text, quote).present, { entity: 'tassoni' });
    assert.deepEqual(ids(quote), [[], ['bani', 'verdi'], ['neri'], ['il-ponte']]);
  });

  it('has nobody apart where only words are set', () => {
    const quote = quoteOf(text, [no], { speaker: { spans: [tassoni] } });
    assert.equal(likelySpeakers(set, text, quote).present, undefined);
  });

  it('proposes the speaker before for a verb without a subject', () => {
    const quotes = [...set.quotes, quoteOf(text, [no], { speaker: { entity: 'tassoni' } })];
    assert.deepEqual(ids(quoteOf(text, [perhaps]), { ...set, quotes })[0], ['tassoni']);
  });

  it('proposes the speaker before for words without a name, which are kept', () => {
    const other = marked('«⟦Sì⟧», dice Neri. «⟦No⟧», dice la sindaca.');
    const [first, second] = [nth(other.spans, 0), nth(other.spans, 1)];
    const neriSays = quoteOf(other.text, [first], { speaker: { entity: 'neri' } });
    const quote = quoteOf(other.text, [second]);
    const { proposed } = likelySpeakers(
      setOf({ entities: [entityOf('Neri')], quotes: [neriSays, quote] }),
      other.text,
      quote,
    );
    assert.deepEqual(
      proposed.map(({ entity, target }) => [entity, target?.selectors[0]?.exact]),
      [
        ['neri', 'la sindaca'],
        [undefined, 'la sindaca'],
      ],
    );
  });

  it('proposes words that mention nobody', () => {
    const other = marked('«⟦Sì⟧», dice la sindaca.');
    const quote = quoteOf(other.text, other.spans);
    const { proposed } = likelySpeakers(setOf({ quotes: [quote] }), other.text, quote);
    assert.equal(nth(proposed, 0).target?.selectors[0]?.exact, 'la sindaca');
  });
});
