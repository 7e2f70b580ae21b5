import assert from 'assert';
import * as vscode from 'vscode';
import { ArticleList } from '../../src/workspace/articleList';
import { SchemaStore } from '../../src/workspace/schemaStore';
import { closeAll, eventually, sidecarOf, until, uriOf, write } from './support/workbench';

describe('the list of articles', () => {
  let list: ArticleList;
  let all: readonly vscode.Disposable[] = [];
  /** The files that have come or gone. */
  const seen = new Set<string>();
  let told = 0;
  /** When the list was last said to be another one, or a test began. */
  let last = 0;

  before(() => {
    const schemas = new SchemaStore();
    list = new ArticleList(schemas);
    const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    all = [list, schemas, watcher];
    for (const event of [watcher.onDidCreate, watcher.onDidDelete]) {
      event((uri) => seen.add(uri.toString()));
    }
    list.onDidChange(() => {
      told += 1;
      last = Date.now();
    });
  });

  after(async () => {
    for (const each of all) each.dispose();
    await closeAll();
  });

  /** Nothing tells that nothing happens: waits twice as long as the list waits for files to rest. */
  const quiet = () => {
    last = Date.now();
    return until('nothing happens for a while', () => Date.now() > last + 1000);
  };
  const isListed = async (uri: vscode.Uri) =>
    (await list.now()).some((each) => each.toString() === uri.toString());

  it('follows articles and folders of them that come and go', async () => {
    const [text, page] = [uriOf('elencati/uno/a.TXT'), uriOf('elencati/b.md')];
    assert.ok(!(await isListed(text)));
    await write(text, 'Niente.\n');
    await write(page, 'Niente.\n');
    await eventually('both are listed', async () => {
      assert.ok((await isListed(text)) && (await isListed(page)));
    });
    const bare = uriOf('elencati/uno/c.other');
    await write(bare, 'Niente.\n');
    await write(sidecarOf(bare), 'chiosa: 1\n');
    await until('what has a sidecar is one', () => isListed(bare));
    await vscode.workspace.fs.delete(page);
    await until('it is gone', async () => !(await isListed(page)));
    await vscode.workspace.fs.rename(uriOf('elencati/uno'), uriOf('elencati/due'));
    await eventually('they are in the other folder', async () => {
      assert.ok(await isListed(uriOf('elencati/due/a.TXT')));
      assert.ok(!(await isListed(text)));
    });
    await vscode.workspace.fs.delete(uriOf('elencati'), { recursive: true });
    await until('all are gone', async () => !(await isListed(uriOf('elencati/due/a.TXT'))));
  });

  it('is not made anew for other files, nor for sidecars of articles that it has', async () => {
    const article = uriOf('elenco-fermo.txt');
    await write(article, 'Niente.\n');
    await until('it is listed', () => isListed(article));
    const others = [uriOf('elenco-fermo.bin'), uriOf('elenco-fermo'), sidecarOf(article)];
    await quiet();
    const listed = await list.now();
    const before = told;
    for (const uri of others) await write(uri, 'chiosa: 1\n');
    await until('they are seen', () => others.every((uri) => seen.has(uri.toString())));
    await quiet();
    assert.equal(told, before);
    assert.equal(await list.now(), listed);
  });
});
