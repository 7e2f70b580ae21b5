import assert from 'node:assert/strict';
import { commitMessage, type CommittedArticle } from '../../../../src/core/diff/commitMessage';
import type { SummaryItem } from '../../../../src/core/diff/summary';

describe('commitMessage', () => {
  const said = (...articles: readonly CommittedArticle[]) =>
    commitMessage(articles, (english) => english);
  const article = (...items: readonly SummaryItem[]) => ({
    name: 'ponte.txt',
    isRemoved: false,
    items,
  });
  const mentions = (count: number, name: string): SummaryItem => ({
    thing: 'mention',
    change: 'added',
    count,
    name,
  });
  const quote: SummaryItem = { thing: 'quote', change: 'added', count: 1, name: 'Ada' };
  const gone: SummaryItem = { thing: 'mention', change: 'removed', count: 1, name: 'Ada' };

  it('says what one article has got', () => {
    assert.equal(
      said(article(mentions(3, 'Irene Tassoni'), quote)),
      'Annotate ponte.txt: +3 mentions of Irene Tassoni, +1 quote of Ada',
    );
  });

  it('gives the totals where that is too long for the first line of a message', () => {
    const names = ['Irene Tassoni', 'Marco Bellini', 'Fausto Tassoni'];
    const items = names.map((name) => mentions(2, name));
    assert.equal(
      said(article({ thing: 'entity', change: 'added', count: 3 }, ...items, quote)),
      'Annotate ponte.txt: +6 mentions, +1 quote, +3 entities',
    );
  });

  it('counts letters as people do that computers take for two', () => {
    const name = '𠮷'.repeat(22);
    assert.equal(said(article(mentions(1, name))), `Annotate ponte.txt: +1 mention of ${name}`);
  });

  it('gives the totals of several articles, what has come and what has gone', () => {
    const renamed: SummaryItem = {
      thing: 'entity',
      change: 'renamed',
      count: 1,
      formerName: 'A',
      name: 'B',
    };
    assert.equal(
      said(article(mentions(2, 'Ada'), renamed), article(mentions(1, 'Ada'), gone)),
      'Annotate 2 articles: +3 mentions, −1 mention, 1 entity changed',
    );
  });

  it('says that annotations are removed where there is no sidecar any more', () => {
    const removed = { ...article(gone), isRemoved: true };
    assert.equal(said(removed), 'Remove the annotations of ponte.txt');
    assert.equal(said(removed, removed), 'Remove the annotations of 2 articles');
    assert.equal(said(removed, article(quote)), 'Annotate 2 articles: −1 mention, +1 quote');
  });

  it('says no more than that articles have changed where annotations have not', () => {
    const fields: SummaryItem = { thing: 'article', change: 'changed', count: 1, parts: ['title'] };
    assert.equal(said(article()), 'Update ponte.txt');
    assert.equal(said(article(fields)), 'Annotate ponte.txt: article: title');
    assert.equal(said(article(fields), article()), 'Update 2 articles');
  });
});
