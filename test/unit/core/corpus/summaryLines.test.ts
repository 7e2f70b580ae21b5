import assert from 'node:assert/strict';
import fc from 'fast-check';
import { summaryOf } from '../../../../src/core/corpus/articleSummary';
import { packed, unpacked } from '../../../../src/core/corpus/packedSummary';
import { LineReader, LineWriter } from '../../../../src/core/corpus/summaryLines';
import { Vocabulary } from '../../../../src/core/corpus/vocabulary';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const stamp = { mtime: 5, size: 7 };

describe('lines of summaries', () => {
  itHolds(
    'say the same to readers with other numbers, also of several writers at once',
    fc.array(annotatedArticles, { maxLength: 5 }),
    (articles) => {
      const shared = new Vocabulary();
      const writers = [0, 1].map(() => new Vocabulary());
      const lines = writers.map((vocabulary) => new LineWriter(vocabulary));
      const readers = writers.map(() => new LineReader(shared));
      for (const [i, { set }] of articles.entries()) {
        const vocabulary = writers[i % 2] ?? assert.fail();
        const summary = packed(summaryOf(set), vocabulary);
        const line = lines[i % 2]?.write({ key: String(i), stamp, summary }) ?? '';
        assert.doesNotMatch(line, /[\r\n]/, 'an entry is one line');
        const read = readers[i % 2]?.read(line) ?? assert.fail();
        assert.deepEqual([read.key, read.stamp], [String(i), stamp]);
        assert.deepEqual(unpacked(read.summary, shared), unpacked(summary, vocabulary));
      }
    },
    200,
  );

  it('are none where they are cut off or something else', () => {
    const vocabulary = new Vocabulary();
    const summary = packed({ fields: {}, entities: [], quotes: [] }, vocabulary);
    const line = new LineWriter(vocabulary).write({ key: 'a', stamp, summary });
    const reader = new LineReader(vocabulary);
    for (const other of ['', 'null', '7', '{}', line.slice(0, -1)]) {
      assert.equal(reader.read(other), undefined, other);
    }
    assert.deepEqual(reader.read(line), { key: 'a', stamp, summary });
  });
});
