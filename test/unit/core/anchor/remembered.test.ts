import assert from 'node:assert/strict';
import { soughtOf } from '../../../../src/core/anchor/candidates';
import { Remembered } from '../../../../src/core/anchor/remembered';

const text = 'ieri sera parla Norsa del ponte e del mercato coperto di Rivalta';
const place = { start: 16, end: 21 };

/** What selectors that were found from `parla` to `ponte` say of one for Norsa. */
function contradicts(prefix: string, suffix: string, isExact = true): boolean {
  const remembered = new Remembered(text);
  remembered.add(10, 'parla Norsa del ponte'.length);
  return remembered.contradicts(soughtOf({ exact: 'Norsa', prefix, suffix }), place, isExact);
}

describe('Remembered', () => {
  it('contradicts a selector with another context', () => {
    assert.ok(contradicts('tace ', ' del ponte'));
    assert.ok(contradicts('parla ', ' del mercato'));
  });

  it('says nothing against the same context, or of what nobody remembers', () => {
    assert.ok(!contradicts('parla ', ' del ponte'));
    assert.ok(!contradicts('mattina parla ', ' del ponte ma'));
  });

  it('contradicts changed words: they stood there before', () => {
    assert.ok(contradicts('parla ', ' del ponte', false));
  });

  it('says nothing where no selector was found', () => {
    assert.ok(!new Remembered(text).contradicts(soughtOf({ exact: 'Norsa' }), place, false));
  });
});
