import assert from 'node:assert/strict';
import type { Difference } from '../../../../src/core/diff/difference';
import { wayOf, ways } from '../../../../src/features/compare/ways';
import { entityOf } from '../../../support/builders';

describe('the way in which something differs', () => {
  const [before, after] = [entityOf('Ada Nerz'), entityOf('Ada Nerz Olm')];
  const versions = { thing: 'entity', before, after, parts: ['name'] } as const;
  const differences: readonly Difference[] = [
    { thing: 'entity', change: 'removed', before },
    { ...versions, change: 'changed' },
    { ...versions, change: 'renamed' },
    { ...versions, change: 'merged' },
    { thing: 'entity', change: 'added', after },
    { thing: 'article', change: 'changed', before: {}, after: { title: 'Neve' }, parts: ['title'] },
  ];

  it('is one of three, and a change also where an entity is renamed or merged', () => {
    assert.deepEqual(differences.map(wayOf), [
      'removed',
      'changed',
      'changed',
      'changed',
      'added',
      'changed',
    ]);
  });

  it('stands in a list in the order in which groups are shown', () => {
    assert.deepEqual(ways, ['added', 'removed', 'changed']);
  });
});
