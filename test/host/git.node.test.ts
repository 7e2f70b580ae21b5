import assert from 'assert';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  folder,
  hover,
  openArticle,
  problems,
  read,
  run,
  select,
  until,
  uriOf,
  write,
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

  it('brings another version of both by a checkout under an open editor, and nothing is written', async () => {
    const { editor, sidecar } = await openArticle('Ada Perrin said the dam holds.\n');
    select(editor, 'dam');
    await run('annotateEntity', { type: 'work' });
    git('add', '--all');
    git('commit', '--quiet', '--message=First');
    const first = await read(sidecar);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Late news, of which nobody knows more. ');
    });
    await editor.document.save();
    await until('the sidecar is of the new text', async () => (await read(sidecar)) !== first);
    const second = await read(sidecar);
    git('commit', '--quiet', '--all', '--message=Second');
    for (const [version, words, source] of [
      ['HEAD~1', 'Ada', first],
      ['-', 'Late', second],
    ] as const) {
      git('checkout', '--quiet', version);
      await until('the editor shows it', () => editor.document.getText().startsWith(words));
      await eventually('the mark stands', async () => {
        assert.match(await hover(editor, 'dam'), /Work/);
      });
      assert.equal(await read(sidecar), source);
      await until('nothing is wrong', () => problems(sidecar).length === 0);
    }
    assert.equal(git('status', '--porcelain', '--untracked-files=no'), '');
  });

  it('has the old text of an article that was changed while it was closed', async function () {
    if (!vscode.workspace.isTrusted) this.skip();
    const old = 'Marras apre il molo. Piove a dirotto. Marras chiude la porta.\n';
    const { editor, sidecar } = await openArticle(old);
    select(editor, ['Marras', 2]);
    await run('annotateEntity', { type: 'person' });
    const [article, annotations] = [uriOf('from-git.txt'), uriOf('from-git.txt.ann.yaml')];
    await write(article, old);
    await write(annotations, (await read(sidecar)) ?? '');
    git('add', '--all');
    git('commit', '--quiet', '--message=Of the old text');
    await write(article, 'Marras apre il molo. Nevica. Marras dipinge il cancello.\n');
    const again = await vscode.window.showTextDocument(article);
    await eventually('the second one is it', async () => {
      const card = await hover(again, 'Marras', 2);
      assert.match(card, /Person/);
    });
    assert.equal(await hover(again, 'Marras'), '');
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
