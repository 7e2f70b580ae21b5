import assert from 'node:assert/strict';
import type { Quote } from '../../../../src/core/model/annotation';
import {
  ArticleQuoteRows,
  type QuoteOptions,
} from '../../../../src/features/sidebar/articleQuoteRows';
import { CorpusQuoteRows } from '../../../../src/features/sidebar/corpusQuoteRows';
import { entityOf, setOf } from '../../../support/builders';
import { nth } from '../../../support/marked';
import { below, ids, ofCorpus, outline, readArticle } from './sources';

const target = (...words: readonly string[]) => ({ selectors: words.map((exact) => ({ exact })) });
/** A quote without a place, of an entity or of words. */
const says = (words: string, speaker?: Quote['speaker']): Quote => ({
  kind: 'direct',
  content: target(words),
  ...(speaker && { speaker }),
});
const usual: QuoteOptions = { grouping: 'speaker', filter: '' };
const rowsOf = (quotes: readonly Quote[], options: Partial<QuoteOptions> = {}) => {
  const entities = [entityOf('Élodie', 'person', 'elodie'), entityOf('海港局', 'person', 'port')];
  const article = readArticle('a.txt', 'Niente.\n', setOf({ entities, quotes }));
  return new ArticleQuoteRows(article, { ...usual, ...options });
};
/** The names of speakers, with how many quotes they have. */
const speakers = async (rows: ArticleQuoteRows) =>
  (await below(rows)).flatMap((row) => (row.kind === 'speaker' ? [[row.name, row.quotes]] : []));

describe('the rows of speakers of an article', () => {
  it('are none where there are no quotes', async () => {
    for (const grouping of ['speaker', 'kind', 'text'] as const) {
      assert.deepEqual(await below(rowsOf([], { grouping })), []);
    }
  });

  it('are one for all quotes of nobody, behind all others', async () => {
    const found = await speakers(
      rowsOf([says('a'), says('b'), says('c', { target: target('zz') })]),
    );
    assert.deepEqual(found, [
      ['zz', 1],
      [undefined, 2],
    ]);
  });

  it('are of an entity whatever words name it, and apart from those words alone', async () => {
    const found = await speakers(
      rowsOf([
        says('a', { entity: 'elodie', target: target('lei') }),
        says('b', { entity: 'elodie' }),
        says('c', { target: target('Élodie') }),
        says('d', { target: target('lei') }),
      ]),
    );
    assert.deepEqual(found.map(([name, count]) => `${String(name)} ${String(count)}`).sort(), [
      'lei 1',
      'Élodie 1',
      'Élodie 2',
    ]);
  });

  it('are called by their id where the article does not describe them', async () => {
    const quotes = [
      says('a', { entity: 'gone', target: target('lui') }),
      says('b', { entity: '' }),
    ];
    assert.deepEqual(await speakers(rowsOf(quotes)), [
      ['', 1],
      ['gone', 1],
    ]);
  });

  it('are told apart where an id is written as words are, or as the row of nobody is', async () => {
    const quotes = [
      says('a', { entity: 's' }),
      says('b', { target: target('s') }),
      says('c'),
      says('d', { entity: 'w:s' }),
      says('e', { target: target('') }),
      says('f', { entity: '' }),
    ];
    const rows = rowsOf(quotes);
    assert.equal((await speakers(rows)).length, 6);
    const all = await ids(rows);
    assert.equal(new Set(all).size, all.length);
  });

  it('have ids of their own where their words run over lines, as rows below others do', async () => {
    const quotes = [says('a', { target: target('lei') }), says('b', { target: target('lei\n0') })];
    const rows = rowsOf(quotes);
    const all = await ids(rows);
    assert.equal(new Set(all).size, all.length, JSON.stringify(all));
  });

  it('have their quotes in the order of the text', async () => {
    const rows = rowsOf(['3', '1', '2'].map((words) => says(words, { entity: 'port' })));
    const speaker = (await below(rows)).find(({ kind }) => kind === 'speaker');
    const quotes = (await below(rows, speaker)).map((row) => row.kind === 'quote' && row.quote);
    assert.deepEqual(
      quotes.map((quote) => quote && nth(quote.content.selectors, 0).exact),
      ['1', '2', '3'],
    );
  });

  it('are found by their names, ids and words, with no regard to case and accents', async () => {
    const quotes = [
      says('uno', { entity: 'elodie' }),
      says('due', { entity: 'port' }),
      says('tre', { target: target('un Passante', 'à pied') }),
      says('quattro', { entity: 'Gone-Ñ' }),
      says('cinque'),
    ];
    const found = (filter: string) => outline(rowsOf(quotes, { filter, grouping: 'text' }));
    assert.deepEqual(await found('ELODIE'), ['“uno” @undefined']);
    assert.deepEqual(await found('e\u0301lodie'), ['“uno” @undefined']);
    assert.deepEqual(await found('港局'), ['“due” @undefined']);
    assert.deepEqual(await found('port'), ['“due” @undefined']);
    assert.deepEqual(await found('passante a pied'), ['“tre” @undefined']);
    assert.deepEqual(await found('gone-n'), ['“quattro” @undefined']);
    assert.deepEqual(await found('nessuno'), []);
  });

  it('count only the quotes that pass the filter', async () => {
    const quotes = ['molo', 'faro', 'molo e faro'].map((words) => says(words, { entity: 'port' }));
    assert.deepEqual(await speakers(rowsOf(quotes, { filter: 'molo' })), [['海港局', 2]]);
  });
});

