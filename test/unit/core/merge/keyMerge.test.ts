import assert from 'node:assert/strict';
import { hasSameFurther, KeyMerge } from '../../../../src/core/merge/keyMerge';
import type { Entity } from '../../../../src/core/model/annotation';
import { entityOf } from '../../../support/builders';

const entity = entityOf('Ada');
const name = ({ name: own }: { readonly name: string }) => own;

describe('KeyMerge', () => {
  it('takes each key from the side that has changed it', () => {
    const merge = new KeyMerge({
      base: { ...entity, extra: { a: 1, b: 1, c: 1 } },
      ours: { ...entity, name: 'Ada P.', extra: { a: 2, b: 1, c: 1, d: 1 } },
      theirs: { ...entity, extra: { a: 1, b: 2 } },
    });
    assert.equal(merge.required('name', name), 'Ada P.');
    assert.deepEqual(merge.further(), { extra: { a: 2, b: 2, d: 1 } });
  });

  it('collects how theirs has what both have changed, null for what it has not', () => {
    const merge = new KeyMerge({
      base: { ...entity, extra: { a: 1, b: 1 } },
      ours: { ...entity, name: 'A.', extra: { a: 2 } },
      theirs: { ...entity, name: 'B.', extra: { b: 3 } },
    });
    assert.equal(merge.required('name', name), 'A.');
    assert.deepEqual(merge.further(), {
      extra: { a: 2 },
      conflict: { theirs: { name: 'B.', a: null, b: 3 } },
    });
  });

  it('has no further keys where there are none', () => {
    const merge = new KeyMerge({
      base: { ...entity, extra: { a: 1 } },
      ours: entity,
      theirs: entity,
    });
    assert.deepEqual(merge.further(), {});
  });

  it('takes keys for what they are, whatever all objects have', () => {
    const merge = new KeyMerge({ ours: { extra: { constructor: 1 } }, theirs: {} });
    assert.deepEqual(merge.further(), { extra: { constructor: 1 } });
  });

  describe('of what was undecided before', () => {
    const before = { theirs: { name: 'B.' } };

    it('keeps it, unless a side has decided it', () => {
      const undecided: Entity = { ...entity, conflict: before };
      const both = new KeyMerge({ base: undecided, ours: undecided, theirs: undecided });
      assert.deepEqual(both.further(), { conflict: before });
      const decided = new KeyMerge({ base: undecided, ours: entity, theirs: undecided });
      assert.deepEqual(decided.further(), {});
    });

    it('holds it behind what is undecided now', () => {
      const merge = new KeyMerge({
        ours: { ...entity, conflict: before },
        theirs: { ...entity, conflict: { theirs: { name: 'C.' } } },
      });
      assert.deepEqual(merge.further(), {
        conflict: { theirs: { name: 'B.', conflict: { theirs: { name: 'C.' } } } },
      });
    });
  });
});

describe('hasSameFurther', () => {
  it('compares further keys and what is undecided', () => {
    assert.ok(hasSameFurther({ extra: {} }, {}));
    assert.ok(!hasSameFurther({ extra: { a: 1 } }, {}));
    assert.ok(!hasSameFurther({ conflict: { theirs: 'removed' } }, {}));
  });
});
