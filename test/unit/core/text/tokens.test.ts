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

describe('the words of difficult text', () => {
  const cases: readonly (readonly string[])[] = [
    [
      'Ph.D., Mt. Olmo, Ft. Riva e Sta. Rosa',
      'Ph.D.',
      'Mt.',
      'Olmo',
      'Ft.',
      'Riva',
      'e',
      'Sta.',
      'Rosa',
    ],
    ['Jr. Dorn Sr. Bani Co. Corp. Ltd.', 'Jr.', 'Dorn', 'Sr.', 'Bani', 'Co.', 'Corp.', 'Ltd.'],
    ['best. Jr e Inca. Poi', 'best', 'Jr', 'e', 'Inca', 'Poi'],
    [
      '(Sara G.) e Sara G.: no; Sara G. tace',
      'Sara',
      'G.',
      'e',
      'Sara',
      'G.',
      'no',
      'Sara',
      'G.',
      'tace',
    ],
    ['il 3.500 e l’1,5; 3. Poi 4,', 'il', '3.500', 'e', 'l’1,5', '3', 'Poi', '4'],
    ['a.m. e p.m.', 'a.m.', 'e', 'p.m.'],
    ['co\u00adoperazione e\u0301lite', 'co\u00adoperazione', 'e\u0301lite'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['Ivano-Frankivs’k e Ivano‑Frankivsk', 'Ivano-Frankivs’k', 'e', 'Ivano‑Frankivsk'],
    ['-uno- ’due’ &tre&', 'uno', 'due', 'tre'],
    ['uno--due uno–due uno—due', 'uno', 'due', 'uno', 'due', 'uno', 'due'],
    ['user@esempio.it', 'user', 'esempio', 'it'],
    ['𝐀𝐛𝐜 Ødegård ẞtraße', '𝐀𝐛𝐜', 'Ødegård', 'ẞtraße'],
  ];
  for (const [text = '', ...expected] of cases) {
    it(`are ${expected.join(' | ')}`, () => {
      assert.deepEqual(words(text), expected);
    });
  }

  it('are found without their elided words and possessives', () => {
    const names = (text: string) =>
      tokensAt(text, { start: 0, end: text.length }).map(({ name }) =>
        text.slice(name.start, name.end),
      );
    assert.deepEqual(names('dell’U.S. Army e d’O’Neil'), ['U.S.', 'Army', 'e', 'O’Neil']);
    assert.deepEqual(names('the U.S.’s and Lavrov’s'), ['the', 'U.S.', 'and', 'Lavrov']);
    assert.deepEqual(names('l’北京'), ['l', '北京']);
  });
});
