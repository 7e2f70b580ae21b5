import assert from 'node:assert/strict';
import { marksOf } from '../../../../src/core/quotes/marks';

/** Each mark as `(` where it opens, `)` where it closes, `|` where either may be. */
const sides = (text: string) => {
  const signs = { opens: '(', closes: ')', either: '|' };
  return marksOf(text, { start: 0, end: text.length })
    .map(({ side }) => signs[side])
    .join('');
};

describe('marksOf', () => {
  const cases: readonly [text: string, sides: string][] = [
    ['“a”', '()'],
    ['”a“', '()'],
    ['»a«', '()'],
    ['« a »', '()'],
    ['“ a “', '||'],
    ['a"b"', '|)'],
    ['“‘a’”', '(())'],
    ["''a''", '()'],
    ['l’a', ''],
    ['’90s ’ndrangheta ’tis', ''],
    ['‘90 lire’', '()'],
    ["'the workers' party'", '()'],
    ["the workers' party", ')'],
    ['「a」', '()'],
    ['', ''],
  ];
  for (const [text, expected] of cases) {
    it(`are ${expected || 'none'} in ${text || 'nothing'}`, () => {
      assert.equal(sides(text), expected);
    });
  }

  it('have offsets of the whole text', () => {
    const text = 'Uno.\n“a”';
    assert.deepEqual(
      marksOf(text, { start: 5, end: 8 }).map(({ start, end }) => text.slice(start, end)),
      ['“', '”'],
    );
  });
});
