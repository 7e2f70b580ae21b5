import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../../../src/node/replaceFile';
import { withFolder } from '../../support/files';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('replaceFile', () => {
  it('replaces a file, makes one where there is none, and leaves nothing beside it', () =>
    withFolder({ a: 'old' }, async (folder) => {
      await replaceFile(path.join(folder, 'a'), bytes('new'));
      await replaceFile(path.join(folder, 'b'), bytes('first'));
      assert.deepEqual(fs.readdirSync(folder), ['a', 'b']);
      assert.equal(fs.readFileSync(path.join(folder, 'a'), 'utf8'), 'new');
      assert.equal(fs.readFileSync(path.join(folder, 'b'), 'utf8'), 'first');
    }));

  it('keeps the mode', function () {
    if (process.platform === 'win32') this.skip();
    return withFolder({ a: 'old' }, async (folder) => {
      const file = path.join(folder, 'a');
      fs.chmodSync(file, 0o662);
      await replaceFile(file, bytes('new'));
      assert.equal(fs.statSync(file).mode & 0o7777, 0o662);
    });
  });

  it('replaces the file that a link points to', function () {
    if (process.platform === 'win32') this.skip();
    return withFolder({ 'real/a': 'old' }, async (folder) => {
      fs.symlinkSync(path.join('real', 'a'), path.join(folder, 'link'));
      await replaceFile(path.join(folder, 'link'), bytes('new'));
      assert.equal(fs.readlinkSync(path.join(folder, 'link')), path.join('real', 'a'));
      assert.equal(fs.readFileSync(path.join(folder, 'real', 'a'), 'utf8'), 'new');
    });
  });

  it('writes a file whose name is as long as names can be', () =>
    withFolder({}, async (folder) => {
      const file = path.join(folder, 'n'.repeat(255));
      await replaceFile(file, bytes('new'));
      assert.deepEqual(fs.readdirSync(folder), [path.basename(file)]);
    }));

  it('removes what a process left that was ended while it wrote, but nothing that may still be written', () => {
    const left = '.chiosa-3f0c2a51-7d1e-4b60-9c2f-8a5e6d7b1c90.tmp';
    const written = '.chiosa-9b8e7d6c-5a4f-4e3d-8c2b-1a0f9e8d7c6b.tmp';
    const another = '.chiosa-notes.tmp';
    return withFolder({ [left]: '', [written]: '', [another]: '' }, async (folder) => {
      const longAgo = new Date(Date.now() - 120_000);
      for (const name of [left, another]) fs.utimesSync(path.join(folder, name), longAgo, longAgo);
      await replaceFile(path.join(folder, 'a'), bytes('new'));
      assert.deepEqual(fs.readdirSync(folder), [written, another, 'a']);
    });
  });

  it('takes turns where many write the same file: it is always one of theirs', () =>
    withFolder({ a: 'x'.repeat(100_000) }, async (folder) => {
      const file = path.join(folder, 'a');
      const all = Array.from({ length: 20 }, (_, i) => String.fromCharCode(97 + i).repeat(100_000));
      await Promise.all(all.map((text) => replaceFile(file, bytes(text))));
      assert.ok(all.includes(fs.readFileSync(file, 'utf8')));
      assert.deepEqual(fs.readdirSync(folder), ['a']);
    }));

  it('writes nothing at all as well as any bytes', () =>
    withFolder({ a: 'old', 'con spazi à 😀': 'old' }, async (folder) => {
      const all = Uint8Array.from({ length: 256 }, (_, i) => i);
      await replaceFile(path.join(folder, 'a'), new Uint8Array());
      await replaceFile(path.join(folder, 'con spazi à 😀'), all);
      assert.equal(fs.statSync(path.join(folder, 'a')).size, 0);
      assert.deepEqual(new Uint8Array(fs.readFileSync(path.join(folder, 'con spazi à 😀'))), all);
    }));

  it('lets who has the old file open read it to its end', function () {
    if (process.platform === 'win32') this.skip();
    return withFolder({ a: 'old and long' }, async (folder) => {
      const reader = fs.openSync(path.join(folder, 'a'), 'r');
      await replaceFile(path.join(folder, 'a'), bytes('new'));
      assert.equal(fs.readFileSync(reader, 'utf8'), 'old and long');
      fs.closeSync(reader);
    });
  });

  it('makes the file that a link points to where there is none yet', function () {
    if (process.platform === 'win32') this.skip();
    return withFolder({ 'real/b': '' }, async (folder) => {
      fs.symlinkSync(path.join('real', 'gone'), path.join(folder, 'link'));
      await replaceFile(path.join(folder, 'link'), bytes('new'));
      assert.equal(fs.readFileSync(path.join(folder, 'link'), 'utf8'), 'new');
      assert.deepEqual(fs.readdirSync(folder), ['link', 'real']);
    });
  });

  it('leaves the old content where it cannot write, and nothing beside it', () =>
    withFolder({ 'folder/inside': 'old' }, async (folder) => {
      // A folder is what nobody, root neither, can put a file in the place of.
      await assert.rejects(replaceFile(path.join(folder, 'folder'), bytes('new')));
      await assert.rejects(replaceFile(path.join(folder, 'no', 'where'), bytes('new')));
      assert.deepEqual(fs.readdirSync(folder), ['folder']);
      assert.equal(fs.readFileSync(path.join(folder, 'folder', 'inside'), 'utf8'), 'old');
    }));
});
