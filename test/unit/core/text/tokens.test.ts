import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlaps, touches } from '../../../../src/core/text/span';
import { isUnspaced, tokensAt } from '../../../../src/core/text/tokens';
import { itHolds } from '../../../support/property';
import { isInPair, lfTexts } from '../../../support/random';

/** All words of a text. */
function words(text: string): string[] {
  return tokensAt(text, { start: 0, end: text.length }).map(({ word }) =>
    text.slice(word.start, word.end),
  );
}

describe('tokensAt', () => {
  const cases: readonly (readonly string[])[] = [
    ['Choe Son-hui', 'Choe', 'Son-hui'],
    ['O’Neil, dell’Ucraina.', 'O’Neil', 'dell’Ucraina'],
    ['the U.S. and the U.S.-led army', 'the', 'U.S.', 'and', 'the', 'U.S.-led', 'army'],
    ['Navi S.p.A. (già S.p.A, oggi srl)', 'Navi', 'S.p.A.', 'già', 'S.p.A', 'oggi', 'srl'],
    ['J.R.R. Verdi e J.-P. Bianchi', 'J.R.R.', 'Verdi', 'e', 'J.-P.', 'Bianchi'],
    ['В.В. Иванов', 'В.В.', 'Иванов'],
    ['St. Malo, Ponti Inc. e altri', 'St.', 'Malo', 'Ponti', 'Inc.', 'e', 'altri'],
    ['Sara G., 32 anni', 'Sara', 'G.', '32', 'anni'],
    ['vitamina C. Poi', 'vitamina', 'C', 'Poi'],
    ['AT&T, Il·lustre, F-35, 2.0, 1.250,5.', 'AT&T', 'Il·lustre', 'F-35', '2.0', '1.250,5'],
    ['Finito.Poi “si” va… “a-”', 'Finito', 'Poi', 'si', 'va', 'a'],
    ['ארה"ב "אמר"', 'ארה"ב', 'אמר'],
    ['قال والوزير، أمس', 'قال', 'والوزير', 'أمس'],
    ['citta\u0300 👩‍🔧 1\uFE0F\u20E3', 'citta\u0300', '1\uFE0F\u20E3'],
    ['日本の記者、', '日本', 'の', '記者'],
    ['สวัสดีประเทศไทย', 'สวัสดี', 'ประเทศไทย'],
    [' … – '],
  ];
  for (const [text = '', ...expected] of cases) {
    it(`finds the words of ${text}`, () => {
      assert.deepEqual(words(text), expected);
    });
  }

  it('is of those words only that the span touches', () => {
    const text = 'uno due tre';
    assert.equal(tokensAt(text, { start: 3, end: 3 }).length, 1);
    assert.equal(tokensAt(text, { start: 3, end: 4 }).length, 2);
    assert.equal(tokensAt('uno  due', { start: 4, end: 4 }).length, 0);
  });

  itHolds(
    'finds the same words from anywhere, which overlap each other nowhere and cut no character',
    fc.tuple(lfTexts, fc.nat()),
    ([text, number]) => {
      const offset = number % (text.length + 1);
      const all = tokensAt(text, { start: 0, end: text.length });
      assert.deepEqual(
        tokensAt(text, { start: offset, end: offset }),
        all.filter(({ word }) => touches(word, offset)),
      );
      for (const [i, { word, name }] of all.entries()) {
        assert.ok(all.slice(i + 1).every((other) => !overlaps(word, other.word)));
        assert.ok(word.start <= name.start && name.start < name.end && name.end <= word.end);
        for (const end of [word.start, word.end]) {
          assert.ok(!isInPair(text, end));
          assert.doesNotMatch(text.slice(end), /^\p{M}/u);
        }
      }
    },
  );
});

describe('isUnspaced', () => {
  it('is so for scripts without spaces between words', () => {
    assert.deepEqual(['记者', 'ไทย', 'かな', 'Roma', 'قال', '한국'].map(isUnspaced), [
      ...[true, true, true],
      ...[false, false, false],
    ]);
  });
});
