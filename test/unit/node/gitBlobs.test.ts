import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { blobId } from '../../../src/core/text/blobId';
import { GitBlobs } from '../../../src/node/gitBlobs';
import { withFolder } from '../../support/files';
import { commitAll, git } from '../../support/git';

const bytes = (text: string) => new TextEncoder().encode(text);
const idOf = (text: string) => blobId(bytes(text));

/** Runs a test with `GitBlobs` in a folder with these files. */
async function withBlobs(
  files: Readonly<Record<string, string>>,
  test: (
    folder: string,
    read: (file: string, id: string) => Promise<string | undefined>,
  ) => Promise<void>,
): Promise<void> {
  await withFolder(files, async (folder) => {
    const blobs = new GitBlobs();
    try {
      await test(folder, async (file, id) => {
        const found = await blobs.read(path.join(folder, file), id);
        return found && new TextDecoder('utf-8', { ignoreBOM: true }).decode(found);
      });
    } finally {
      blobs.dispose();
    }
  });
}

describe('GitBlobs', () => {
  it('gives what a file was, in a commit or only staged, byte by byte', () =>
    withBlobs({ 'in/a.txt': '\uFEFFAda\r\n' }, async (folder, read) => {
      commitAll(folder);
      fs.writeFileSync(path.join(folder, 'in', 'a.txt'), 'Brisco\n');
      git(folder, 'add', '--all');
      fs.writeFileSync(path.join(folder, 'in', 'a.txt'), 'Cy\n');
      assert.equal(await read('in/a.txt', idOf('\uFEFFAda\r\n')), '\uFEFFAda\r\n');
      assert.equal(await read('in/a.txt', idOf('Brisco\n')), 'Brisco\n');
      assert.equal(await read('in/a.txt', idOf('Cy\n')), undefined);
    }));

  it('finds a former version by the id of its LF form, where git keeps its ends of line', () =>
    withBlobs({ 'in/a.txt': 'Ada\r\n', 'b.txt': 'Bea\r\n' }, async (folder, read) => {
      commitAll(folder);
      for (const name of ['Brisco', 'Cy']) {
        fs.writeFileSync(path.join(folder, 'in', 'a.txt'), `${name}\r\n`);
        commitAll(folder);
      }
      fs.writeFileSync(path.join(folder, 'in', 'a.txt'), 'Dario\r\n');
      git(folder, 'add', '--all');
      for (const name of ['Ada', 'Brisco', 'Cy', 'Dario']) {
        assert.equal(await read('in/a.txt', idOf(`${name}\n`)), `${name}\r\n`);
      }
      // That was another file.
      assert.equal(await read('in/a.txt', idOf('Bea\n')), undefined);
    }));

  it('sees what is committed after it was first asked', () =>
    withBlobs({ 'a.txt': 'Ada\n' }, async (folder, read) => {
      commitAll(folder);
      assert.equal(await read('a.txt', idOf('Brisco\n')), undefined);
      fs.writeFileSync(path.join(folder, 'a.txt'), 'Brisco\n');
      commitAll(folder);
      assert.equal(await read('a.txt', idOf('Brisco\n')), 'Brisco\n');
    }));

  it('reads each file’s own repository, one inside another too', () =>
    withBlobs({ 'a.txt': 'Ada\n', 'inner/b.txt': 'Brisco\n' }, async (folder, read) => {
      commitAll(path.join(folder, 'inner'));
      git(folder, 'init', '--quiet');
      git(folder, 'add', 'a.txt');
      assert.equal(await read('inner/b.txt', idOf('Brisco\n')), 'Brisco\n');
      assert.equal(await read('inner/b.txt', idOf('Ada\n')), undefined);
      assert.equal(await read('a.txt', idOf('Ada\n')), 'Ada\n');
    }));

  it('reads the repository that a linked folder is in', function () {
    if (process.platform === 'win32') this.skip();
    return withBlobs({ 'real/in/a.txt': 'Ada\n' }, async (folder, read) => {
      commitAll(path.join(folder, 'real'));
      fs.symlinkSync(path.join(folder, 'real', 'in'), path.join(folder, 'link'));
      assert.equal(await read('link/a.txt', idOf('Ada\n')), 'Ada\n');
    });
  });

  it('reads a repository with SHA-256', () =>
    withBlobs({ 'a.txt': 'Ada\n' }, async (folder, read) => {
      git(folder, 'init', '--quiet', '--object-format=sha256');
      commitAll(folder);
      assert.equal(await read('a.txt', blobId(bytes('Ada\n'), 'sha256')), 'Ada\n');
      assert.equal(await read('a.txt', idOf('Ada\n')), undefined);
    }));

  it('gives nothing for an id that is that of no blob', () =>
    withBlobs({ 'a.txt': 'Ada\n' }, async (folder, read) => {
      commitAll(folder);
      assert.equal(await read('a.txt', git(folder, 'rev-parse', 'HEAD')), undefined);
      assert.equal(await read('a.txt', git(folder, 'rev-parse', 'HEAD^{tree}')), undefined);
      assert.equal(await read('a.txt', '0'.repeat(64)), undefined);
    }));

  it('gives nothing where something else was put in the place of an object', () =>
    withBlobs({ 'a.txt': 'Ada\n', 'b.txt': 'Brisco\n' }, async (folder, read) => {
      commitAll(folder);
      const [a, b] = [idOf('Ada\n'), idOf('Brisco\n')];
      git(folder, 'replace', a, b);
      assert.equal(await read('a.txt', a), 'Ada\n');
      const objects = path.join(folder, '.git', 'objects');
      const looseFile = (id: string) => path.join(objects, id.slice(0, 2), id.slice(2));
      fs.rmSync(looseFile(a));
      fs.copyFileSync(looseFile(b), looseFile(a));
      assert.equal(await read('a.txt', a), undefined);
    }));

  it('gives nothing where there is no repository, no folder, or a broken one', () =>
    withBlobs({ 'a.txt': 'Ada\n', 'broken/.git': 'gitdir: nowhere\n' }, async (_, read) => {
      for (const file of ['a.txt', 'no/where.txt', 'broken/a.txt']) {
        assert.equal(await read(file, idOf('Ada\n')), undefined);
      }
    }));

  it('goes on when git was ended', () =>
    withFolder({ 'a.txt': 'Ada\n' }, async (folder) => {
      commitAll(folder);
      const blobs = new GitBlobs();
      const found: unknown[] = [];
      for (let i = 0; i < 2; i += 1) {
        found.push(await blobs.read(path.join(folder, 'a.txt'), idOf('Ada\n')));
        blobs.dispose();
      }
      assert.deepEqual(found.map(Boolean), [true, true]);
    }));
});
