import assert from 'node:assert/strict';
import { FoldedText } from '../../../../src/core/anchor/folded';
import { Tokens } from '../../../../src/core/anchor/tokens';

const tokensOf = (text: string, vocabulary = new Map<string, number>()) =>
  new Tokens(new FoldedText(text), vocabulary);

/** The words and marks of a text. */
function split(text: string): string[] {
  const { folded, starts, ends } = tokensOf(text);
  return starts.map((start, i) => folded.text.slice(start, ends[i]));
}

describe('Tokens', () => {
  it('are words and marks', () => {
    assert.deepEqual(split('L’Ente, 32 anni: “sì”.'), [
      'L',
      "'",
      'Ente',
      ',',
      '32',
      'anni',
      ':',
      '"',
      'si',
      '"',
      '.',
    ]);
  });

  it('are single characters where a script has no spaces', () => {
    assert.deepEqual(split('记者说OK。'), ['记', '者', '说', 'OK', '。']);
  });

  it('have the same number for the same word in texts with one vocabulary', () => {
    const vocabulary = new Map<string, number>();
    const [a, b] = [tokensOf('il ponte apre', vocabulary), tokensOf('apre il porto', vocabulary)];
    assert.deepEqual(a.ids, [0, 1, 2]);
    assert.deepEqual(b.ids, [2, 0, 3]);
  });

  it('know how long some of them are', () => {
    const tokens = tokensOf('il ponte apre');
    assert.equal(tokens.extent(0, 2), 8);
    assert.equal(tokens.extent(1, 1), 0);
  });

  it('know the breaks of the text', () => {
    const tokens = tokensOf('Sì. “No”, dice\nlui');
    const breaks = tokens.starts.map((_, i) => tokens.breakBefore(i));
    //                      Sì . “  No ” , dice lui
    assert.deepEqual(breaks, [3, 1, 2, 1, 1, 1, 1, 3]);
  });
});
