import assert from 'node:assert/strict';
import { freeRuns, standTogether } from '../../../../src/core/anchor/partners';
import { partnersOf } from '../../../support/partners';

describe('Partners', () => {
  it('are matched in runs, but none twice', () => {
    const partners = partnersOf('il ponte di Rivalta', 'il ponte di Norsa');
    partners.match(0, 0);
    assert.ok(!partners.areFree(0, 0) && partners.areFree(1, 1) && !partners.areFree(3, 3));
    partners.matchRun({ from: 0, to: 0, count: 4 });
    assert.deepEqual([...partners.toNew], [0, 1, 2, -1]);
    partners.part(1);
    assert.deepEqual([...partners.toOld], [0, -1, 2, -1]);
  });

  it('know whole sentences', () => {
    const partners = partnersOf('Apre il ponte. Era ora.', 'Era ora. Apre il ponte.');
    assert.ok(partners.isWhole({ from: 0, to: 3, count: 4 }));
    assert.ok(!partners.isWhole({ from: 1, to: 4, count: 3 }));
    assert.ok(partners.isBreak(4, 1) && !partners.isBreak(5, 1));
  });

  it('know whether words left no gap and fill none', () => {
    const partners = partnersOf('uno due tre quattro', 'uno tre due quattro');
    partners.match(0, 0);
    partners.match(2, 1);
    partners.match(3, 3);
    assert.ok(partners.isClosed({ from: 1, to: 2, count: 1 }));
    assert.ok(standTogether(partners.toNew, 1, 2) && !standTogether(partners.toNew, 2, 3));
    assert.deepEqual(freeRuns(partners.toNew), [[1, 2]]);
  });
});
