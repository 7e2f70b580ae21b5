import assert from 'node:assert/strict';
import fc from 'fast-check';
import { removeParts } from '../../../../src/core/edit/placeEdits';
import { apply, invert } from '../../../../src/core/model/change';
import {
  ArticleQuoteRows,
  type QuoteOptions,
} from '../../../../src/features/sidebar/articleQuoteRows';
import { draggedOf, dropOf, type Dragged } from '../../../../src/features/sidebar/dragged';
import { EntityRows } from '../../../../src/features/sidebar/entityRows';
import { removalOf } from '../../../../src/features/sidebar/removal';
import type { Row } from '../../../../src/features/sidebar/rows';
import { itHolds } from '../../../support/property';
import { annotatedArticles, type Annotated } from '../../../support/randomSets';
import { allRows, ofArticle, quoteGroupings } from './sources';

const runs = 200;
const uri = 'file:///città/港.txt';

/** All rows of both views of one article. */
function rowsOf(
  { article, set }: Annotated,
  grouping: QuoteOptions['grouping'] = 'speaker',
): Row[] {
  const read = { uri, set, text: article.text };
  const options = { grouping: 'type', sorting: 'mentions', filter: '' } as const;
  return [
    ...allRows(new EntityRows(ofArticle(read), options)),
    ...allRows(new ArticleQuoteRows(read, { grouping, filter: '' })),
  ];
}

/** What is dragged, as it comes back from VS Code. */
const dragged = (rows: readonly Row[]) => JSON.parse(JSON.stringify(draggedOf(rows))) as Dragged;

describe('the removal of rows of any article', () => {
  itHolds(
    'takes all annotations of it where all rows are removed, and undo brings them back',
    fc.tuple(annotatedArticles, fc.constantFrom(...quoteGroupings)),
    ([annotated, grouping]) => {
      const { set } = annotated;
      const { parts, entities } = removalOf(rowsOf(annotated, grouping));
      assert.ok(parts.every((part) => part.uri === uri));
      assert.deepEqual(
        entities.map(({ entity }) => entity).sort(),
        [...set.entities.keys()].sort(),
      );
      const change = removeParts(
        set,
        parts.map(({ item }) => item),
      );
      const after = apply(change, set);
      assert.deepEqual([after.mentions, after.quotes], [[], []]);
      assert.deepEqual(apply(invert(change), after), set);
    },
    runs,
  );

  itHolds(
    'means nothing for rows that only group others',
    annotatedArticles,
    (annotated) => {
      const groups = rowsOf(annotated).filter(({ kind }) =>
        ['type', 'speaker', 'quoteKind', 'lost'].includes(kind),
      );
      assert.deepEqual(removalOf(groups), { parts: [], entities: [] });
    },
    runs,
  );
});

describe('rows of any article, dragged', () => {
  const cases = fc.tuple(annotatedArticles, fc.nat(), fc.nat());

  itHolds(
    'never mean what would change nothing: an entity for itself, mentions for their own entity',
    cases,
    ([annotated, at, onto]) => {
      const rows = rowsOf(annotated);
      const [row, target] = [rows[at % rows.length], rows[onto % rows.length]];
      if (!row || !target) return;
      const drop = dropOf(dragged([row]), target);
      if (!drop) return;
      if (drop.command === 'chiosa.mergeEntities') {
        assert.ok(!drop.argument.entities.includes(drop.argument.into));
      } else if (drop.command === '_chiosa.moveMentions') {
        const { mentions, into } = drop.argument;
        assert.ok(mentions.length > 0 && mentions.every(({ item }) => item.entity !== into));
      } else {
        const { quotes, saidBy, speaker } = drop.argument;
        assert.ok((quotes && quotes.length > 0) !== (saidBy !== undefined));
        if (saidBy) assert.notDeepEqual(saidBy, speaker);
      }
    },
    runs,
  );

  itHolds(
    'mean the same whether a quote is dropped onto an entity or the entity onto the quote',
    cases,
    ([annotated, at, onto]) => {
      const rows = rowsOf(annotated);
      const entities = rows.filter(({ kind }) => kind === 'entity');
      const quotes = rows.filter(({ kind }) => kind === 'quote');
      const [entity, quote] = [entities[onto % entities.length], quotes[at % quotes.length]];
      if (!entity || !quote) return;
      const there = dropOf(dragged([quote]), entity);
      const back = dropOf(dragged([entity]), quote);
      assert.ok(there);
      assert.deepEqual(JSON.parse(JSON.stringify(back)), there);
    },
    runs,
  );

  itHolds(
    'come back from VS Code as they were',
    annotatedArticles,
    (annotated) => {
      const rows = rowsOf(annotated);
      const { entities, mentions, quotes } = dragged(rows);
      assert.deepEqual([...entities].sort(), [...annotated.set.entities.keys()].sort());
      assert.equal(mentions.length, annotated.set.mentions.length);
      assert.deepEqual(
        new Set(quotes.map(({ item }) => JSON.stringify(item))),
        new Set(annotated.set.quotes.map((item) => JSON.stringify(item))),
      );
    },
    runs,
  );
});
