import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FoldedText, foldedText } from '../../../../src/core/anchor/folded';
import { itHolds } from '../../../support/property';
import { lfTexts, spanAt, stretches } from '../../../support/random';

describe('FoldedText', () => {
  const alike: readonly [what: string, a: string, b: string][] = [
    ['quotation marks', '«Sì», “no” e „forse‟', '"Sì", "no" e "forse"'],
    ['apostrophes', 'l’accordo dell‘Ente', "l'accordo dell'Ente"],
    ['dashes', 'ieri – pare – sì', 'ieri - pare - sì'],
    ['white space', 'una\u00a0riga\n\ne  un’altra', 'una riga e un’altra'],
    ['composed and decomposed letters', 'citta\u0300', 'città'],
    ['what is not seen', 'porto\u00adluce\u200b', 'portoluce'],
  ];
  for (const [what, a, b] of alike) {
    it(`takes ${what} for the same`, () => {
      assert.equal(new FoldedText(a).text, new FoldedText(b).text);
    });
  }

  it('keeps words, capitals and marks apart', () => {
    const texts = ['Rossi', 'rossi', 'Rosso', 'Rossi.', 'Rossi,'].map(
      (t) => new FoldedText(t).text,
    );
    assert.equal(new Set(texts).size, texts.length);
  });

  it('gives the place of words back, with the accent on their last letter', () => {
    const text = 'La  citta\u0300 è “bella”…';
    const folded = new FoldedText(text);
    const span = { start: 4, end: 10 };
    assert.deepEqual(folded.fold(span), { start: 3, end: 8 });
    assert.deepEqual(folded.unfold(folded.fold(span)), span);
  });

  it('knows the line that an offset is in, and where lines end', () => {
    const folded = new FoldedText('Titolo\n\nUn paragrafo.\nFine');
    assert.equal(folded.text, 'Titolo Un paragrafo. Fine');
    assert.deepEqual(folded.lineAt(9), { start: 7, end: 20 });
    assert.ok(folded.hasLineEnd(6, 7));
    assert.ok(!folded.hasLineEnd(7, 12));
  });

  itHolds(
    'gives back every span of visible characters that begins and ends with one',
    fc.tuple(lfTexts, stretches),
    ([text, stretch]) => {
      const span = spanAt(text, stretch);
      if (!span) return;
      const folded = new FoldedText(text);
      const { start, end } = folded.unfold(folded.fold(span));
      assert.ok(start <= end && end <= text.length);
      if (/^\p{L}[^]*\p{L}$/u.test(text.slice(span.start, span.end))) {
        assert.ok(
          start === span.start && end >= span.end,
          JSON.stringify([text, span, start, end]),
        );
        assert.match(text.slice(span.end, end), /^[\u0300-\u036f]*$/u);
      }
    },
  );
});

describe('foldedText', () => {
  const pieces = fc.constantFrom(
    ...'aZ.è—“ \t\n\u00a0\u200b\u0300…中'.split(''),
    '  ',
    '😀',
    'parola',
  );
  itHolds(
    'is the text of FoldedText, whatever stands beside what is folded',
    fc.oneof(
      lfTexts,
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    ),
    (text) => {
      assert.equal(foldedText(text), new FoldedText(text).text);
    },
  );
});
