import assert from 'node:assert/strict';
import {
  areSameStamps,
  cacheEntries,
  cacheLines,
  type SummaryEntry,
} from '../../../../src/core/corpus/summaryCache';
import type { KnownEntity } from '../../../../src/core/entities/knownEntities';

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
});

describe('areSameStamps', () => {
  it('tells versions apart by time and size', () => {
    const stamp = { mtime: 1, size: 2 };
    assert.ok(areSameStamps(stamp, { ...stamp }));
    assert.ok(!areSameStamps(stamp, { mtime: 1, size: 3 }));
    assert.ok(!areSameStamps(stamp, { mtime: 2, size: 2 }));
  });
});
