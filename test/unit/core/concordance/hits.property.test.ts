import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hitsIn, type Hit } from '../../../../src/core/concordance/hits';
import type { Query, Term } from '../../../../src/core/concordance/query';
import { contextLength, rowOf } from '../../../../src/core/concordance/row';
import { quoteKinds, spansOf } from '../../../../src/core/model/annotation';
import { isWhole } from '../../../../src/core/text/wholeWords';
import { nth } from '../../../support/marked';
import { itHolds } from '../../../support/property';
import { annotatedArticles, type Annotated } from '../../../support/randomSets';

const words = (each: string): Term => ({ kind: 'words', words: each });
const regex = (source: string): Term => ({ kind: 'regex', source, flags: '' });
const filter = (key: string, value: string): Term => ({ kind: 'filter', key, value });

/** Terms of text that random articles often have. */
const textTerms = fc.constantFrom(
  ...['rossi', 'e', 'a', 'no', 'ha detto', 'citta', '记者', 'قال', '😀'].map(words),
  ...[regex('.'), regex('[a-z]+'), regex('\\p{L}\\p{M}?')],
);

/** A query about an article: the ids are those that it has, chosen by numbers. */
const plans = fc.record({
  terms: fc.array(textTerms, { maxLength: 2 }),
  entities: fc.array(fc.nat(4), { maxLength: 2 }),
  types: fc.subarray(['person', 'location', 'No'], { maxLength: 2 }),
  speakers: fc.array(fc.nat(4), { maxLength: 1 }),
  kinds: fc.subarray([...quoteKinds], { maxLength: 2 }),
});

function queryOf({ set }: Annotated, plan: typeof plans extends fc.Arbitrary<infer T> ? T : never) {
  const ids = [...set.entities.keys()];
  const id = (index: number) => nth(ids, index % ids.length);
  const terms = [
    ...plan.terms,
    ...plan.entities.map((index) => filter('entity', id(index))),
    ...plan.types.map((type) => filter('type', type)),
    ...plan.speakers.map((index) => filter('speaker', id(index))),
    ...plan.kinds.map((kind) => filter('kind', kind)),
  ];
  return { terms } satisfies Query;
}

interface Asked {
  readonly annotated: Annotated;
  readonly query: Query;
  readonly hits: readonly Hit[];
}

const asked: fc.Arbitrary<Asked> = fc
  .tuple(annotatedArticles, plans)
  .filter(([{ set }]) => set.entities.size > 0)
  .map(([annotated, plan]) => {
    const query = queryOf(annotated, plan);
    return { annotated, query, hits: hitsIn(searchedOf(annotated), query) };
  });

function searchedOf({ article, set }: Annotated) {
  return { text: article.text, set };
}

const values = ({ terms }: Query, key: string) =>
  terms.flatMap((term) => (term.kind === 'filter' && term.key === key ? [term.value] : []));
const isAny = (wanted: readonly string[], said: string | undefined) =>
  wanted.length === 0 || (said !== undefined && wanted.includes(said));
const asksForText = ({ terms }: Query) => terms.some(({ kind }) => kind !== 'filter');
const asksFor = (query: Query, ...keys: string[]) =>
  keys.some((key) => values(query, key).length > 0);

