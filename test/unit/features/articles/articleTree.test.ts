import assert from 'node:assert/strict';
import type { ArticleSummary } from '../../../../src/core/corpus/articleSummary';
import type { ArticleStatus } from '../../../../src/core/model/annotationSet';
import {
  articleTree,
  figuresOf,
  progressOf,
  type AnnotatedFile,
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
const file = (path: string, status?: ArticleStatus): AnnotatedFile => ({
  path,
  summary: summary(status),
});

describe('articleTree', () => {
  const files = [
    file('b/z.txt', 'done'),
    file('b/a.txt', 'done'),
    file('c.txt'),
    file('d.txt', 'reviewed'),
    file('a.txt'),
    file('e.txt', 'draft'),
  ];

  it('has articles by state as work goes on, in each by path', () => {
    const rows = articleTree(files).map(({ status, children }) => [
      status,
      children.map(({ article }) => article.path),
    ]);
    assert.deepEqual(rows, [
      [undefined, ['a.txt', 'c.txt']],
      ['draft', ['e.txt']],
      ['reviewed', ['d.txt']],
      ['done', ['b/a.txt', 'b/z.txt']],
    ]);
  });

  it('has no state without articles', () => {
    assert.deepEqual(articleTree([]), []);
    assert.deepEqual(
      articleTree([file('a.txt', 'done')]).map(({ status }) => status),
      ['done'],
    );
  });

  it('tells how many are done', () => {
    assert.deepEqual(progressOf(articleTree(files)), { done: 2, all: 6 });
    assert.deepEqual(progressOf([]), { done: 0, all: 0 });
  });
});

describe('figuresOf', () => {
  it('counts the mentions of all entities and all quotes', () => {
    assert.deepEqual(figuresOf(summary()), { mentions: 3, quotes: 3 });
  });
});
