import assert from 'node:assert/strict';
import type { ArticleSummary } from '../../../../src/core/corpus/articleSummary';
import type { ArticleStatus } from '../../../../src/core/model/annotationSet';
import {
  articleGroups,
  articleListing,
  figuresOf,
  progressOf,
  type ListedFile,
} from '../../../../src/features/articles/articleTree';
import { entityOf } from '../../../support/builders';

const summary = (status?: ArticleStatus): ArticleSummary => ({
  fields: status ? { status } : {},
  entities: [
    { entity: entityOf('Ada Perrin'), forms: ['Ada Perrin'], mentions: 3 },
    { entity: entityOf('Ente Porti'), forms: ['Ente Porti'], mentions: 0 },
  ],
  quotes: [{ speaker: 'ada-perrin', quotes: 2 }, { quotes: 1 }],
});
const file = (path: string, status?: ArticleStatus): ListedFile => ({
  key: `file:///${path}.ann.yaml`,
  path,
  summary: summary(status),
});

describe('the rows of articles', () => {
  const files = [
    file('b/z.txt', 'done'),
    file('b/a.txt', 'done'),
    file('c.txt'),
    file('d.txt', 'reviewed'),
    file('a.txt'),
    file('e.txt', 'draft'),
  ];

  it('are by state as work goes on, in each by path, those without a sidecar among those without a state', () => {
    const groups = articleGroups([...files, { ...file('b.txt'), summary: undefined }]);
    const rows = groups.map((group) => [
      group.status,
      articleListing(groups, group)
        .first(9)
        .map((row) => row.kind === 'article' && row.article.path),
    ]);
    assert.deepEqual(rows, [
      [undefined, ['a.txt', 'b.txt', 'c.txt']],
      ['draft', ['e.txt']],
      ['reviewed', ['d.txt']],
      ['done', ['b/a.txt', 'b/z.txt']],
    ]);
  });

  it('have ids of their own, and nothing below articles', () => {
    const groups = articleGroups(files);
    const roots = articleListing(groups, undefined);
    assert.equal(roots.length, 4);
    const all = roots.first(9).flatMap((row) => [row, ...articleListing(groups, row).first(9)]);
    assert.equal(new Set(all.map(({ id }) => id)).size, 10);
    assert.equal(articleListing(groups, all.at(-1)).length, 0);
  });

  it('have no state without articles', () => {
    assert.deepEqual(articleGroups([]), []);
    assert.deepEqual(
      articleGroups([file('a.txt', 'done')]).map(({ status }) => status),
      ['done'],
    );
  });

  it('tell how many are done', () => {
    assert.deepEqual(progressOf(articleGroups(files)), { done: 2, all: 6 });
    assert.deepEqual(progressOf([]), { done: 0, all: 0 });
  });
});

describe('figuresOf', () => {
  it('counts the entities, their mentions and all quotes', () => {
    assert.deepEqual(figuresOf(summary()), { entities: 2, mentions: 3, quotes: 3 });
  });
});
