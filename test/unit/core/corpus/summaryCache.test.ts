import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areSameStamps, cacheEntries, cacheLines } from '../../../../src/core/corpus/summaryCache';
import { summaryOf } from '../../../../src/core/corpus/articleSummary';
import type { SummaryEntry } from '../../../../src/core/corpus/summaryLines';
import { packed, unpacked } from '../../../../src/core/corpus/packedSummary';
import { Vocabulary } from '../../../../src/core/corpus/vocabulary';
import type { KnownEntity } from '../../../../src/core/entities/knownEntities';
import { itHolds } from '../../../support/property';
import { annotatedArticles } from '../../../support/randomSets';

const ada = { id: 'ada', name: 'Ada «A»', type: 'person' };
const known = (mentions: number, ...forms: readonly string[]): KnownEntity => ({
  entity: ada,
  forms: [ada.name, ...forms],
  mentions,
});

const portOf = (key: string): KnownEntity => ({
  entity: { id: 'port', name: `Port ${key}`, type: 'organization' },
  forms: [`Port ${key}`],
  mentions: 0,
});

const vocabulary = new Vocabulary();
const entry = (key: string, mtime: number): SummaryEntry => ({
  key,
  stamp: { mtime, size: 7 },
  summary: packed(
    {
      fields: { title: `È «${key}»\n二` },
      entities: [
        known(mtime, ...(key.length > 8 ? ['la A', key] : [])),
        { ...portOf(key), ...(mtime > 1000 && { links: { sito: 'https://porto.example' } }) },
      ],
      quotes: [{ speaker: 'ada', quotes: 2 }, { quotes: 1 }],
      ...(mtime > 1000 && { isInBlocks: true }),
      kinds: { direct: 2, indirect: 1 },
      ...(key.length > 8 && { problems: 3 }),
    },
    vocabulary,
  ),
});
const linesOf = (entries: readonly SummaryEntry[], now: number) => [
  ...cacheLines(entries, vocabulary, now),
];
const entriesOf = (lines: Iterable<string>) => [...cacheEntries(lines, vocabulary)];

describe('the cache of summaries', () => {
  it('gives what was put into it', () => {
    const entries = [entry('file:///a', 1000), entry('file:///b', 2000)];
    assert.deepEqual(entriesOf(linesOf(entries, 5000)), entries);
  });

  it('says each entity and each word once', () => {
    const entries = ['file:///aaa', 'file:///bbb', 'file:///aaa'].map((key) => entry(key, 1000));
    const lines = linesOf(entries, 5000).join();
    assert.equal(lines.split('Ada «A»').length, 3, 'once as a name, once as a word');
    assert.equal(lines.split('"la A"').length, 2);
    assert.equal(lines.split('"Port file:///aaa"').length, 2);
  });

  it('does not trust a file that was written within two seconds of the cache', () => {
    const entries = [entry('old', 2999), entry('new', 3000), entry('newer', 9000)];
    const kept = entriesOf(linesOf(entries, 5000));
    assert.deepEqual(
      kept.map(({ key }) => key),
      ['old'],
    );
  });

  it('gives nothing of another version, and what stands before a line that is cut off', () => {
    const [header = '', a = '', b = ''] = linesOf([entry('a', 1), entry('b', 2)], 5000);
    const other = header.replace(/"chiosaCorpus":\d+/, '"chiosaCorpus":0');
    assert.notEqual(other, header);
    assert.deepEqual(entriesOf([other, a]), []);
    assert.deepEqual(entriesOf([a, b]), []);
    assert.deepEqual(entriesOf(['']), []);
    assert.deepEqual(entriesOf([header, a, b.slice(0, -5)]), [entry('a', 1)]);
    assert.deepEqual(entriesOf([header, 'null']), []);
  });

  const randomEntries = fc.array(
    fc.record({
      key: fc.webUrl(),
      stamp: fc.record({ mtime: fc.nat(4000), size: fc.nat() }, { noNullPrototype: true }),
      annotated: annotatedArticles,
    }),
    { maxLength: 4 },
  );
  itHolds(
    'gives of any articles what was put into it, and of lines that were cut off those before',
    fc.tuple(randomEntries, fc.nat()),
    ([random, cut]) => {
      const entries = random.map(({ key, stamp, annotated }) => {
        return { key, stamp, summary: packed(summaryOf(annotated.set), vocabulary) };
      });
      const lines = linesOf(entries, 10_000);
      for (const line of lines) assert.doesNotMatch(line, /[\r\n]/, 'an entry is one line');
      assert.deepEqual(entriesOf(lines), entries);
      const text = lines.join('\n');
      const length = cut % (text.length + 1);
      const whole = text.slice(0, length).split('\n');
      const found = entriesOf(whole);
      assert.deepEqual(found, entries.slice(0, found.length));
      assert.ok(found.length >= whole.length - 2);
    },
    300,
  );

  it('is read into the numbers of another vocabulary, which has some already', () => {
    const entries = [entry('file:///a-long-one', 1000), entry('file:///b', 500)];
    const other = new Vocabulary();
    other.numberOf({ id: 'y', name: 'Y', type: 'person' });
    const found = [...cacheEntries(linesOf(entries, 5000), other)];
    assert.notDeepEqual(found, entries);
    assert.deepEqual(
      found.map(({ key, summary }) => [key, unpacked(summary, other)]),
      entries.map(({ key, summary }) => [key, unpacked(summary, vocabulary)]),
    );
  });

  it('names the entities of a file right that follows one that is not trusted', () => {
    const entries = [entry('file:///racy', 9000), entry('file:///old', 1000)];
    assert.deepEqual(entriesOf(linesOf(entries, 10_000)), entries.slice(1));
  });
});

describe('areSameStamps', () => {
  it('tells versions apart by time and size', () => {
    const stamp = { mtime: 1, size: 2 };
    assert.ok(areSameStamps(stamp, { ...stamp }));
    assert.ok(!areSameStamps(stamp, undefined));
    assert.ok(!areSameStamps(undefined, undefined));
    assert.ok(!areSameStamps(stamp, { mtime: 1, size: 3 }));
    assert.ok(!areSameStamps(stamp, { mtime: 2, size: 2 }));
  });
});
