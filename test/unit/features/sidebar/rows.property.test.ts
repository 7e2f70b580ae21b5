import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mentionsAt, quotesAt } from '../../../../src/core/model/spanIndex';
import { unplacedParts } from '../../../../src/core/model/parts';
import { ArticleQuoteRows } from '../../../../src/features/sidebar/articleQuoteRows';
import { CorpusQuoteRows } from '../../../../src/features/sidebar/corpusQuoteRows';
import { EntityRows } from '../../../../src/features/sidebar/entityRows';
import type { ReadArticle, Row } from '../../../../src/features/sidebar/rows';
import type { Listing } from '../../../../src/host/listing';
import { itHolds } from '../../../support/property';
import { annotatedArticles, type Annotated } from '../../../support/randomSets';
import {
  allRows,
  entityGroupings,
  entitySortings,
  ofArticle,
  ofCorpus,
  quoteGroupings,
} from './sources';

const readOf = ({ article, set }: Annotated): ReadArticle => ({
  uri: 'file:///a',
  set,
  text: article.text,
});

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const runs = 200;

describe('the rows of the entities of any article', () => {
  const options = fc.record({
    grouping: fc.constantFrom(...entityGroupings),
    sorting: fc.constantFrom(...entitySortings),
    filter: fc.constant(''),
  });
  const cases = fc.tuple(annotatedArticles, options);
  const rowsOf = (
    annotated: Annotated,
    chosen: typeof options extends fc.Arbitrary<infer T> ? T : never,
  ) => new EntityRows(ofArticle(readOf(annotated)), chosen);

  itHolds(
    'are all its entities and all their mentions, each once and with an id of its own',
    cases,
    ([annotated, chosen]) => {
      const { entities, mentions } = annotated.set;
      const all = allRows(rowsOf(annotated, chosen));
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
      const shown = all.flatMap((row) => (row.kind === 'entity' ? [row.entity.id] : []));
      assert.deepEqual([...shown].sort(), [...entities.keys()].sort());
      const shownMentions = all.flatMap((row) => (row.kind === 'mention' ? [row.mention] : []));
      assert.deepEqual(new Set(shownMentions), new Set(mentions));
      assert.equal(shownMentions.length, mentions.length);
      const lost = all.filter(({ kind }) => kind === 'part').length;
      assert.equal(lost, mentions.filter(({ target }) => !target.spans).length);
    },
    runs,
  );

  itHolds(
    'say numbers of what is below them',
    cases,
    ([annotated, chosen]) => {
      const rows = rowsOf(annotated, chosen);
      for (const row of allRows(rows)) {
        const { length } = rows.below(row) as Listing<Row>;
        if (row.kind === 'type') assert.equal(row.entities, length);
        if (row.kind === 'entity') assert.equal(row.mentions, length);
        if (row.kind === 'lost') assert.equal(row.parts.length, length);
        if (row.kind === 'mention') assert.equal(length, 0);
      }
    },
    runs,
  );

  itHolds(
    'stand below their type, where they are grouped, those mentioned most first',
    cases,
    ([annotated, chosen]) => {
      const all = allRows(rowsOf(annotated, chosen));
      const entities = all.flatMap((row) => (row.kind === 'entity' ? [row] : []));
      for (const [i, row] of entities.entries()) {
        assert.equal(row.parent?.kind, chosen.grouping === 'type' ? 'type' : undefined);
        const next = entities[i + 1];
        if (chosen.sorting !== 'mentions' || next?.parent?.id !== row.parent?.id) continue;
        assert.ok(row.mentions >= (next?.mentions ?? 0));
      }
    },
    runs,
  );

  itHolds(
    'are found from each place of the article that has a mention',
    fc.tuple(cases, fc.nat()),
    ([[annotated, chosen], at]) => {
      const rows = rowsOf(annotated, chosen);
      const { text } = annotated.article.text;
      const offset = at % (text.length + 1);
      const [mention] = mentionsAt(annotated.set, offset);
      const way = rows.wayTo(readOf(annotated), offset);
      assert.equal(way === undefined, mention === undefined);
      if (!way) return;
      const found = allRows(rows).find(({ id }) => id === way.at(-1));
      assert.ok(found?.kind === 'mention' && found.mention === mention);
      const above = chosen.grouping === 'type' ? [found.parent?.parent?.id] : [];
      assert.deepEqual(way, [...above, found.parent?.id, found.id]);
    },
    runs,
  );
});

describe('the rows of the quotes of any article', () => {
  const cases = fc.tuple(annotatedArticles, fc.constantFrom(...quoteGroupings));

  itHolds(
    'are all its quotes, each once and with an id of its own, and what of them is lost',
    cases,
    ([annotated, grouping]) => {
      const { quotes } = annotated.set;
      const rows = new ArticleQuoteRows(readOf(annotated), { grouping, filter: '' });
      const all = allRows(rows);
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
      const shown = all.flatMap((row) => (row.kind === 'quote' ? [row.quote] : []));
      assert.equal(shown.length, quotes.length);
      assert.deepEqual(new Set(shown), new Set(quotes));
      const parts = all.flatMap((row) => (row.kind === 'part' ? [row.part] : []));
      assert.deepEqual(parts, unplacedParts({ mentions: [], quotes }));
      const counts = all.flatMap((row) =>
        row.kind === 'speaker' || row.kind === 'quoteKind' ? [row.quotes] : [],
      );
      assert.equal(sum(counts), grouping === 'text' ? 0 : quotes.length);
    },
    runs,
  );

  itHolds(
    'are found from each place of the article that has a quote',
    fc.tuple(cases, fc.nat()),
    ([[annotated, grouping], at]) => {
      const rows = new ArticleQuoteRows(readOf(annotated), { grouping, filter: '' });
      const offset = at % (annotated.article.text.text.length + 1);
      const [quote] = quotesAt(annotated.set, offset);
      const way = rows.wayTo(readOf(annotated), offset);
      assert.equal(way === undefined, quote === undefined);
      if (!way) return;
      const found = allRows(rows).find(({ id }) => id === way.at(-1));
      assert.ok(found?.kind === 'quote' && found.quote === quote);
      assert.deepEqual(way.slice(0, -1), grouping === 'text' ? [] : [found.parent?.id]);
    },
    runs,
  );
});

describe('the first rows of any corpus', () => {
  const two = fc.tuple(annotatedArticles, annotatedArticles);

  itHolds(
    'say of all articles together how many quotes there are, however they are grouped',
    two,
    (pair) => {
      const read = pair.map((each, i) => ({ ...readOf(each), uri: `file:///${String(i)}` }));
      const { source } = ofCorpus(read);
      const quotes = sum(read.map(({ set }) => set.quotes.length));
      for (const grouping of quoteGroupings) {
        const rows = new CorpusQuoteRows(source.articles, { grouping, filter: '' });
        const listing = rows.below(undefined) as Listing<Row>;
        const roots = listing.first(listing.length);
        assert.equal(new Set(roots.map(({ id }) => id)).size, roots.length);
        const counts = roots.map((row) => {
          if (row.kind === 'article') return row.count;
          assert.ok(row.kind === 'speaker' || row.kind === 'quoteKind');
          const articles = rows.below(row) as Listing<Row>;
          const below = articles.first(9).map((each) => each.kind === 'article' && each.count);
          assert.equal(sum(below.map(Number)), row.quotes);
          return row.quotes;
        });
        assert.equal(sum(counts), quotes);
      }
    },
    runs,
  );
});
