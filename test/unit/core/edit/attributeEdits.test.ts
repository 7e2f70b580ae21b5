import assert from 'node:assert/strict';
import {
  attributeValue,
  setArticleField,
  setAttribute,
} from '../../../../src/core/edit/attributeEdits';
import { apply, invert, isEmpty } from '../../../../src/core/model/change';
import { entityOf, mentionOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';

const { text, spans } = marked('⟦Roma⟧ ha detto: “⟦no⟧”.');
const roma = { ...entityOf('Roma', 'location'), extra: { wikidata: 'Q220' } };
const mention = mentionOf('roma', text, nth(spans, 0));
const quote = quoteOf(text, [nth(spans, 1)]);
const set = setOf({
  entities: [roma],
  mentions: [mention],
  quotes: [quote],
  article: { title: 'Roma', extra: { desk: 'city' } },
});

describe('setAttribute', () => {
  it('sets the attribute of a mention, a quote, an entity and the article, and takes it back', () => {
    const changes = [
      setAttribute({ owner: 'mention', item: mention }, 'metonym', true),
      setAttribute({ owner: 'quote', item: quote }, 'stance', 'against'),
      setAttribute({ owner: 'entity', item: roma }, 'note', 'è la città'),
      setAttribute({ owner: 'article', item: set.article }, 'desk', 'politics'),
    ];
    const changed = changes.reduce((each, change) => apply(change, each), set);
    assert.deepEqual(changed.mentions[0]?.extra, { metonym: true });
    assert.deepEqual(changed.quotes[0]?.extra, { stance: 'against' });
    assert.deepEqual(changed.entities.get('roma')?.extra, { wikidata: 'Q220', note: 'è la città' });
    assert.deepEqual(changed.article, { title: 'Roma', extra: { desk: 'politics' } });
    const back = changes.reverse().reduce((each, change) => apply(invert(change), each), changed);
    assert.deepEqual(back, set);
  });

  it('takes one attribute of several away', () => {
    const item = { ...mention, extra: { metonym: true, nota: 'è il governo' } };
    const [replaced] =
      setAttribute({ owner: 'mention', item }, 'metonym', undefined).mentions ?? [];
    assert.deepEqual(replaced, {
      before: item,
      after: { ...mention, extra: { nota: 'è il governo' } },
    });
  });

  it('takes an attribute away, and leaves no empty rest', () => {
    const without = setAttribute({ owner: 'entity', item: roma }, 'wikidata', undefined);
    assert.deepEqual(apply(without, set).entities.get('roma'), entityOf('Roma', 'location'));
    assert.ok(isEmpty(setAttribute({ owner: 'mention', item: mention }, 'metonym', undefined)));
  });
});

describe('attributeValue', () => {
  it('is what the attribute says', () => {
    assert.equal(attributeValue({ owner: 'entity', item: roma }, 'wikidata'), 'Q220');
    assert.equal(attributeValue({ owner: 'mention', item: mention }, 'metonym'), undefined);
    assert.equal(attributeValue({ owner: 'entity', item: roma }, 'toString'), undefined);
  });
});

describe('setArticleField', () => {
  it('sets a field, and takes it away where it says nothing', () => {
    const field = (change: ReturnType<typeof setArticleField>) => apply(change, set).article;
    const extra = { desk: 'city' };
    assert.deepEqual(field(setArticleField(set.article, 'labels', ['a', 'b'])), {
      title: 'Roma',
      labels: ['a', 'b'],
      extra,
    });
    for (const nothing of ['', undefined]) {
      assert.deepEqual(field(setArticleField(set.article, 'title', nothing)), { extra });
    }
    assert.deepEqual(field(setArticleField({ labels: ['a'] }, 'labels', [])), {});
  });
});

describe('a field that is set', () => {
  it('is taken back to what it said', () => {
    const change = setArticleField(set.article, 'title', 'Il Tevere sale');
    const changed = apply(change, set);
    assert.equal(changed.article.title, 'Il Tevere sale');
    assert.deepEqual(apply(invert(change), changed), set);
  });
});
