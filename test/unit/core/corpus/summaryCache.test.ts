import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  areSameStamps,
  cacheEntries,
  cacheLines,
  type SummaryEntry,
} from '../../../../src/core/corpus/summaryCache';
import { summaryOf } from '../../../../src/core/corpus/articleSummary';
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

const entry = (key: string, mtime: number): SummaryEntry => ({
  key,
  stamp: { mtime, size: 7 },
  summary: {
    fields: { title: `È «${key}»\n二` },
    entities: [known(mtime, ...(key.length > 8 ? ['la A', key] : [])), portOf(key)],
    quotes: [{ speaker: 'ada', quotes: 2 }, { quotes: 1 }],
  },
});

describe('the cache of summaries', () => {
  it('gives what was put into it', () => {
    const entries = [entry('file:///a', 1000), entry('file:///b', 2000)];
    assert.deepEqual([...cacheEntries(cacheLines(entries, 5000))], entries);
  });

  it('says each entity and each word once', () => {
    const entries = ['file:///aaa', 'file:///bbb', 'file:///aaa'].map((key) => entry(key, 1000));
    const lines = [...cacheLines(entries, 5000)].join();
    assert.equal(lines.split('Ada «A»').length, 3, 'once as a name, once as a word');
    assert.equal(lines.split('"la A"').length, 2);
    assert.equal(lines.split('"Port file:///aaa"').length, 2);
  });

  it('does not trust a file that was written within two seconds of the cache', () => {
    const entries = [entry('old', 2999), entry('new', 3000), entry('newer', 9000)];
    const kept = [...cacheEntries(cacheLines(entries, 5000))];
    assert.deepEqual(
      kept.map(({ key }) => key),
      ['old'],
    );
  });

  it('gives nothing of another version, and what stands before a line that is cut off', () => {
    const [header = '', a = '', b = ''] = [...cacheLines([entry('a', 1), entry('b', 2)], 5000)];
    const other = header.replace(/"chiosaCorpus":\d+/, '"chiosaCorpus":0');
    assert.notEqual(other, header);
    assert.deepEqual([...cacheEntries([other, a])], []);
    assert.deepEqual([...cacheEntries([a, b])], []);
    assert.deepEqual([...cacheEntries([''])], []);
    assert.deepEqual([...cacheEntries([header, a, b.slice(0, -5)])], [entry('a', 1)]);
    assert.deepEqual([...cacheEntries([header, 'null'])], []);
  });

  const randomEntries = fc.array(
    fc.record({
      key: fc.webUrl(),
      stamp: fc.record({ mtime: fc.nat(4000), size: fc.nat() }, { noNullPrototype: true }),
      annotated: annotatedArticles,
    }),
    { maxLength: 4 },
  );
  /** What a cache keeps of an entity is its id, its name and its type. */
  const kept = ({ entity: { id, name, type }, ...rest }: KnownEntity): KnownEntity => ({
    entity: { id, name, type },
    ...rest,
  });

  itHolds(
    'gives of any articles what was put into it, and of lines that were cut off those before',
    fc.tuple(randomEntries, fc.nat()),
    ([random, cut]) => {
      const entries = random.map(({ key, stamp, annotated }) => {
        const summary = summaryOf(annotated.set);
        return { key, stamp, summary: { ...summary, entities: summary.entities.map(kept) } };
      });
      const lines = [...cacheLines(entries, 10_000)];
      for (const line of lines) assert.doesNotMatch(line, /[\r\n]/, 'an entry is one line');
      assert.deepEqual([...cacheEntries(lines)], entries);
      const text = lines.join('\n');
      const length = cut % (text.length + 1);
      const whole = text.slice(0, length).split('\n');
      const found = [...cacheEntries(whole)];
      assert.deepEqual(found, entries.slice(0, found.length));
      assert.ok(found.length >= whole.length - 2);
    },
    300,
  );

  it('names the entities of a file right that follows one that is not trusted', () => {
    const entries = [entry('file:///racy', 9000), entry('file:///old', 1000)];
    assert.deepEqual([...cacheEntries(cacheLines(entries, 10_000))], entries.slice(1));
  });
});

describe('areSameStamps', () => {
  it('tells versions apart by time and size', () => {
    const stamp = { mtime: 1, size: 2 };
    assert.ok(areSameStamps(stamp, { ...stamp }));
    assert.ok(!areSameStamps(stamp, { mtime: 1, size: 3 }));
    assert.ok(!areSameStamps(stamp, { mtime: 2, size: 2 }));
  });
});
