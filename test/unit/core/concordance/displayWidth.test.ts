import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutEnd, cutStart, displayWidth } from '../../../../src/core/concordance/displayWidth';
import { itHolds } from '../../../support/property';

describe('displayWidth', () => {
  it('counts full-width characters and pictures twice, marks not at all', () => {
    assert.equal(displayWidth('porto «è» – “sì”…'), 17);
    assert.equal(displayWidth('perche\u0301'), 6);
    assert.equal(displayWidth('港口'), 4);
    assert.equal(displayWidth('ＡＢ'), 4);
    assert.equal(displayWidth('한국'), 4);
    assert.equal(displayWidth('الميناء'), 7);
    assert.equal(displayWidth('مِيناء'), 5);
    assert.equal(displayWidth('😀'), 2);
    assert.equal(displayWidth('👩‍👩‍👧'), 2);
    assert.equal(displayWidth('❤️'), 2);
    assert.equal(displayWidth('a\u00adb\u200bc\u2060'), 3);
    assert.equal(displayWidth(''), 0);
  });
});

describe('cutting', () => {
  it('leaves what fits', () => {
    assert.equal(cutEnd('porto', 5), 'porto');
    assert.equal(cutStart('港口', 4), '港口');
  });

  it('cuts at a width, and says so', () => {
    assert.equal(cutEnd('il porto', 5), 'il p…');
    assert.equal(cutStart('il porto', 5), '…orto');
    assert.equal(cutEnd('港口很大', 6), '港口…');
    assert.equal(cutStart('港口很大', 6), '…很大');
  });

  it('takes characters as a whole', () => {
    assert.equal(cutEnd('perche\u0301 no', 7), 'perche\u0301…');
    assert.equal(cutStart('a 👩‍👩‍👧b', 4), '…👩‍👩‍👧b');
  });

  const text = fc.array(fc.constantFrom('a', 'é', 'e\u0301', '港', '😀', 'ب', ' ', '👩‍👧'), {
    maxLength: 30,
  });
  itHolds(
    'gives at most the width, of one end',
    fc.tuple(text, fc.integer({ min: 2, max: 40 })),
    ([parts, width]) => {
      const words = parts.join('');
      for (const cut of [cutEnd(words, width), cutStart(words, width)]) {
        assert.ok(displayWidth(cut) <= width, cut);
        if (cut !== words) assert.ok(displayWidth(cut) >= width - 1, cut);
      }
      assert.ok(words.startsWith(cutEnd(words, width).replace(/…$/, '')));
      assert.ok(words.endsWith(cutStart(words, width).replace(/^…/, '')));
    },
  );
});
