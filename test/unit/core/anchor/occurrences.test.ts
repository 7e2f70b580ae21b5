import assert from 'node:assert/strict';
import fc from 'fast-check';
import { occurrencesOf } from '../../../../src/core/anchor/occurrences';
import { itHolds } from '../../../support/property';

/** A text long enough for an index, of few words, so that much of it stands in several places. */
const longTexts = fc
  .array(fc.constantFrom('ponte ', 'porta ', 'è ', '😀', '\n', 'aaaaaaaaaaaaa', 'x'), {
    minLength: 40,
    maxLength: 60,
  })
  .map((words) => words.join('').repeat(120));

describe('occurrencesOf, in a long text', () => {
  itHolds(
    'finds what a search from the start to the end finds',
    fc.tuple(longTexts, fc.nat(), fc.nat(40), fc.nat(3)),
    ([text, at, length, limit]) => {
      const start = at % text.length;
      const needle = text.slice(start, start + length);
      const all: number[] = [];
      for (let i = text.indexOf(needle); needle && i >= 0; i = text.indexOf(needle, i + 1))
        all.push(i);
      assert.deepEqual(occurrencesOf(text, needle), all);
      assert.deepEqual(occurrencesOf(text, needle, limit), all.slice(0, limit));
      const absent = `${needle}⊘${needle}`;
      assert.deepEqual(occurrencesOf(text, absent), []);
    },
    100,
  );

  it('knows two long texts apart that are searched in turn', () => {
    const [one, other] = ['il ponte sul fiume '.repeat(2000), 'il porto sul fiume '.repeat(2000)];
    for (let i = 0; i < 3; i += 1) {
      assert.equal(occurrencesOf(one, 'ponte sul fiume').length, 2000);
      assert.equal(occurrencesOf(other, 'ponte sul fiume').length, 0);
    }
  });
});
