import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { findArticles, loadArticle } from '../../../src/cli/articleFiles';
import { Projects } from '../../../src/cli/projects';
import { withSession } from '../../../src/cli/session';
import { withFolder } from '../../support/files';

const folderFiles = {
  'b.txt': 'B',
  'a.txt': 'A',
  'a.txt.ann.yaml': 'chiosa: 1\n',
  'notes.xyz': 'no article',
  'odd.xyz': 'an article: it has a sidecar',
  'odd.xyz.ann.yaml': 'chiosa: 1\n',
  'gone.txt.ann.yaml': 'chiosa: 1\n',
  'Maiuscola.TXT': 'M',
  'sotto/è qui.md': 'E',
  'sotto/记者.news': '记',
  'sotto/fondo/c.text': 'C',
  '.git/d.txt': 'no',
  'node_modules/x/e.txt': 'no',
};

/** The articles that paths mean, and the paths that cannot be read. */
async function found(folder: string, ...paths: readonly string[]) {
  const { articles, missing } = await findArticles(paths, folder, new Projects(folder));
  return { articles, missing: missing.map(({ file }) => file) };
}

/** Loads an article from a folder with these files: its problems, as `file code`. */
async function problemsOf(files: Record<string, string | Uint8Array>, file = 'a.txt') {
  return withFolder(files, async (folder) => {
    const { problems } = await withSession(folder, (session) => loadArticle(file, session));
    return problems.map((each) => `${each.file} ${each.problem.code}`);
  });
}

describe('findArticles', () => {
  it('finds the articles below a folder by name, and those whose sidecar is left alone', () =>
    withFolder(folderFiles, async (folder) => {
      assert.deepEqual(await found(folder, '.'), {
        articles: [
          'Maiuscola.TXT',
          'a.txt',
          'b.txt',
          'gone.txt',
          'odd.xyz',
          path.join('sotto', 'fondo', 'c.text'),
          path.join('sotto', 'è qui.md'),
          path.join('sotto', '记者.news'),
        ],
        missing: [],
      });
    }));

  it('finds what the schema of a project takes for articles, and what has a sidecar', () =>
    withFolder(
      { ...folderFiles, 'sotto/chiosa.yaml': 'articles: [ "*.md", "**/*.{text,xyz}" ]\n' },
      async (folder) => {
        assert.deepEqual((await found(folder, 'sotto')).articles, [
          path.join('sotto', 'fondo', 'c.text'),
          path.join('sotto', 'è qui.md'),
        ]);
      },
    ));

  it('takes links to articles, and neither links to folders nor the schema, where all are taken', () =>
    withFolder({ ...folderFiles, 'chiosa.yaml': 'articles: [ "**" ]\n' }, async (folder) => {
      fs.symlinkSync('..', path.join(folder, 'sotto', 'circle'));
      fs.symlinkSync(path.join('..', 'b.txt'), path.join(folder, 'sotto', 'link.txt'));
      fs.symlinkSync('nowhere', path.join(folder, 'sotto', 'broken.txt'));
      const { articles, missing } = await found(folder, '.');
      assert.deepEqual(
        articles.filter((file) => file.startsWith('sotto')).map((file) => path.basename(file)),
        ['broken.txt', 'c.text', 'link.txt', 'è qui.md', '记者.news'],
      );
      assert.ok(articles.includes('notes.xyz'));
      assert.ok(!articles.includes('chiosa.yaml'));
      assert.deepEqual(missing, []);
    }));

  it('takes paths as they are given, in their order', () =>
    withFolder(folderFiles, async (folder) => {
      const { articles } = await found(folder, 'sotto/../b.txt', 'notes.xyz', './sotto/è qui.md');
      assert.deepEqual(articles, ['sotto/../b.txt', 'notes.xyz', './sotto/è qui.md']);
    }));

  it('takes a sidecar for its article, and an article only once', () =>
    withFolder(folderFiles, async (folder) => {
      const { articles } = await found(
        folder,
        'a.txt.ann.yaml',
        'a.txt',
        './a.txt',
        'gone.txt.ann.yaml',
      );
      assert.deepEqual(articles, ['a.txt', 'gone.txt']);
    }));

  it('takes absolute paths', () =>
    withFolder(folderFiles, async (folder) => {
      const file = path.join(folder, 'a.txt');
      assert.deepEqual((await found('/', file)).articles, [file]);
      const below = (await found('/', path.join(folder, 'sotto', 'fondo'))).articles;
      assert.deepEqual(below, [path.join(folder, 'sotto', 'fondo', 'c.text')]);
    }));

  it('reports paths that are not there, and goes on', () =>
    withFolder(folderFiles, async (folder) => {
      assert.deepEqual(await found(folder, 'no.txt', 'a.txt', 'no/where'), {
        articles: ['a.txt'],
        missing: ['no.txt', 'no/where'],
      });
    }));

  it('finds nothing in an empty folder', () =>
    withFolder({}, async (folder) => {
      assert.deepEqual(await found(folder, '.'), { articles: [], missing: [] });
    }));

  it('reports a folder that cannot be read, and reads the others', () =>
    withFolder({ 'a/a.txt': 'A', 'b/b.txt': 'B', 'c/c.txt': 'C' }, async function (folder) {
      const locked = path.join(folder, 'b');
      fs.chmodSync(locked, 0);
      try {
        fs.readdirSync(locked);
        return; // root reads it all the same
      } catch {
        assert.deepEqual(await found(folder, '.'), {
          articles: [path.join('a', 'a.txt'), path.join('c', 'c.txt')],
          missing: ['b'],
        });
      } finally {
        fs.chmodSync(locked, 0o700);
      }
    }));
});

