import assert from 'node:assert/strict';
import { matchUnique } from '../../../../src/core/anchor/passages';
import { partnersOf } from '../../../support/partners';

const sentence = 'La giunta di Rivalta apre domani il ponte nuovo.';

describe('matchUnique', () => {
  it('matches sentences that stand once in either text, wherever they stand', () => {
    const partners = partnersOf(`${sentence} Tutto qui.`, `Ecco altro. ${sentence}`);
    matchUnique(partners);
    assert.deepEqual([...partners.toNew], [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, -1, -1, -1]);
  });

  it('matches none that stand twice', () => {
    const partners = partnersOf(sentence, `${sentence} ${sentence}`);
    matchUnique(partners);
    assert.ok(partners.toNew.every((partner) => partner === -1));
  });
});
