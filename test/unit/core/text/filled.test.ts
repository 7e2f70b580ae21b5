import assert from 'node:assert/strict';
import { filled } from '../../../../src/core/text/filled';

describe('filled', () => {
  it('puts details in place of their names, and leaves a name that has none', () => {
    assert.equal(filled('{a} and {b}, {a}, {c}', { a: '1', b: '$&' }), '1 and $&, 1, {c}');
  });
});
