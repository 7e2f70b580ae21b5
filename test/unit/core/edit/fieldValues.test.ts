import assert from 'node:assert/strict';
import { firstLine, isDate, languageTag } from '../../../../src/core/edit/fieldValues';

describe('isDate', () => {
  it('takes days of the calendar', () => {
    for (const day of [
      '2025-07-12',
      '2024-02-29',
      '2026-01-01',
      '2026-12-01',
      '2000-02-29',
      '1999-12-31',
      '2025-07-12T10:00+02:00',
    ]) {
      assert.ok(isDate(day), day);
    }
  });

  it('takes nothing else', () => {
    const others = [
      '2025-02-29',
      '1900-02-29',
      '2025-13-01',
      '2025-00-10',
      '2025-04-31',
      '2025-04-00',
    ];
    for (const day of [...others, '12.7.2025', '2025-07-12 noon', '2025-7-12', ' 2025-07-12', '']) {
      assert.ok(!isDate(day), day);
    }
  });
});

describe('languageTag', () => {
  it('writes a tag as BCP 47 does', () => {
    assert.equal(languageTag('IT'), 'it');
    assert.equal(languageTag('en-gb'), 'en-GB');
    assert.equal(languageTag('zh-hant-tw'), 'zh-Hant-TW');
  });

  it('is nothing for what is no tag', () => {
    for (const text of ['italiano!', 'x', 'en_GB', '', ' it']) {
      assert.equal(languageTag(text), undefined, text);
    }
  });
});

describe('firstLine', () => {
  it('is the first line with words, without outer spaces', () => {
    assert.equal(firstLine('\n  \n\t Il porto chiude \nAda Perrin'), 'Il porto chiude');
    assert.equal(firstLine('\u00a0\n👩‍🔧 Ёлка'), '👩‍🔧 Ёлка');
    assert.equal(firstLine(' \n'), '');
  });
});
