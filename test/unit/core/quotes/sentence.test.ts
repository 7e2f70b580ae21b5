import assert from 'node:assert/strict';
import { isAbbreviated, sentenceEnds } from '../../../../src/core/quotes/sentence';

describe('sentenceEnds', () => {
  const cases: readonly [text: string, ...ends: string[]][] = [
    ['Il ponte è chiuso. La strada no.', 'Il ponte è chiuso. ', 'Il ponte è chiuso. La strada no.'],
    ['Davvero? Sì! Il ponte…', 'Davvero? ', 'Davvero? Sì! '],
    ['Sen. Tasson met Gov. Bani in the U.S. Senate'],
    ['Alle 12.30 si chiude'],
    ['il ponte di via A. Bani'],
    ['桥关了。路也是', '桥关了。'],
  ];
  for (const [text, ...ends] of cases) {
    it(`are ${String(ends.length)} in “${text}”`, () => {
      assert.deepEqual(
        sentenceEnds(text, { start: 0, end: text.length }).map((end) => text.slice(0, end)),
        ends,
      );
    });
  }
});

describe('isAbbreviated', () => {
  it('knows titles, single letters and what holds full stops', () => {
    for (const words of ['said Sen', 'the U.S', 'J', 'il prof']) assert.ok(isAbbreviated(words));
    for (const words of ['Kim', 'il ponte', '']) assert.ok(!isAbbreviated(words));
  });
});
