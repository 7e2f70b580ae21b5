import assert from 'node:assert/strict';
import {
  lexiconsFor,
  reportingPhraseAt,
  reportingPhrasesIn,
} from '../../../../src/core/quotes/reportingPhrases';

const found = (text: string, language?: string) =>
  reportingPhrasesIn(text, { start: 0, end: text.length }, language).map(({ exact }) => exact);

describe('reportingPhrasesIn', () => {
  const cases: readonly [text: string, ...phrases: string[]][] = [
    ['Tassoni ha detto che', 'ha detto'],
    ['ha anche specificato', 'ha anche specificato'],
    ['Tassoni disse e poi aggiunse', 'disse', 'aggiunse'],
    ['Secondo Tassoni', 'Secondo'],
    ['l’ha detto', 'ha detto'],
    ['a déclaré', 'a déclaré'],
    ['he added, she said', 'added', 'said'],
    ['ha an\u0303adido', 'ha an\u0303adido'],
    ['قالت سلمى', 'قالت'],
    ['林乔珩表示：', '表示'],
    // Nouns, names and parts of words.
    ['la replica di Tassoni'],
    ['the United States'],
    ['benedetto, predice'],
    ['表示器坏了'],
  ];
  for (const [text, ...phrases] of cases) {
    it(`are ${phrases.join(', ') || 'none'} in “${text}”`, () => {
      assert.deepEqual(found(text), phrases);
    });
  }

  it('takes what languages share for the language of the article', () => {
    const language = (article?: string) =>
      reportingPhrasesIn('dice', { start: 0, end: 4 }, article)[0]?.lexicon.language;
    assert.equal(language(), 'it');
    assert.equal(language('es-AR'), 'es');
  });
});

describe('reportingPhraseAt', () => {
  it('is the whole phrase at the cursor', () => {
    const text = 'Uno.\nTassoni ha detto no';
    const at = (words: string) => {
      const span = reportingPhraseAt(text, text.indexOf(words) + 1);
      return span && text.slice(span.start, span.end);
    };
    assert.equal(at('ha'), 'ha detto');
    assert.equal(at('detto'), 'ha detto');
    assert.equal(at('no'), undefined);
  });
});

describe('lexiconsFor', () => {
  it('gives that of the article first', () => {
    assert.equal(lexiconsFor('FR')[0]?.language, 'fr');
    assert.equal(lexiconsFor()[0]?.language, 'it');
  });
});
