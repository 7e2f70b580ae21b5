import assert from 'node:assert/strict';
import { FoldedText } from '../../../../src/core/anchor/folded';
import { slide } from '../../../../src/core/anchor/slide';
import { Tokens } from '../../../../src/core/anchor/tokens';

/** Slides what was taken out of a text. @param partners of the tokens of `after`, in `before` */
function slid(before: string, after: string, partners: readonly number[]): number[] {
  const vocabulary = new Map<string, number>();
  const text = new Tokens(new FoldedText(before), vocabulary);
  const other = new Tokens(new FoldedText(after), vocabulary);
  const back = Int32Array.from(partners);
  const forth = new Int32Array(text.length).fill(-1);
  partners.forEach((from, to) => (forth[from] = to));
  slide(forth, back, text, other);
  back.forEach((from, to) => {
    assert.equal(forth[from], to);
  });
  return [...back];
}

describe('slide', () => {
  const before = 'Sì. Lei va. Lei sta.';

  it('moves what was taken out to the breaks of the text, to the left', () => {
    assert.deepEqual(slid(before, 'Sì. Lei sta.', [0, 1, 2, 6, 7]), [0, 1, 5, 6, 7]);
  });

  it('and to the right', () => {
    assert.deepEqual(slid('a b. C b. D', 'a b. D', [0, 4, 5, 6]), [0, 1, 2, 6]);
  });

  it('leaves what is at a break already', () => {
    assert.deepEqual(slid(before, 'Sì. Lei sta.', [0, 1, 5, 6, 7]), [0, 1, 5, 6, 7]);
  });
});
