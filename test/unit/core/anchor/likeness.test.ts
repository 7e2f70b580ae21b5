import assert from 'node:assert/strict';
import { commonStart, extension, likeness } from '../../../../src/core/anchor/likeness';

describe('likeness', () => {
  it('counts how far two texts begin alike', () => {
    assert.equal(commonStart('ponte', 'porto'), 2);
    assert.equal(commonStart('', 'porto'), 0);
  });

  it('takes what another context has off what is there', () => {
    assert.equal(extension(' ha detto ieri', ' ha detto ieri sera'), 14);
    assert.equal(extension(' ha detto ieri', ' ha poi detto ieri'), 10);
    assert.equal(extension(' ha detto', 'xyz'), 0);
  });

  it('is the part of the greater length that is the same', () => {
    assert.equal(likeness('ponte', 'ponte'), 1);
    assert.equal(likeness('ponte', 'ponti'), 0.8);
    assert.equal(likeness('', 'xy'), 0);
  });
});
