import assert from 'node:assert/strict';
import { reportingPhrasesIn } from '../../../../src/core/quotes/reportingPhrases';
import {
  holdsOnlyAdverbs,
  subjectBefore,
  subjectBehind,
} from '../../../../src/core/quotes/subject';
import { nth } from '../../../support/marked';

const verbIn = (text: string) => nth(reportingPhrasesIn(text, { start: 0, end: text.length }), 0);

describe('subjectBefore', () => {
  const cases: readonly [text: string, subject?: string][] = [
    ['Tassoni ha detto', 'Tassoni'],
    ['Ieri, in aula, la sindaca ha detto', 'la sindaca'],
    ['Il ponte cede e Tassoni ha detto', 'Tassoni'],
    ['Irene Tassoni, 45, ha detto', 'Irene Tassoni'],
    ['Irene Tassoni, che ieri era in aula, ha detto', 'Irene Tassoni'],
    ['Il ministro dei Lavori, Ugo Bani, ha detto', 'Il ministro dei Lavori, Ugo Bani'],
    ['Trump also said', 'Trump'],
    ['Nel corso della visita Tassoni ha detto'],
    ['La sindaca, dopo la visita, ha detto'],
    ['Parla Bani: ha detto'],
    ['ha detto'],
  ];
  for (const [text, subject] of cases) {
    it(`is ${subject ?? 'none'} in “${text}”`, () => {
      const found = subjectBefore(text, 0, verbIn(text));
      assert.equal(found && text.slice(found.start, found.end), subject);
    });
  }
});

describe('subjectBehind', () => {
  const cases: readonly [text: string, subject?: string][] = [
    ['ha detto Tassoni.', 'Tassoni'],
    ['ha detto ieri la sindaca in aula', 'la sindaca'],
    ['ha detto il ministro dei Lavori, Ugo Bani, ieri', 'il ministro dei Lavori, Ugo Bani'],
    ['ha detto il ministro, Bani tace', 'il ministro'],
    ['ha detto Bani mente'],
    ['said he lied'],
    ['told Trump on Monday'],
    ['saying Trump.'],
    ['secondo la sindaca tutto va bene', 'la sindaca tutto va bene'],
  ];
  for (const [text, subject] of cases) {
    it(`is ${subject ?? 'none'} in “${text}”`, () => {
      const found = subjectBehind(text, { start: 0, end: text.length }, verbIn(text));
      assert.equal(found && text.slice(found.start, found.end), subject);
    });
  }
});

describe('holdsOnlyAdverbs', () => {
  it('is so for adverbs and for nothing', () => {
    const { lexicon } = verbIn('ha detto');
    const holds = (text: string) => holdsOnlyAdverbs(text, { start: 0, end: text.length }, lexicon);
    assert.deepEqual([holds(' poi '), holds(''), holds('poi Bani')], [true, true, false]);
  });
});
