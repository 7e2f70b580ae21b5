import assert from 'node:assert/strict';
import { renameType } from '../../../../src/core/edit/typeEdits';
import { apply, invert, isEmpty } from '../../../../src/core/model/change';
import { entityOf, setOf } from '../../../support/builders';

describe('renameType', () => {
  const aurora = { ...entityOf('Aurora', 'ship'), extra: { imo: '9' } };
  const set = setOf({ entities: [aurora, entityOf('Rossi'), entityOf('Doria', 'ship')] });

  it('makes all entities of the type ones of the other, and takes that back', () => {
    const change = renameType(set, 'ship', 'vessel');
    const renamed = apply(change, set);
    assert.deepEqual(
      [...renamed.entities.values()].map(({ id, type }) => [id, type]),
      [
        ['rossi', 'person'],
        ['aurora', 'vessel'],
        ['doria', 'vessel'],
      ],
    );
    assert.deepEqual(renamed.entities.get('aurora'), { ...aurora, type: 'vessel' });
    const back = apply(invert(change), renamed);
    assert.deepEqual(new Map([...back.entities].sort()), new Map([...set.entities].sort()));
  });

  it('does nothing where there are none', () => {
    assert.ok(isEmpty(renameType(set, 'boat', 'vessel')));
  });
});
