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
      assert.equal(await read('not/made/yet/a.txt', idOf('Brisco\n')), 'Brisco\n');
      assert.equal(await read('in/a.txt', idOf('Cy\n')), undefined);
    }));

  it('asks the git that it is given, for each of its answers', () =>
    withFolder({ 'a.txt': 'Ada\r\n' }, async (folder) => {
      commitAll(folder);
      const file = path.join(folder, 'a.txt');
      const none = new GitBlobs(() => path.join(folder, 'no git'));
      const found = new GitBlobs(() => 'git');
      try {
        for (const id of [idOf('Ada\r\n'), idOf('Ada\n')]) {
          assert.ok(await found.read(file, id));
          assert.equal(await none.read(file, id), undefined);
        }
        assert.ok(await found.readAt(file, 'HEAD'));
        assert.equal(await none.readAt(file, 'HEAD'), undefined);
      } finally {
        none.dispose();
        found.dispose();
      }
    }));

  it('gives a file as a commit has it, whatever it is called, and whatever git shows in its place', () =>
    withFolder(
      { 'in/città [1].txt': 'Ada\n', '.gitattributes': '*.txt diff=upper' },
      async (folder) => {
        commitAll(folder);
        git(folder, 'config', 'diff.upper.textconv', 'echo SHOWN');
        const blobs = new GitBlobs();
        try {
          const file = path.join(folder, 'in', 'città [1].txt');
          const first = git(folder, 'rev-parse', 'HEAD');
          fs.writeFileSync(file, 'Bea\n');
          commitAll(folder);
          assert.deepEqual(await blobs.readAt(file, first), new Uint8Array(bytes('Ada\n')));
          assert.deepEqual(await blobs.readAt(file, 'HEAD'), new Uint8Array(bytes('Bea\n')));
          assert.equal(await blobs.readAt(path.join(folder, 'in', 'b.txt'), 'HEAD'), undefined);
          assert.equal(await blobs.readAt(file, 'HEAD\nHEAD'), undefined);
        } finally {
          blobs.dispose();
        }
      },
    ));

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

  it('finds what a file was that is deleted, or was never in its place', () =>
    withBlobs({ 'in/a.txt': 'Ada\n', 'in/b.txt': 'B\n' }, async (folder, read) => {
      commitAll(folder);
      fs.rmSync(path.join(folder, 'in', 'a.txt'));
      commitAll(folder);
      for (const file of ['in/a.txt', 'in/never.txt', 'elsewhere.txt']) {
        assert.equal(await read(file, idOf('Ada\n')), 'Ada\n', file);
      }
    }));

  it('writes nothing into the repository, and starts no hook', () =>
    withBlobs({ 'a.txt': 'Ada\r\n' }, async (folder, read) => {
      commitAll(folder);
      fs.writeFileSync(path.join(folder, 'a.txt'), 'Brisco\r\n');
      git(folder, 'add', '--all');
      const files = () =>
        fs
          .readdirSync(path.join(folder, '.git'), { recursive: true, encoding: 'utf8' })
          .map((name) => [name, fs.statSync(path.join(folder, '.git', name)).mtimeMs]);
      const before = files();
      assert.equal(await read('a.txt', idOf('Ada\n')), 'Ada\r\n');
      assert.equal(await read('a.txt', idOf('Zoe\n')), undefined);
      assert.deepEqual(files(), before);
    }));

  it('answers many who ask of several repositories at once, each from its own', () =>
    withBlobs(
      Object.fromEntries(
        ['one', 'two', 'three'].flatMap((name) =>
          Array.from({ length: 8 }, (_, i) => [
            `${name}/${String(i)}.txt`,
            `${name} ${String(i)}\n`,
          ]),
        ),
      ),
      async (folder, read) => {
        const names = ['one', 'two', 'three'];
        for (const name of names) commitAll(path.join(folder, name));
        const asked = names.flatMap((name) =>
          Array.from({ length: 8 }, (_, i) => [name, `${name} ${String(i)}\n`] as const),
        );
        const found = await Promise.all(
          asked.map(([name, text]) => read(`${name}/x.txt`, idOf(text))),
        );
        assert.deepEqual(
          found,
          asked.map(([, text]) => text),
        );
        assert.equal(await read('one/x.txt', idOf('two 1\n')), undefined);
      },
    ));

  it('finds former versions of files with names that mean something to git', function () {
    if (process.platform === 'win32') this.skip();
    const names = ['-n.txt', ':(top)b.txt', '[a]*.txt', 'è 😀 二.txt', '"q".txt'];
    const files = Object.fromEntries(names.map((name) => [name, `${name} Ada\r\n`]));
    return withBlobs(files, async (folder, read) => {
      commitAll(folder);
      for (const name of names) {
        fs.writeFileSync(path.join(folder, name), `${name} Brisco\r\n`);
      }
      for (const name of names) {
        assert.equal(await read(name, idOf(`${name} Ada\n`)), `${name} Ada\r\n`, name);
      }
    });
  });

  it('gives the versions that a merge has left in the index, as they are and not as diffs show them', () =>
    withFolder(
      { 'in/è 1.txt': 'Ada\n', '.gitattributes': '*.txt diff=shout\n' },
      async (folder) => {
        commitAll(folder);
        const file = path.join(folder, 'in', 'è 1.txt');
        const [main] = git(folder, 'branch', '--show-current').split('\n');
        git(folder, 'config', 'diff.shout.textconv', 'tr a-z A-Z <');
        git(folder, 'switch', '--quiet', '--create', 'side');
        fs.writeFileSync(file, 'Bea\r\n');
        fs.writeFileSync(path.join(folder, 'new.txt'), 'Ugo\n');
        commitAll(folder);
        git(folder, 'switch', '--quiet', main ?? '');
        fs.writeFileSync(file, '\uFEFFCy\n');
        fs.writeFileSync(path.join(folder, 'new.txt'), 'Ivo\n');
        commitAll(folder);
        const blobs = new GitBlobs();
        const stages = async (name: string) => {
          const found = await blobs.stages(path.join(folder, name));
          return [found.base, found.ours, found.theirs].map(
            (bytes) => bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
          );
        };
        try {
          const none = [undefined, undefined, undefined];
          assert.deepEqual(await stages('in/è 1.txt'), none);
          assert.throws(() => git(folder, 'merge', 'side'));
          assert.deepEqual(await stages('in/è 1.txt'), ['Ada\n', '\uFEFFCy\n', 'Bea\r\n']);
          assert.deepEqual(await stages('new.txt'), [undefined, 'Ivo\n', 'Ugo\n']);
          git(folder, 'add', '--all');
          assert.deepEqual(await stages('in/è 1.txt'), none);
        } finally {
          blobs.dispose();
        }
      },
    ));

  it('gives no versions of a merge where there is no repository', () =>
    withFolder({ 'a.txt': 'Ada\n' }, async (folder) => {
      const blobs = new GitBlobs();
      assert.deepEqual(await blobs.stages(path.join(folder, 'a.txt')), {});
      assert.deepEqual(await blobs.stages(path.join(folder, 'no', 'where.txt')), {});
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
