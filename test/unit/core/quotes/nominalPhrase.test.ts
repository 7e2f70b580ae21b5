import assert from 'node:assert/strict';
import { afterAdverbs, nominalPhraseAt } from '../../../../src/core/quotes/nominalPhrase';
import { lexiconsFor } from '../../../../src/core/quotes/reportingPhrases';
import { nth } from '../../../support/marked';

const phraseIn = (text: string, language: string) => {
  const lexicon = nth(lexiconsFor(language), 0);
  const phrase = nominalPhraseAt(text, { start: 0, end: text.length }, lexicon);
  const words = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
  return [words(phrase), words(phrase?.name), phrase?.isPronoun];
};

describe('nominalPhraseAt', () => {
  const cases: readonly [language: string, text: string, words?: string, name?: string][] = [
    ['it', 'Irene Tassoni in aula', 'Irene Tassoni', 'Irene Tassoni'],
    ['it', ' ieri la sindaca', 'la sindaca'],
    [
      'it',
      'il ministro degli Esteri russo Ugo Bani',
      'il ministro degli Esteri russo Ugo Bani',
      'Ugo Bani',
    ],
    ['it', 'il ministro degli Esteri russo a Roma', 'il ministro degli Esteri russo'],
    ['it', 'il portavoce del Cremlino', 'il portavoce del Cremlino'],
    ['it', 'D’Amico ieri', 'D’Amico', 'D’Amico'],
    ['it', 'il governatore De Luca', 'il governatore De Luca', 'De Luca'],
    ['it', 'Bani parlando', 'Bani', 'Bani'],
    ['it', 'l’assessore D’Amico', 'l’assessore D’Amico', 'D’Amico'],
    ['it', 'Bani. Poi', 'Bani', 'Bani'],
    ['it', 'in aula'],
    ['it', 'ponte chiuso'],
    ['it', 'la sindaca molto stanca sempre presente altrove'],
    ['en', 'Sen. Irene Tasson of Port', 'Sen. Irene Tasson of Port'],
    ['en', 'the Tasson campaign manager', 'the Tasson campaign manager'],
    ['en', 'a spokesman for the port', 'a spokesman'],
    ['en', 'spokeswoman Choe Son-hui', 'spokeswoman Choe Son-hui', 'Choe Son-hui'],
    ['en', ''],
  ];
  for (const [language, text, words, name] of cases) {
    it(`is ${words ?? 'none'} at the beginning of “${text}”`, () => {
      assert.deepEqual(phraseIn(text, language).slice(0, 2), [words, name]);
    });
  }

  it('may be a pronoun', () => {
    assert.deepEqual(phraseIn('she said', 'en'), ['she', undefined, true]);
  });
});

describe('afterAdverbs', () => {
  it('skips adverbs, of several words too', () => {
    const lexicon = nth(lexiconsFor('it'), 0);
    const rest = (text: string) =>
      text.slice(afterAdverbs(text, { start: 0, end: text.length }, lexicon));
    assert.equal(rest(' ieri da parte sua Bani'), 'Bani');
    assert.equal(rest('giàcinto'), 'giàcinto');
  });
});
