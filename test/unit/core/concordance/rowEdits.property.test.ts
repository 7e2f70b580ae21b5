import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hitsIn } from '../../../../src/core/concordance/hits';
import { levelOf, type Query, type Term } from '../../../../src/core/concordance/query';
import { rowOf } from '../../../../src/core/concordance/row';
import {
  linkRows,
  removeRows,
  setKindOfRows,
  targetOfRow,
  type RowTarget,
} from '../../../../src/core/concordance/rowEdits';
import { spansOf, type Entity } from '../../../../src/core/model/annotation';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { apply, invert, type Change } from '../../../../src/core/model/change';
import { itHolds } from '../../../support/property';
import { annotatedArticles, type Annotated } from '../../../support/randomSets';

const filter = (key: string, value: string): Term => ({ kind: 'filter', key, value });

/** Queries for mentions, for quotes and for words. */
const queries: fc.Arbitrary<Query> = fc
  .constantFrom<Term[]>(
    [filter('type', 'person')],
    [filter('type', 'person'), filter('type', 'location'), filter('type', 'tipo mio')],
    [filter('kind', 'direct')],
    [filter('kind', 'mixed'), filter('kind', 'indirect')],
    [{ kind: 'words', words: 'rossi' }],
    [{ kind: 'regex', source: '\\p{L}+', flags: '' }],
  )
  .map((terms) => ({ terms }));

interface Chosen extends Annotated {
  readonly query: Query;
  readonly targets: readonly RowTarget[];
}

/** An article, a query and some of the rows that it finds. */
const chosen: fc.Arbitrary<Chosen> = fc
  .tuple(annotatedArticles, queries, fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }))
  .map(([annotated, query, some]) => {
    const { article, set } = annotated;
    const searched = { set, text: article.text };
    const targets = hitsIn(searched, query).flatMap((hit, index) => {
      const row = rowOf(hit, searched, 0);
      const isChosen = some[index % some.length] === true;
      const target = isChosen && row ? targetOfRow(set, row, levelOf(query)) : undefined;
      return target ?? [];
    });
    return { ...annotated, query, targets };
  });

/** The set after a change, which is taken back and is done again besides. */
function after(set: AnnotationSet, change: Change): AnnotationSet {
  const changed = apply(change, set);
  const back = apply(invert(change), changed);
  assert.deepEqual(back, set, 'it can be taken back');
  assert.deepEqual(apply(change, back), changed, 'and done again');
  return changed;
}

const someone: Entity = { id: 'qualcuna-altra', name: 'Qualcuna Altra', type: 'person' };

describe('edits of the rows of any concordance', () => {
  itHolds('finds each row in the annotations that it was found in', chosen, (each) => {
    const { set, targets } = each;
    for (const { row, mention, quote } of targets) {
      if (mention) assert.ok(set.mentions.includes(mention));
      if (quote) assert.ok(set.quotes.includes(quote));
      if (mention) assert.equal(mention.entity, row.hit.mention?.entity);
    }
  });

  itHolds('removes just the mentions and quotes of the rows', chosen, ({ set, targets }) => {
    const left = after(set, removeRows(set, targets));
    const mentions = new Set(targets.map(({ mention }) => mention));
    const quotes = new Set(targets.map(({ quote }) => quote));
    assert.deepEqual(
      left.mentions,
      set.mentions.filter((mention) => !mentions.has(mention)),
    );
    assert.deepEqual(
      left.quotes,
      set.quotes.filter((quote) => !quotes.has(quote)),
    );
  });

  itHolds('links the rows to one entity, and no other place', chosen, (each) => {
    const { set, article, targets } = each;
    const references = targets.map((target) => ({ target, entity: someone }));
    const linked = after(set, linkRows({ set, text: article.text }, references));
    const mentions = linked.mentions.filter(({ entity }) => entity === someone.id);
    const places = new Set(mentions.map(({ target }) => JSON.stringify(spansOf(target))));
    const rows = targets.filter(({ quote }) => !quote);
    const expected = new Set(rows.map(({ row }) => JSON.stringify(row.hit.spans)));
    assert.deepEqual(places, expected);
    assert.equal(linked.entities.has(someone.id), targets.length > 0);
    for (const { quote } of targets) {
      if (!quote) continue;
      const said = linked.quotes.filter(({ speaker }) => speaker?.entity === someone.id);
      assert.ok(said.some(({ content }) => content === quote.content));
    }
  });

  itHolds(
    'gives the quotes of the rows a kind, and nothing else',
    fc.tuple(chosen, fc.constantFrom('direct', 'mixed', 'indirect')),
    ([{ set, targets }, kind]) => {
      const changed = after(set, setKindOfRows(targets, kind));
      const meant = new Set(targets.map(({ quote }) => quote));
      const expected = set.quotes.map((quote) => (meant.has(quote) ? { ...quote, kind } : quote));
      assert.deepEqual(changed.quotes, expected);
      assert.deepEqual(changed.mentions, set.mentions);
    },
  );
});
