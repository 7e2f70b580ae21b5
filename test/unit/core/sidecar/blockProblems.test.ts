import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Problem } from '../../../../src/core/check/problem';
import type { Quote } from '../../../../src/core/model/annotation';
import { defaultSchema } from '../../../../src/core/model/schema';
import {
  allProblems,
  problemsAfter,
  problemsByBlock,
} from '../../../../src/core/sidecar/blockProblems';
import { sourceOf } from '../../../../src/core/sidecar/blocks';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { rewriteSidecar } from '../../../../src/core/sidecar/rewrite';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { articleOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';
import { annotatedTwice, mixed } from '../../../support/randomSets';

/** The problems in the order of the file, as text. */
function listed(problems: readonly Problem[]): string[] {
  return problems
    .filter(({ code }) => code !== 'duplicate-annotation')
    .map(({ code, range: { start, end }, detail }) =>
      [start.line, start.column, end.line, end.column, code, JSON.stringify(detail)].join(' '),
    )
    .sort();
}

const source = `chiosa: 1
article:
  xyz: 1
entities:
  anna:
    name: Anna
    type: astronave
  # poi
  bruno:
    name: Bruno
    type: person
    mentions:
      - { exact: Bruno }
quotes:
  - kind: direct
    content:
      - { exact: Sì }
`;

describe('the problems by block', () => {
  it('are on lines counted from the first of their block', () => {
    const { layout, problems } = readSidecar(source, articleOf('Sì.'), defaultSchema);
    assert.ok(layout);
    const sorted = problemsByBlock(layout.blocks, problems);
    assert.ok(sorted);
    assert.deepEqual(
      sorted.head.map(({ code, range }) => [code, range.start.line]),
      [['unknown-key', 2]],
    );
    assert.deepEqual(
      [...sorted.inBlocks.values()].map((all) =>
        all.map(({ code, range }) => [code, range.start.line]),
      ),
      [[['unknown-type', 2]], [['anchor-lost', 4]], [['quote-without-speaker', 0]]],
    );
    assert.deepEqual(listed(allProblems(sorted, layout.blocks)), listed(problems));
  });

  it('are not sorted where one stands behind the blocks', () => {
    const { layout, problems } = readSidecar(`${source}xyz: 1\n`, articleOf('Sì.'), defaultSchema);
    assert.ok(layout);
    assert.equal(problemsByBlock(layout.blocks, problems), undefined);
  });

  itHolds(
    'are after a rewriting those of the file read anew',
    fc.tuple(annotatedTwice, fc.array(fc.nat(2), { minLength: 8, maxLength: 8 })),
    ([{ article, set: first, other }, keep]) => {
      const written = writeSidecar(first, article);
      const { set, layout, textId = '', problems } = readSidecar(written, article, defaultSchema);
      const now = mixed(set, other, keep);
      const rewritten = layout && rewriteSidecar(now, article, textId, { set, layout });
      const before = layout && problemsByBlock(layout.blocks, problems);
      if (!rewritten || !before) return;
      const { blocks } = rewritten.layout;
      const schema = defaultSchema;
      const after = problemsAfter(before, blocks, {
        textId,
        article,
        schema,
        entities: now.entities,
      });
      const anew = readSidecar(sourceOf(blocks), article, schema).problems;
      // An act takes no entity away that a quote elsewhere refers to.
      const isLeft = ({ speaker }: Quote) =>
        speaker?.entity !== undefined && set.entities.has(speaker.entity);
      const hasGone = [...set.entities.keys()].some((id) => !now.entities.has(id));
      if (hasGone && set.quotes.some(isLeft)) return;
      assert.deepEqual(listed(allProblems(after, blocks)), listed(anew));
    },
  );
});
