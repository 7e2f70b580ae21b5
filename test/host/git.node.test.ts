import assert from 'assert';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  closeAll,
  folder,
  hover,
  openArticle,
  read,
  run,
  select,
  until,
} from './support/workbench';

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: folder().fsPath, encoding: 'utf8' }).trim();

describe('git', () => {
  afterEach(closeAll);

  it('brings another version of the sidecar by a checkout, and it shows at once', async () => {
    const { article, sidecar, editor } = await openArticle('Ada Perrin said the dam holds.\n');
    select(editor, 'Ada Perrin');
    await run('annotateEntity', { type: 'person' });
    git('add', '--all');
    git('commit', '--quiet', '--message=One');
    const first = await read(sidecar);
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    git('commit', '--quiet', '--all', '--message=Two');
    assert.match(await hover(editor, 'dam'), /Work/);
    git('checkout', '--quiet', 'HEAD~1');
    await until('the mark is gone', async () => (await hover(editor, 'dam')) === '');
    assert.equal(await read(sidecar), first);
    git('checkout', '--quiet', '-');
    await until('the mark is back', async () => (await hover(editor, 'dam')).includes('Work'));
    assert.equal(git('status', '--porcelain', '--', path.basename(article.path)), '');
  });

  it('knows the article by the id that the sidecar names', async () => {
    const { article, sidecar, editor } = await openArticle('Wien – „Ja“, sagt Öz.\r\nEnde.\r\n');
    select(editor, 'Öz');
    await run('annotateEntity', { type: 'person' });
    const id = /^text: ([0-9a-f]{40})$/m.exec((await read(sidecar)) ?? '')?.[1];
    const stored = git('-c', 'core.autocrlf=input', 'hash-object', path.basename(article.path));
    assert.equal(id, stored);
  });

  it('shows two versions of an article in a diff without taking one for a sidecar', async function () {
    // VS Code's own git extension does not run in a folder that is not trusted.
    if (!vscode.workspace.isTrusted) this.skip();
    const { article, editor } = await openArticle('Ada Perrin said the dam holds.\n');
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    git('add', '--all');
    git('commit', '--quiet', '--message=Both');
    await vscode.extensions.getExtension('vscode.git')?.activate();
    const old = article.with({
      scheme: 'git',
      query: JSON.stringify({ path: article.fsPath, ref: 'HEAD' }),
    });
    await until('git gives the old version', async () =>
      vscode.workspace.openTextDocument(old).then(
        () => true,
        () => false,
      ),
    );
    await vscode.commands.executeCommand('vscode.diff', old, article);
    assert.match(await hover(editor, 'dam'), /Work/);
    await until('the right side is read', () => vscode.window.visibleTextEditors.length === 2);
    const reported = vscode.languages.getDiagnostics().filter(([uri]) => uri.scheme === 'git');
    assert.deepEqual(
      reported.flatMap(([, list]) => list),
      [],
    );
  });
});
