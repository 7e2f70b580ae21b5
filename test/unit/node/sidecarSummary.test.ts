import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { emptySummary, readSummary } from '../../../src/core/corpus/articleSummary';
import { summaryOfFile } from '../../../src/node/sidecarSummary';
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
});
