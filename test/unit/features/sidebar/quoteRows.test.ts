import assert from 'node:assert/strict';
import {
  ArticleQuoteRows,
  type QuoteOptions,
} from '../../../../src/features/sidebar/articleQuoteRows';
import { CorpusQuoteRows } from '../../../../src/features/sidebar/corpusQuoteRows';
import { entityOf, quoteOf, setOf } from '../../../support/builders';
import { marked, nth } from '../../../support/marked';
import { below, ids, ofCorpus, outline, readArticle } from './sources';

const { text, spans } = marked(
  '“⟦Uno⟧” e “⟦due⟧”, ⟦un passante⟧:\n“⟦tre⟧”. E ⟦quattro⟧, ⟦cinque⟧.\n',
);
const [one, two, passer, three, four, five] = [0, 1, 2, 3, 4, 5].map((i) => nth(spans, i));
assert.ok(one && two && passer && three && four && five);
const zoe = { speaker: { entity: 'zoe' } };
const set = setOf({
  entities: [entityOf('Zoé Arn', 'person', 'zoe')],
  quotes: [
    quoteOf(text, [one], zoe),
    quoteOf(text, [two]),
    quoteOf(text, [three], { speaker: { spans: [passer] } }),
    quoteOf(text, [four], { kind: 'indirect', ...zoe }),
    quoteOf(text, [five], { speaker: { entity: 'gone' } }),
    { kind: 'mixed', content: { selectors: [{ exact: 'sei' }] } },
  ],
});
const first = { ...readArticle('a.txt', text, set) };
const other = readArticle('b.txt', 'Sette.\n', {
  ...setOf({ quotes: [quoteOf('Sette.\n', [{ start: 0, end: 5 }], zoe)] }),
  article: { title: 'Il molo' },
});

const usual: QuoteOptions = { grouping: 'speaker', filter: '' };
const ofOne = (options: Partial<QuoteOptions> = {}) =>
  new ArticleQuoteRows(first, { ...usual, ...options });

describe('the rows of the quotes of an article', () => {
  it('begin with what is lost, then are grouped by speaker, by name, those of nobody last', async () => {
    assert.deepEqual(await outline(ofOne()), [
      'lost 1',
      '  content sei',
      'gone 1',
      '  “cinque” @2',
      'un passante 1',
      '  “tre” @2',
      'Zoé Arn 2',
      '  “Uno” @1',
      '  “quattro” @2',
      '— 2',
      '  “due” @1',
      '  “sei” @undefined',
    ]);
  });

  it('are grouped by kind, or stand as in the text', async () => {
    const byKind = await outline(ofOne({ grouping: 'kind', filter: 'u' }));
    assert.deepEqual(byKind, [
      'direct 4',
      '  “Uno” @1',
      '  “due” @1',
      '  “tre” @2',
      '  “cinque” @2',
      'indirect 1',
      '  “quattro” @2',
    ]);
    const kinds = (await below(ofOne({ grouping: 'kind' }))).map((row) => row.id);
    assert.deepEqual(kinds, ['lost', 'k:direct', 'k:mixed', 'k:indirect']);
    assert.deepEqual(await outline(ofOne({ grouping: 'text', filter: 'zoe' })), [
      '“Uno” @1',
      '“quattro” @2',
    ]);
  });

  it('are filtered by who speaks and by what was said', async () => {
    const found = (filter: string) => outline(ofOne({ grouping: 'text', filter }));
    assert.deepEqual(await found('PASSANTE'), ['“tre” @2']);
    assert.deepEqual(await found('cinque'), ['“cinque” @2']);
    assert.deepEqual(await found('gone'), ['“cinque” @2']);
    assert.deepEqual(await found('arn quattro'), ['“quattro” @2']);
  });

  it('keep two speakers of one name apart', async () => {
    const same = setOf({
      entities: [entityOf('Eva', 'person', 'eva'), entityOf('Eva', 'person', 'eva-2')],
      quotes: [
        quoteOf(text, [one], { speaker: { entity: 'eva' } }),
        quoteOf(text, [two], { speaker: { entity: 'eva-2' } }),
      ],
    });
    const rows = await below(new ArticleQuoteRows({ ...first, set: same }, usual));
    assert.deepEqual(
      rows.map((row) => row.kind === 'speaker' && row.speaker?.entity),
      ['eva', 'eva-2'],
    );
  });

  it('are found by the place of the cursor', async () => {
    for (const grouping of ['speaker', 'kind', 'text'] as const) {
      const rows = ofOne({ grouping });
      const way = rows.wayTo(first, four.start + 1);
      const all = await ids(rows);
      assert.equal(way?.length, grouping === 'text' ? 1 : 2);
      assert.ok(way.every((id) => all.includes(id)));
      assert.equal(new Set(all).size, all.length);
    }
    assert.equal(ofOne().wayTo(first, passer.start + 1), undefined);
    assert.equal(ofOne({ filter: 'tre' }).wayTo(first, four.start), undefined);
  });
});

describe('the rows of the quotes of all articles', () => {
  const corpus = ofCorpus([other, first]);
  const ofAll = (options: Partial<QuoteOptions> = {}) =>
    new CorpusQuoteRows(corpus.source.articles, { ...usual, ...options });

  it('are grouped by speaker, as far as these are entities, and read when an article is expanded', async () => {
    corpus.read.length = 0;
    const roots = await below(ofAll());
    assert.deepEqual(
      roots.map((row) => row.kind === 'speaker' && [row.name, row.quotes, row.articles]),
      [
        ['gone', 1, 1],
        ['Zoé Arn', 3, 2],
        [undefined, 3, 1],
      ],
    );
    assert.deepEqual(corpus.read, []);
    assert.deepEqual(await outline(ofAll({ filter: 'zoe' })), [
      'Zoé Arn 3 in 2',
      '  a.txt 2',
      '    “Uno” @1',
      '    “quattro” @2',
      '  b.txt 1',
      '    “Sette” @1',
    ]);
  });

  it('are grouped by kind', async () => {
    const roots = await below(ofAll({ grouping: 'kind' }));
    assert.deepEqual(
      roots.map((row) => row.kind === 'quoteKind' && [row.quoteKind, row.quotes]),
      [
        ['direct', 5],
        ['mixed', 1],
        ['indirect', 1],
      ],
    );
    const [, , indirect] = roots;
    assert.deepEqual(await outline(ofAll({ grouping: 'kind' }), indirect), [
      'a.txt 1',
      '  “quattro” @2',
    ]);
  });

  it('stand article by article, which a filter finds by path and title', async () => {
    const found = (filter: string) => outline(ofAll({ grouping: 'text', filter }));
    assert.deepEqual(await found('molo'), ['b.txt 1', '  “Sette” @1']);
    assert.equal((await found('a.txt')).length, 7);
  });

  it('are found by the place of the cursor', async () => {
    for (const grouping of ['speaker', 'kind', 'text'] as const) {
      const rows = ofAll({ grouping });
      const all = await ids(rows);
      assert.equal(new Set(all).size, all.length);
      for (const at of [four.start + 1, three.start]) {
        const way = rows.wayTo(first, at);
        assert.equal(way?.length, grouping === 'text' ? 2 : 3);
        assert.ok(way.every((id) => all.includes(id)));
      }
    }
    assert.equal(ofAll().wayTo(first, passer.start + 1), undefined);
  });
});
