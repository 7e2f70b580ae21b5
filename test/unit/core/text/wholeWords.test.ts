import assert from 'node:assert/strict';
import { isWhole } from '../../../../src/core/text/wholeWords';
import { markedOnce } from '../../../support/marked';

/** Whether the marked part of the text is whole words. */
const whole = (source: string) => {
  const { text, span } = markedOnce(source);
  return isWhole(text, span);
};

describe('isWhole', () => {
  it('wants no letter, mark or digit to touch the words', () => {
    assert.ok(whole('il ⟦porto⟧, poi'));
    assert.ok(whole('⟦porto⟧'));
    assert.ok(whole('dell’⟦aeroporto⟧'));
    assert.ok(!whole('aero⟦porto⟧'));
    assert.ok(!whole('⟦porto⟧lano'));
    assert.ok(!whole('⟦porto⟧2'));
    assert.ok(!whole('⟦caffe⟧\u0301'));
    assert.ok(!whole('𝐚⟦porto⟧'));
  });

  it('lets words touch in scripts without spaces', () => {
    assert.ok(whole('我在⟦港口⟧工作'));
    assert.ok(whole('ท⟦ท่าเรือ⟧ท'));
    assert.ok(!whole('و⟦الميناء⟧ة'));
  });
});
