import assert from 'node:assert/strict';
import { summaryText } from '../../../../src/core/diff/summaryText';
import type { SummaryItem } from '../../../../src/core/diff/summary';

describe('summaryText', () => {
  const items: SummaryItem[] = [
    { thing: 'article', change: 'changed', count: 1, parts: ['status', 'title'] },
    { thing: 'entity', change: 'renamed', count: 1, formerName: 'Ada', name: 'Ada Perrin' },
    { thing: 'entity', change: 'removed', count: 2 },
    { thing: 'mention', change: 'added', count: 1, name: 'Ada Perrin' },
    { thing: 'mention', change: 'changed', count: 3 },
    { thing: 'quote', change: 'added', count: 2 },
  ];

  it('says each item, with its sign and in the right number', () => {
    assert.equal(
      summaryText(items),
      'article: status, title, Ada renamed to Ada Perrin, −2 entities, +1 mention of Ada Perrin, 3 mentions changed, +2 quotes',
    );
    assert.equal(summaryText([]), '');
  });

  it('says it in another language by the English sentences', () => {
    const italian: Readonly<Record<string, string>> = {
      '{count} mention of {name}': '{count} menzione di {name}',
    };
    const translate = (english: string) => italian[english] ?? english;
    assert.equal(summaryText(items.slice(3, 4), translate), '+1 menzione di Ada Perrin');
  });
});
