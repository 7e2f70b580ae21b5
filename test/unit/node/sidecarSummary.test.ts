import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { emptySummary, readSummary } from '../../../src/core/corpus/articleSummary';
import { areSameStamps } from '../../../src/core/corpus/summaryCache';
import { stampOfFile, summaryOfFile } from '../../../src/node/sidecarSummary';
import { withFolder } from '../../support/files';

const source = 'chiosa: 1\nentities:\n  ida:\n    name: Ida\n    type: person\n';

describe('summaryOfFile', () => {
  it('says what a sidecar says, and which version of it that is', () =>
    withFolder({ 'a.ann.yaml': `\uFEFF${source}` }, (folder) => {
      const file = path.join(folder, 'a.ann.yaml');
      const { mtime, size } = fs.statSync(file);
      assert.deepEqual(summaryOfFile(file), {
        stamp: { mtime: mtime.getTime(), size },
        summary: readSummary(source),
      });
    }));

  it('says nothing of what is no text, and gives nothing where there is no file', () =>
    withFolder({ 'b.ann.yaml': 'a\0b' }, (folder) => {
      assert.deepEqual(summaryOfFile(path.join(folder, 'b.ann.yaml'))?.summary, emptySummary);
      assert.equal(summaryOfFile(path.join(folder, 'no.ann.yaml')), undefined);
      assert.equal(summaryOfFile(folder), undefined);
    }));

  it('follows what is written to the file, with another time or size', () =>
    withFolder({ 'a.ann.yaml': source }, (folder) => {
      const file = path.join(folder, 'a.ann.yaml');
      const before = summaryOfFile(file);
      fs.writeFileSync(file, source.replaceAll('Ida', 'Idalgo'));
      const after = summaryOfFile(file);
      assert.ok(before && after && !areSameStamps(before.stamp, after.stamp));
      assert.equal(after.summary.entities[0]?.entity.name, 'Idalgo');
      assert.equal(before.summary.entities[0]?.entity.name, 'Ida');
    }));

  it('says of a sidecar with CRLF, or written by hand, what it says of another', () =>
    withFolder(
      {
        'crlf.ann.yaml': source.replaceAll('\n', '\r\n'),
        'hand.ann.yaml': '{ chiosa: 1, "entities": { ida: { type: person, "name": Ida } } }',
        'broken.ann.yaml': `${source}quotes: [\n`,
      },
      (folder) => {
        for (const name of ['crlf', 'hand', 'broken']) {
          const read = summaryOfFile(path.join(folder, `${name}.ann.yaml`));
          assert.deepEqual(read?.summary.entities, readSummary(source).entities, name);
        }
      },
    ));
});

describe('stampOfFile', () => {
  it('gives the version that is read with the file, and none where there is no file', () =>
    withFolder({ 'a.ann.yaml': source }, (folder) => {
      const file = path.join(folder, 'a.ann.yaml');
      assert.deepEqual(stampOfFile(file), summaryOfFile(file)?.stamp);
      assert.equal(stampOfFile(path.join(folder, 'no.ann.yaml')), undefined);
    }));
});