describe('what a query finds in any article', () => {
  itHolds('begins with the same hits, however few are asked for', asked, (each) => {
    const { annotated, query, hits } = each;
    for (const most of [0, 1, 2, 5]) {
      const first = hitsIn(searchedOf(annotated), query, most);
      assert.deepEqual(first, hits.slice(0, most), JSON.stringify(query));
    }
  });

  itHolds('stands in the order of the text, within it, and no words twice', asked, (each) => {
    const { annotated, query, hits } = each;
    const { length } = annotated.article.text.text;
    const starts = hits.map(({ spans }) => nth(spans, 0).start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
    for (const { start, end } of hits.flatMap(({ spans }) => spans)) {
      assert.ok(0 <= start && start < end && end <= length);
    }
    if (!asksForText(query)) return;
    const places = hits.map(({ spans }) => JSON.stringify(spans));
    assert.equal(new Set(places).size, places.length);
  });

  itHolds(
    'is just the mentions of the entities and types that are asked for, without more conditions',
    asked,
    ({ annotated: { set }, query, hits }) => {
      const isOfMentions = asksFor(query, 'entity', 'type');
      if (asksForText(query) || !isOfMentions || asksFor(query, 'speaker', 'kind')) return;
      const expected = set.mentions.filter(
        ({ entity, target }) =>
          spansOf(target).length > 0 &&
          isAny(values(query, 'entity'), entity) &&
          isAny(values(query, 'type'), set.entities.get(entity)?.type),
      );
      assert.deepEqual(new Set(hits.map(({ mention }) => mention)), new Set(expected));
      assert.equal(hits.length, expected.length);
    },
  );

  itHolds(
    'is just the quotes of the speakers and kinds that are asked for',
    asked,
    ({ annotated: { set }, query, hits }) => {
      if (asksForText(query) || asksFor(query, 'entity', 'type')) return;
      if (!asksFor(query, 'speaker', 'kind')) return;
      const expected = set.quotes.filter(
        ({ content, kind, speaker }) =>
          spansOf(content).length > 0 &&
          isAny(values(query, 'kind'), kind) &&
          isAny(values(query, 'speaker'), speaker?.entity),
      );
      assert.deepEqual(
        hits.map(({ quote }) => quote),
        expected,
      );
    },
  );

  itHolds(
    'is in a quote that is asked for, and is said to stand in one that has all its pieces',
    asked,
    ({ annotated: { set }, query, hits }) => {
      const isInside = ({ spans }: Hit, pieces: Hit['spans']) =>
        spans.every(({ start, end }) =>
          pieces.some((piece) => piece.start <= start && end <= piece.end),
        );
      for (const hit of hits) {
        if (hit.quote) assert.ok(isInside(hit, spansOf(hit.quote.content)));
        if (!asksFor(query, 'speaker', 'kind')) continue;
        const around = set.quotes.filter(
          ({ content, kind, speaker }) =>
            isAny(values(query, 'kind'), kind) &&
            isAny(values(query, 'speaker'), speaker?.entity) &&
            isInside(hit, spansOf(content)),
        );
        assert.ok(around.length > 0, JSON.stringify(query));
      }
    },
  );

  itHolds('is whole words, where it is words', asked, ({ annotated, query, hits }) => {
    if (!asksForText(query) || query.terms.some(({ kind }) => kind === 'regex')) return;
    const { text } = annotated.article.text;
    for (const { spans } of hits) assert.ok(isWhole(text, nth(spans, 0)));
  });

  itHolds('is a row of one line each, whose words are those of the text', asked, (each) => {
    const { annotated, hits } = each;
    const searched = searchedOf(annotated);
    const { text } = annotated.article.text;
    for (const hit of hits) {
      const row = rowOf(hit, searched, 2);
      assert.ok(row);
      const { left, keyword, right, extent, line } = row;
      for (const part of [left, keyword, right]) {
        assert.ok(!/[\r\n\t\u2028\u2029\u0085]/.test(part), JSON.stringify(part));
        assert.ok(!/\p{Cs}/u.test(part));
        assert.equal(part.trim(), part);
      }
      assert.ok(left.length <= contextLength && right.length <= contextLength);
      assert.equal(line, text.slice(0, extent.start).split('\n').length - 1);
      const bare = (part: string) => part.replace(/[\s\p{Cc}\p{Bidi_Control}]/gu, '');
      assert.ok(bare(text.slice(0, extent.start)).endsWith(bare(left)));
      assert.ok(bare(text.slice(extent.end)).startsWith(bare(right)));
    }
  });
});
