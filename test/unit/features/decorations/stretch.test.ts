import assert from 'node:assert/strict';
import { ArticleText } from '../../../../src/core/text/articleText';
import { containsLines, stretchOf, withMargin } from '../../../../src/features/decorations/stretch';

const lines = (first: number, last: number) => ({ first, last });

describe('lines with a margin', () => {
  it('are three screens', () => {
    assert.deepEqual(withMargin(lines(100, 139), 1000), lines(60, 179));
    assert.deepEqual(withMargin(lines(5, 5), 1000), lines(4, 6));
  });

  it('end where the text does', () => {
    assert.deepEqual(withMargin(lines(10, 49), 1000), lines(0, 89));
    assert.deepEqual(withMargin(lines(960, 999), 1000), lines(920, 999));
    assert.deepEqual(withMargin(lines(0, 0), 1), lines(0, 0));
  });
});

describe('lines', () => {
  it('contain themselves and what is between their ends, but not what reaches out', () => {
    const outer = lines(3, 8);
    for (const inner of [lines(3, 8), lines(3, 3), lines(8, 8), lines(4, 7)]) {
      assert.ok(containsLines(outer, inner), JSON.stringify(inner));
    }
    for (const inner of [lines(2, 8), lines(3, 9), lines(0, 2), lines(9, 9), lines(2, 9)]) {
      assert.ok(!containsLines(outer, inner), JSON.stringify(inner));
    }
  });

  it('have the words from the first to the last, without the end of the last line', () => {
    const text = new ArticleText('Neve.\n\nDiga: «sì» 👩‍🚀\nFine');
    const words = (first: number, last: number) => {
      const { start, end } = stretchOf(text, lines(first, last));
      return text.text.slice(start, end);
    };
    assert.equal(words(0, 0), 'Neve.');
    assert.equal(words(1, 1), '');
    assert.equal(words(1, 2), '\nDiga: «sì» 👩‍🚀');
    assert.equal(words(0, 3), text.text);
    assert.throws(() => words(3, 4), /no line 4/);
  });
});
