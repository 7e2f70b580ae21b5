import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptySummary, summaryOf } from '../../../../src/core/corpus/articleSummary';
import { articleStatuses, type ArticleStatus } from '../../../../src/core/model/annotationSet';
import {
  articleGroups,
  articleListing,
  figuresOf,
  progressOf,
  type ListedFile,
} from '../../../../src/features/articles/articleTree';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const file = (path: string, status?: ArticleStatus): ListedFile => ({
  key: `file:///${path}.ann.yaml`,
  path,
  summary: { ...emptySummary, fields: status ? { status } : {} },
});
/** The paths below each state. */
const pathsIn = (files: readonly ListedFile[]) => {
  const groups = articleGroups(files);
  return groups.map((group) =>
    articleListing(groups, group)
      .first(files.length)
      .map((row) => (row.kind === 'article' ? row.article.path : assert.fail())),
  );
};

describe('articles by state', () => {
  const paths = [
    'città/é.txt',
    'citta\u0300/e.txt',
    '港/局.txt',
    'مقال.txt',
    '😀.md',
    'A.txt',
    'a.txt',
  ];
  const files = fc.uniqueArray(
    fc.record({
      path: fc.constantFrom(...paths),
      status: fc.constantFrom(undefined, ...articleStatuses),
    }),
    { selector: ({ path }) => path },
  );

  itHolds(
    'are all articles, each once, sorted by path in groups that are not empty',
    files,
    (all) => {
      const listed = all.map(({ path, status }) => file(path, status));
      const groups = pathsIn(listed);
      assert.deepEqual(groups.flat().sort(), all.map(({ path }) => path).sort());
      for (const group of groups) {
        assert.ok(group.length > 0);
        assert.deepEqual(group, [...group].sort());
      }
      const { done, all: count } = progressOf(articleGroups(listed));
      assert.deepEqual(
        [done, count],
        [all.filter(({ status }) => status === 'done').length, all.length],
      );
    },
  );

  itHolds('are the same whatever the order in which they are found', files, (all) => {
    const listed = all.map(({ path, status }) => file(path, status));
    assert.deepEqual(pathsIn([...listed].reverse()), pathsIn(listed));
  });

  it('are as many as a page shows, at its border too, each below the state', () => {
    for (const count of [499, 500, 501]) {
      const all = Array.from({ length: count }, (_, i) => file(`${String(1000 + i)}.txt`, 'done'));
      const groups = articleGroups(all.reverse());
      const listing = articleListing(groups, groups[0]);
      assert.equal(listing.length, count);
      const shown = listing.first(500);
      assert.equal(shown.length, Math.min(500, count));
      const last = `${String(999 + Math.min(500, count))}.txt`;
      assert.equal(shown.at(-1)?.id, `done/file:///${last}.ann.yaml`);
      assert.ok(shown.every(({ parent }) => parent === groups[0]));
    }
  });

  it('are each a row of its own where folders have the same name, in the order of their URIs', () => {
    const placed = (root: string) => ({
      ...file('desk/a.txt'),
      key: `file:///${root}/desk/a.txt.ann.yaml`,
    });
    const all = [placed('y'), placed('x')];
    for (const order of [all, [...all].reverse()]) {
      const groups = articleGroups(order);
      assert.deepEqual(
        articleListing(groups, groups[0])
          .first(9)
          .map(({ id }) => id),
        ['none/file:///x/desk/a.txt.ann.yaml', 'none/file:///y/desk/a.txt.ann.yaml'],
      );
    }
  });

  it('have ids that tell an article without a state from one in a folder that is called so', () => {
    const groups = articleGroups([file('done/a.txt'), file('a.txt', 'done')]);
    const all = groups.flatMap((group) => [group, ...articleListing(groups, group).first(9)]);
    assert.deepEqual(
      all.map(({ id }) => id),
      ['none', 'none/file:///done/a.txt.ann.yaml', 'done', 'done/file:///a.txt.ann.yaml'],
    );
  });
});

describe('the figures of an article', () => {
  it('are nothing where it says nothing', () => {
    assert.deepEqual(figuresOf(emptySummary), { entities: 0, mentions: 0, quotes: 0 });
  });

  itHolds(
    'are those of its annotations, with a place or without',
    annotatedArticles,
    ({ set }) => {
      assert.deepEqual(figuresOf(summaryOf(set)), {
        entities: set.entities.size,
        mentions: set.mentions.length,
        quotes: set.quotes.length,
      });
    },
    300,
  );
});