describe('loadArticle', () => {
  it('reads an article and its sidecar', () =>
    withFolder(
      { 'a b/è.txt': '\uFEFFRoma\r\n', 'a b/è.txt.ann.yaml': 'chiosa: 1\n' },
      async (folder) => {
        const loaded = await withSession(folder, (session) => loadArticle('a b/è.txt', session));
        assert.equal(loaded.article?.text.text, 'Roma\n');
        assert.equal(loaded.sidecarFile, 'a b/è.txt.ann.yaml');
        assert.ok(loaded.sidecar?.writable);
        assert.deepEqual(loaded.problems, []);
      },
    ));

  it('reads an article without a sidecar', () =>
    withFolder({ 'a.txt': 'Roma' }, async (folder) => {
      const { article, ...rest } = await withSession(folder, (session) =>
        loadArticle('a.txt', session),
      );
      assert.equal(article?.text.text, 'Roma');
      assert.deepEqual(rest, { file: 'a.txt', problems: [] });
    }));

  it('tells the problems of each file by its path', async () => {
    assert.deepEqual(await problemsOf({ 'a.txt': 'A', 'a.txt.ann.yaml': 'x: 1\n' }), [
      'a.txt.ann.yaml version-missing',
      'a.txt.ann.yaml unknown-key',
    ]);
    assert.deepEqual(await problemsOf({ 'a.txt': 'a\0', 'a.txt.ann.yaml': 'chiosa: 2\n' }), [
      'a.txt file-binary',
      'a.txt.ann.yaml version-newer',
    ]);
    assert.deepEqual(await problemsOf({ 'a.txt': Uint8Array.from([0xff]) }), [
      'a.txt file-not-utf8',
    ]);
    assert.deepEqual(await problemsOf({ 'a.txt': 'A', 'a.txt.ann.yaml': 'chiosa: 1\0' }), [
      'a.txt.ann.yaml file-binary',
    ]);
  });

  it('tells that an article is missing where its sidecar is, else that there is no such file', async () => {
    assert.deepEqual(await problemsOf({ 'a.txt.ann.yaml': 'chiosa: 1\n' }), [
      'a.txt.ann.yaml article-missing',
    ]);
    assert.deepEqual(await problemsOf({}), ['a.txt file-unreadable']);
  });

  it('tells what the file system says', async () => {
    // A folder has the name of the file.
    assert.deepEqual(await problemsOf({ 'a.txt/b': '' }), ['a.txt file-unreadable']);
    assert.deepEqual(await problemsOf({ 'a.txt': 'A', 'a.txt.ann.yaml/b': '' }), [
      'a.txt.ann.yaml file-unreadable',
    ]);
  });
});
