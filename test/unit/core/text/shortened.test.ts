import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shortened } from '../../../../src/core/text/shortened';
import { itHolds } from '../../../support/property';
import { lfTexts } from '../../../support/random';

describe('shortened', () => {
  it('leaves short words as they are', () => {
    assert.equal(shortened('Il ponte resta chiuso'), 'Il ponte resta chiuso');
  });

  it('puts words on one line', () => {
    assert.equal(shortened('Il ponte\n\n  resta\tchiuso'), 'Il ponte resta chiuso');
  });

  it('cuts long words and says so', () => {
    assert.equal(shortened('Il ponte resta chiuso', 9), 'Il ponte…');
    assert.equal(shortened('Il ponte resta chiuso', 21), 'Il ponte resta chiuso');
  });

  it('never cuts a character in two', () => {
    assert.equal(shortened('🌉🌊⚓🌉', 3), '🌉🌊…');
  });

  itHolds(
    'never has more code points than it may',
    fc.tuple(lfTexts, fc.integer({ min: 1, max: 80 })),
    ([text, length]) => {
      const points = Array.from(shortened(text, length));
      assert.ok(points.length <= length);
      assert.ok(!points.includes('\n'));
    },
  );
});
