import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { maxArticleBytes } from '../../../src/core/text/decode';
import { GitObjects, versionsOf } from '../../../src/node/gitObjects';
import { withFolder } from '../../support/files';
import { commitAll, git } from '../../support/git';

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

describe('GitObjects', () => {
  const opened: GitObjects[] = [];
  const open = (folder: string) => {
    const objects = new GitObjects(folder);
    opened.push(objects);
    return objects;
  };
  afterEach(() => {
    for (const objects of opened.splice(0)) objects.close();
  });

  it('answers in the order of the questions, whatever the answers are', () =>
    withFolder({ 'a b.txt': 'Ada\n', empty: '', large: 'x'.repeat(300_000) }, async (folder) => {
      commitAll(folder);
      const objects = open(folder);
      const commit = git(folder, 'rev-parse', 'HEAD');
      const names = ['HEAD:a b.txt', 'HEAD:empty', 'HEAD:no', '0'.repeat(40), commit, 'HEAD:large'];
      const answers = await Promise.all(
        [...names, 'HEAD:a b.txt'].map((name) => objects.read(name)),
      );
      assert.deepEqual(
        answers.map((bytes) => text(bytes)?.slice(0, 4)),
        ['Ada\n', '', undefined, undefined, undefined, 'xxxx', 'Ada\n'],
      );
      assert.equal(answers[5]?.length, 300_000);
      assert.ok(objects.isIdle);
    }));

  it('leaves out what is too large for an article, and goes on behind it', () =>
    withFolder(
      {
        most: new Uint8Array(maxArticleBytes),
        more: new Uint8Array(maxArticleBytes + 1),
        a: 'Ada',
      },
      async (folder) => {
        commitAll(folder);
        const objects = open(folder);
        const names = ['HEAD:more', 'HEAD:a', 'HEAD:most', 'HEAD:more', 'HEAD:a'];
        const answers = await Promise.all(names.map((name) => objects.read(name)));
        assert.deepEqual(
          answers.map((bytes) => bytes?.length),
          [undefined, 3, maxArticleBytes, undefined, 3],
        );
      },
    ));

  it('gives each its own of many blobs of all sizes that are asked for at once', () => {
    const sizes = Array.from({ length: 60 }, (_, i) => (i * i * 97) % 70_001);
    const files = Object.fromEntries(
      sizes.map((size, i) => [`f${String(i)}`, `${String(i)}\n\n`.repeat(size / 4)]),
    );
    return withFolder(files, async (folder) => {
      commitAll(folder);
      const objects = open(folder);
      const names = Object.keys(files).reverse();
      const answers = await Promise.all(names.map((name) => objects.read(`HEAD:${name}`)));
      names.forEach((name, i) => {
        assert.ok(text(answers[i]) === files[name], name);
      });
    });
  });

  it('answers those who still wait when it is closed, and nobody afterwards', () =>
    withFolder({ a: 'Ada' }, async (folder) => {
      commitAll(folder);
      const objects = open(folder);
      const waiting = objects.read('HEAD:a');
      assert.ok(!objects.isIdle);
      objects.close();
      assert.equal(text(await waiting), 'Ada');
      assert.equal(await objects.read('HEAD:a'), undefined);
    }));

  it('has no answer where there is no repository, at once and later', () =>
    withFolder({ a: 'Ada' }, async (folder) => {
      const objects = open(path.join(folder, 'no'));
      assert.equal(await objects.read('HEAD:a'), undefined);
      assert.equal(await objects.read('HEAD:a'), undefined);
    }));

  it('has no answer where there is no git, and no versions', () =>
    withFolder({ a: 'Ada' }, async (folder) => {
      commitAll(folder);
      const before = process.env['PATH'];
      process.env['PATH'] = path.join(folder, 'no');
      try {
        const objects = open(folder);
        assert.equal(await objects.read('HEAD:a'), undefined);
        assert.deepEqual(await versionsOf(folder, 'a'), [':a']);
      } finally {
        process.env['PATH'] = before;
      }
    }));

  it('reads the repository that it is given, whatever the environment names', () =>
    withFolder({ 'one/a': 'One', 'two/a': 'Two' }, async (folder) => {
      const [one, two] = [path.join(folder, 'one'), path.join(folder, 'two')];
      commitAll(one);
      commitAll(two);
      process.env['GIT_DIR'] = path.join(two, '.git');
      try {
        const objects = open(one);
        assert.equal(text(await objects.read('HEAD:a')), 'One');
      } finally {
        delete process.env['GIT_DIR'];
      }
    }));

  it('fetches nothing that is not there', () =>
    withFolder({ 'far/a': 'Ada\n' }, async (folder) => {
      const far = path.join(folder, 'far');
      commitAll(far);
      git(far, 'config', 'uploadpack.allowFilter', 'true');
      git(
        folder,
        'clone',
        '--quiet',
        '--filter=blob:none',
        '--no-checkout',
        `file://${far}`,
        'near',
      );
      const near = path.join(folder, 'near');
      const packs = () => fs.readdirSync(path.join(near, '.git', 'objects', 'pack'));
      const before = packs();
      const objects = open(near);
      assert.equal(await objects.read('HEAD:a'), undefined);
      assert.deepEqual(packs(), before);
      // What it did not fetch can be fetched.
      assert.equal(git(near, 'cat-file', 'blob', 'HEAD:a'), 'Ada');
    }));
});

describe('versionsOf', () => {
  it('names what a file is in the index and was in commits, the youngest first', () =>
    withFolder({ 'in/a*.txt': 'One', 'in/ab.txt': 'Other' }, async (folder) => {
      commitAll(folder);
      const first = git(folder, 'rev-parse', 'HEAD');
      fs.writeFileSync(path.join(folder, 'in', 'ab.txt'), 'Another');
      commitAll(folder);
      fs.writeFileSync(path.join(folder, 'in', 'a*.txt'), 'Two');
      commitAll(folder);
      const third = git(folder, 'rev-parse', 'HEAD');
      const names = ['', third, first].map((commit) => `${commit}:in/a*.txt`);
      assert.deepEqual(await versionsOf(folder, 'in/a*.txt'), names);
    }));

  it('names but the index where there are no commits or is no repository', () =>
    withFolder({ 'a.txt': 'One' }, async (folder) => {
      assert.deepEqual(await versionsOf(folder, 'a.txt'), [':a.txt']);
      git(folder, 'init', '--quiet');
      assert.deepEqual(await versionsOf(folder, 'a.txt'), [':a.txt']);
    }));
});
