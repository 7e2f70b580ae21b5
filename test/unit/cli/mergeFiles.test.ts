import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { mergeFiles } from '../../../src/cli/mergeFiles';
import { withSession } from '../../../src/cli/session';
import { bridge, edit, idOf } from '../../support/bridge';
import { withFolder } from '../../support/files';

const { first, second, sidecar } = bridge;
const paths = { base: 'base', ours: 'ours', theirs: 'theirs' };
const ours = sidecar.replace('kind: direct', 'kind: mixed');
const theirs = bridge
  .sidecarOf(idOf(second))
  .replace('{ exact: Tassoni }', '{ exact: Irene Tassoni }');
const files = { 'ponte.txt': first, base: sidecar, ours, theirs };

const merge = (folder: string, text?: string) =>
  withSession(folder, (session) =>
    mergeFiles({ ...paths, ...(text !== undefined && { text }) }, session),
  );

/** The id of the text that the result is written for. */
async function textOf(folder: string, text?: string): Promise<string | undefined> {
  const { failures, ...result } = await merge(folder, text);
  assert.equal(failures, undefined);
  return 'content' in result ? /^text: (.*)$/m.exec(result.content)?.[1] : undefined;
}

describe('mergeFiles', () => {
  it('merges for the text that git has, before it comes to the article', () =>
    withFolder(files, async (folder) => {
      edit(folder, second);
      edit(folder, first);
      assert.equal(await textOf(folder, 'ponte.txt'), idOf(second));
      assert.equal(await textOf(folder, 'ponte.txt.ann.yaml'), idOf(second));
      fs.rmSync(path.join(folder, 'ponte.txt'));
      assert.equal(await textOf(folder, 'ponte.txt'), idOf(second), 'without the article');
    }));

  it('merges for the text in the work tree where git does not have it, or it was merged', () =>
    withFolder(files, async (folder) => {
      assert.equal(await textOf(folder, 'ponte.txt'), idOf(first));
      const merged = `${second}Fine.\n`;
      fs.writeFileSync(path.join(folder, 'ponte.txt'), merged);
      assert.equal(await textOf(folder, 'ponte.txt'), idOf(merged));
    }));

  it('takes the article beside ours where none is given, and no sidecar for an article', () =>
    withFolder({ ...files, 'ponte.txt.ann.yaml': ours }, async (folder) => {
      const beside = { ...paths, ours: 'ponte.txt.ann.yaml' };
      const result = await withSession(folder, (session) => mergeFiles(beside, session));
      assert.ok('content' in result);
      assert.match(result.content, new RegExp(`^text: ${idOf(first)}$`, 'm'));
      assert.equal(await textOf(folder), idOf(first), 'that which ours names');
    }));

  it('keeps the byte order mark of ours', () =>
    withFolder({ ...files, ours: `\uFEFF${ours}` }, async (folder) => {
      const result = await merge(folder, 'ponte.txt');
      assert.ok('content' in result);
      assert.match(result.content, /^\uFEFFchiosa: 1\n/);
    }));

  it('says what keeps files from being merged, of all of them', () =>
    withFolder({ ...files, base: 'chiosa: 2\n', theirs: Uint8Array.of(0xff) }, async (folder) => {
      const { failures = [] } = await merge(folder, 'ponte.txt');
      assert.deepEqual(
        failures.map(({ file, problem }) => `${file} ${problem.code}`),
        ['base version-newer', 'theirs file-not-utf8'],
      );
    }));
});
