import assert from 'node:assert/strict';
import { diffRuns, matchGaps } from '../../../../src/core/anchor/gaps';
import { partnersOf } from '../../../support/partners';

describe('matchGaps', () => {
  it('matches what is equal in a short gap', () => {
    const partners = partnersOf('apre il ponte nuovo', 'apre il bel ponte');
    matchGaps(partners, false);
    assert.deepEqual([...partners.toNew], [0, 1, 3, -1]);
  });

  const [old, now] = [
    'Secondo la sindaca ogni banco del mercato coperto sarà assegnato entro dicembre',
    'Nessun treno parte dalla stazione vecchia: il binario resta chiuso anche domani mattina',
  ];

  it('takes no word of another sentence for the same, unless both are known to be one', () => {
    const texts = [`${old}, il resto no`, `${now}, forse`] as const;
    const partners = partnersOf(...texts);
    matchGaps(partners, false);
    assert.ok(partners.toNew.every((partner) => partner === -1));
    const same = partnersOf(...texts);
    matchGaps(same, true);
    assert.ok(same.toNew.some((partner) => partner >= 0));
  });
});

describe('diffRuns', () => {
  it('gives the longest common words in runs', () => {
    const partners = partnersOf('a b c d', 'a c d b');
    assert.deepEqual(diffRuns(partners, { from: 0, fromEnd: 4, to: 0, toEnd: 4 }), [
      { from: 0, to: 0, count: 1 },
      { from: 2, to: 1, count: 2 },
    ]);
  });
});
