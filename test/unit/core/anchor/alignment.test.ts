import assert from 'node:assert/strict';
import { Alignment } from '../../../../src/core/anchor/alignment';
import { FoldedText } from '../../../../src/core/anchor/folded';
import { Tokens } from '../../../../src/core/anchor/tokens';

/** The new text with each word that has a partner in the old one as the number of that. */
function aligned(before: string, after: string, areOne = false): string {
  const vocabulary = new Map<string, number>();
  const [a, b] = [before, after].map((text) => new Tokens(new FoldedText(text), vocabulary));
  assert.ok(a && b);
  const { toNew, toOld } = new Alignment(a, b, areOne);
  toNew.forEach((to, from) => {
    assert.ok(to === -1 || toOld[to] === from, 'partners are partners of one another');
  });
  return b.starts
    .map((start, i) => ((toOld[i] ?? -1) >= 0 ? toOld[i] : b.folded.text.slice(start, b.ends[i])))
    .join(' ');
}

const passage = 'uno due tre quattro cinque sei sette otto nove';

describe('Alignment', () => {
  it('finds what stayed around what was replaced', () => {
    assert.equal(aligned('uno due tre', 'uno poi tre'), '0 poi 2');
  });

  it('follows passages that changed places', () => {
    const other = 'a b c d e f g h i';
    assert.equal(
      aligned(`${passage}. ${other}.`, `${other}. ${passage}.`),
      '10 11 12 13 14 15 16 17 18 19 0 1 2 3 4 5 6 7 8 9',
    );
  });

  it('does not take a word of another sentence for the one that was there', () => {
    const [gone, put] = [
      'Ieri il consiglio di Rivalta ha bocciato la nuova strada del porto vecchio',
      'Molti turisti sono rimasti bloccati a lungo nella stazione di Granara senza notizie',
    ];
    assert.equal(aligned(gone, put), put);
  });

  it('takes it where both are known to be one passage', () => {
    assert.match(
      aligned(
        'il ponte è bello',
        'un vecchio muro di mattoni rossi è caduto ieri notte al porto di Rivalta',
        true,
      ),
      /2/,
    );
  });

  it('follows a word to a new place nearby', () => {
    assert.equal(aligned('uno due tre quattro cinque', 'due tre quattro uno cinque'), '1 2 3 0 4');
  });

  it('has nothing to say of empty texts', () => {
    assert.equal(aligned('', ''), '');
    assert.equal(aligned('uno', ''), '');
    assert.equal(aligned('', 'uno'), 'uno');
  });
});
