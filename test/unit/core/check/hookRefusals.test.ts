import assert from 'node:assert/strict';
import { refusalText } from '../../../../src/core/check/hookRefusals';

describe('refusalText', () => {
  it('names the file, in English or another language', () => {
    const refusal = { reason: 'no-script', file: '/a/pre-commit' } as const;
    assert.equal(refusalText(refusal), '/a/pre-commit is no shell script');
    assert.equal(
      refusalText(refusal, () => '{file} non è uno script'),
      '/a/pre-commit non è uno script',
    );
  });
});