describe('the rows of speakers of all articles', () => {
  const corpusOf = (...articles: readonly (readonly Quote[])[]) =>
    ofCorpus(
      articles.map((quotes, i) =>
        readArticle(
          `${String(i)}.txt`,
          'Niente.\n',
          setOf({ quotes, ...(i === 0 && { entities: [entityOf('Élodie', 'person', 'elodie')] }) }),
        ),
      ),
    ).source.articles;
  const outlineOf = (quotes: readonly (readonly Quote[])[], filter = '') =>
    outline(new CorpusQuoteRows(corpusOf(...quotes), { ...usual, filter }));

  it('are none where no article has quotes', async () => {
    assert.deepEqual(await outlineOf([[], []]), []);
    assert.deepEqual(await outlineOf([]), []);
  });

  it('are called as one article calls them, in those too that only have quotes of them', async () => {
    const lines = await outlineOf([[], [says('a', { entity: 'elodie' })]]);
    assert.deepEqual(lines, ['Élodie 1 in 1', '  1.txt 1', '    “a” @undefined']);
  });

  it('add up the quotes of one whom no article describes, and of nobody, words or none', async () => {
    const gone = { entity: 'gone' };
    const lines = await outlineOf([
      [says('a', gone), says('b', { target: target('lui') })],
      [says('c', gone), says('d', gone), says('e')],
    ]);
    assert.deepEqual(lines, [
      'gone 3 in 2',
      '  0.txt 1',
      '    “a” @undefined',
      '  1.txt 2',
      '    “c” @undefined',
      '    “d” @undefined',
      '— 2 in 2',
      '  0.txt 1',
      '    “b” @undefined',
      '  1.txt 1',
      '    “e” @undefined',
    ]);
  });

  it('are those of nobody only without a filter, which they have no words for', async () => {
    const quotes = [[says('a'), says('b', { entity: 'elodie' })], [says('c')]];
    assert.deepEqual(await outlineOf(quotes, 'ÉLO'), [
      'Élodie 1 in 1',
      '  0.txt 1',
      '    “b” @undefined',
    ]);
    assert.deepEqual(await outlineOf(quotes, 'x'), []);
  });

  it('lead to the row of nobody from a quote of words, which no other article knows', async () => {
    const text = '«Sì», dice lei.';
    const content = { ...target('Sì'), spans: [{ start: 1, end: 3 }] };
    const quote: Quote = { kind: 'direct', content, speaker: { target: target('lei') } };
    const article = readArticle('0.txt', text, setOf({ quotes: [quote] }));
    const rows = new CorpusQuoteRows(ofCorpus([article]).source.articles, usual);
    assert.deepEqual(rows.wayTo(article, 2), await ids(rows));
  });
});
