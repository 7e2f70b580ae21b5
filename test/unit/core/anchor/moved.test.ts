import assert from 'node:assert/strict';
import { dropStray, matchMoved } from '../../../../src/core/anchor/moved';
import { partnersOf } from '../../../support/partners';

/** Two texts of the same words, of which the second is the last one in the new text. */
function withMoved() {
  const partners = partnersOf('uno due tre quattro', 'uno tre quattro due');
  for (const [from, to] of [
    [0, 0],
    [2, 1],
    [3, 2],
  ] as const)
    partners.match(from, to);
  return partners;
}

describe('matchMoved', () => {
  it('follows words that left no gap and fill none', () => {
    const [partners, moved] = [withMoved(), new Uint8Array(4)];
    matchMoved(partners, moved);
    assert.equal(partners.toNew[1], 3);
    assert.deepEqual([...moved], [0, 0, 0, 1]);
  });

  it('follows none that stand there twice', () => {
    const partners = partnersOf('uno due tre', 'due uno tre due');
    partners.match(0, 1);
    partners.match(2, 2);
    matchMoved(partners, new Uint8Array(4));
    assert.equal(partners.toNew[1], -1);
  });
});

describe('dropStray', () => {
  it('keeps moved words, and says which they are', () => {
    const [partners, moved] = [withMoved(), new Uint8Array(4)];
    partners.match(1, 3);
    dropStray(partners, moved);
    assert.equal(partners.toNew[1], 3);
  });

  it('gives up words whose place others took', () => {
    const partners = partnersOf('uno due tre quattro', 'uno altro tre quattro. Poi due qui.');
    for (const [from, to] of [
      [0, 0],
      [1, 6],
      [2, 2],
      [3, 3],
    ] as const)
      partners.match(from, to);
    dropStray(partners, new Uint8Array(9));
    assert.deepEqual([...partners.toNew], [0, -1, 2, 3]);
  });
});
