import assert from 'node:assert/strict';
import { blocksWriting } from '../../../../src/core/check/problem';
import { problemMessage } from '../../../../src/core/check/messages';
import { defaultSchema } from '../../../../src/core/model/schema';
import type { ArticleFile } from '../../../../src/core/sidecar/articleFile';
import { readSidecar, type ReadSidecar } from '../../../../src/core/sidecar/read';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { articleOf } from '../../../support/builders';
import { itHolds } from '../../../support/property';
import { anyText } from '../../../support/random';
import { mutated } from '../../../support/slips';

describe('readSidecar, given a sidecar that went wrong', () => {
  itHolds(
    'never throws, points into the source, and loses nothing',
    mutated,
    ({ article, source }) => {
      const read = readSidecar(source, article, defaultSchema);
      pointsInto(source, read);
      for (const mention of read.set.mentions) assert.ok(read.set.entities.has(mention.entity));
      if (read.writable) survivesWriting(source, article, read);
    },
  );

  itHolds('never throws for any bytes at all', anyText(60), (source) => {
    const { set, problems } = readSidecar(source, articleOf('Roma'), defaultSchema);
    assert.ok(set.mentions.length === 0 && Array.isArray(problems));
  });
});

function pointsInto(source: string, { problems, writable }: ReadSidecar): void {
  assert.equal(writable, !blocksWriting(problems));
  const lines = source.split('\n');
  for (const found of problems) {
    const { start, end } = found.range;
    assert.ok(start.column <= (lines[start.line]?.length ?? -1), JSON.stringify(found));
    assert.ok(start.line < end.line || (start.line === end.line && start.column <= end.column));
    assert.doesNotMatch(problemMessage(found), /\{(?:key|path|reason|quote|entity|type|version)\}/);
  }
}

function survivesWriting(
  source: string,
  article: ArticleFile,
  { set, ...read }: ReadSidecar,
): void {
  const written = writeSidecar(set, article, previousOf(source, read));
  const again = readSidecar(written, article, defaultSchema);
  assert.ok(again.writable, written);
  assert.equal(writeSidecar(again.set, article, previousOf(written, again)), written);
  assert.deepEqual(again.set.entities, set.entities);
  assert.deepEqual(again.set.article, set.article);
  assert.deepEqual(again.set.extra, set.extra);
  assert.equal(again.set.mentions.length, set.mentions.length);
  assert.equal(again.set.quotes.length, set.quotes.length);
}

function previousOf(source: string, { textId }: Pick<ReadSidecar, 'textId'>) {
  return { source, ...(textId !== undefined && { textId }) };
}
