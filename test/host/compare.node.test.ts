import assert from 'assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { demandRepository } from '../../src/host/git';
import { git } from '../support/git';
import { Comparisons } from './support/comparisons';
import {
  closeAll,
  eventually,
  folder as folderOf,
  hover,
  read,
  run,
  select,
  sidecarOf,
  until,
} from './support/workbench';

const text = 'Nadir Bolt apre il faro. «Piove», dice Nadir Bolt a Ines Wrack. Ines Wrack tace.\n';

describe('a comparison of annotations', () => {
  let root = '';
  let compared: Comparisons;
  before(function () {
    if (!vscode.workspace.isTrusted) this.skip();
    // The oldest VS Code opens no repositories outside of its folder.
    root = fs.mkdtempSync(path.join(folderOf().fsPath, 'chiosa-compare-'));
    compared = new Comparisons();
  });
  afterEach(async () => {
    await run('closeComparison');
    await closeAll();
  });
  after(() => {
    if (root === '') return;
    compared.dispose();
    fs.rmSync(root, { recursive: true });
  });

  /** An article in a repository of its own, open in an editor. */
  async function inRepository(name: string, ...init: string[]) {
    const folder = path.join(root, `${name} ü`);
    fs.mkdirSync(folder);
    git(folder, 'init', '--quiet', '--initial-branch=main', ...init);
    git(folder, 'config', 'user.name', 'Test');
    git(folder, 'config', 'user.email', 'test@localhost');
    // As `chiosa git install` sets it up: git then shows sidecars otherwise than they are.
    git(folder, 'config', 'diff.chiosa.textconv', 'echo SHOWN');
    fs.writeFileSync(path.join(folder, '.git/info/attributes'), '*.ann.yaml diff=chiosa');
    const article = vscode.Uri.file(path.join(folder, 'il faro [è].txt'));
    fs.writeFileSync(article.fsPath, text);
    const editor = await vscode.window.showTextDocument(article);
    return { folder, article, sidecar: sidecarOf(article), editor };
  }

  function commit(folder: string, message: string): string {
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', `--message=${message}`);
    return git(folder, 'rev-parse', 'HEAD');
  }

  it('asks the git that VS Code is told to take', async function () {
    if (process.platform === 'win32') this.skip();
    const { folder, article, editor } = await inRepository('program');
    const program = path.join(folder, 'its own git');
    const asked = path.join(folder, 'asked');
    fs.writeFileSync(program, `#!/bin/sh\necho "$*" >> '${asked}'\nexec git "$@"\n`, {
      mode: 0o755,
    });
    const settings = vscode.workspace.getConfiguration('git');
    const paths = [path.join(folder, 'none'), program];
    await settings.update('path', paths, vscode.ConfigurationTarget.Global);
    try {
      select(editor, 'Nadir Bolt');
      await run('annotateEntity', { type: 'person' });
      commit(folder, 'Annotate the lighthouse');
      assert.deepEqual(await compared.rows(article, 'HEAD'), []);
      assert.match(fs.readFileSync(asked, 'utf8'), /cat-file --batch/);
    } finally {
      await settings.update('path', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('tells by meaning what was added, removed and changed since a commit, in the text and as rows', async () => {
    const { folder, article, editor } = await inRepository('meaning');
    select(editor, 'Nadir Bolt');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Ines Wrack');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Piove');
    await run('annotateQuote');
    commit(folder, 'Annotate the lighthouse');
    await run('compareAnnotations', { uri: article.toString(), ref: 'HEAD' });
    assert.deepEqual(await compared.rows(article, 'HEAD'), []);
    select(editor, ['Ines Wrack', 2]);
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Nadir Bolt');
    await run('remove', { kind: 'mention' });
    select(editor, 'Piove');
    await run('setQuoteKind', { kind: 'mixed' });
    const rows = await compared.rows(article, 'HEAD');
    assert.deepEqual(rows, [
      'added (1)',
      '  Ines Wrack | Ines Wrack · line 1',
      'removed (1)',
      '  Nadir Bolt | Nadir Bolt · line 1',
      'changed (1)',
      '  Piove | Nadir Bolt · line 1 · kind: Direct quote → Mixed quote',
    ]);
    await eventually('the cards say it', async () => {
      assert.match(
        await hover(editor, 'Ines Wrack', 2),
        /Added: mention “Ines Wrack” of Ines Wrack/,
      );
      assert.match(await hover(editor, 'Nadir Bolt'), /Removed: mention “Nadir Bolt”/);
      assert.match(await hover(editor, 'Piove'), /Direct quote → Mixed quote/);
    });
    await run('closeComparison');
    await until(
      'the cards say no more',
      async () => !(await hover(editor, 'Piove')).includes('Changed'),
    );
  });

  it('takes rows back as one act, and that act is undone', async () => {
    const { folder, article, sidecar, editor } = await inRepository('restored');
    select(editor, 'Nadir Bolt');
    await run('annotateEntity', { type: 'person' });
    const before = await read(sidecar);
    commit(folder, 'One');
    select(editor, 'Nadir Bolt');
    await run('remove', { kind: 'mention' });
    select(editor, 'Ines Wrack');
    await run('annotateEntity', { type: 'person' });
    const after = await read(sidecar);
    await run('compareAnnotations', { uri: article.toString(), ref: 'main' });
    const rows = await compared.groups(article, 'main');
    await vscode.commands.executeCommand('chiosa.restoreRows', rows[0], rows);
    await eventually('all is as it was', async () => {
      assert.equal(await read(sidecar), before);
    });
    await run('undo');
    assert.equal(await read(sidecar), after);
  });

  it('follows a branch that moves, and an article whose text is corrected', async () => {
    const { folder, article, editor } = await inRepository('moved');
    select(editor, 'Nadir Bolt');
    await run('annotateEntity', { type: 'person' });
    commit(folder, 'One');
    select(editor, 'Ines Wrack');
    await run('annotateEntity', { type: 'person' });
    await run('compareAnnotations', { uri: article.toString(), ref: 'HEAD' });
    await eventually('it is added', async () => {
      assert.match(await hover(editor, 'Ines Wrack'), /Added/);
    });
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'Oggi, a mezzogiorno, ');
    });
    await editor.document.save();
    await eventually('nothing but that is', async () => {
      assert.match(await hover(editor, 'Ines Wrack'), /Added/);
      assert.doesNotMatch(await hover(editor, 'Nadir Bolt'), /Added|Removed|Changed/);
    });
    commit(folder, 'Two');
    await (await demandRepository(article)).status();
    await until(
      'nothing differs',
      async () => !(await hover(editor, 'Ines Wrack')).includes('Added'),
    );
  });

  it('keeps what a branch said that is gone, and compares with none that is not there', async () => {
    const { folder, article, editor } = await inRepository('gone');
    select(editor, 'Nadir Bolt');
    await run('annotateEntity', { type: 'person' });
    commit(folder, 'One');
    git(folder, 'branch', 'molo');
    await run('compareAnnotations', { uri: article.toString(), ref: 'molo' });
    git(folder, 'branch', '--delete', 'molo');
    await (await demandRepository(article)).status();
    select(editor, 'Ines Wrack');
    await run('annotateEntity', { type: 'person' });
    await eventually('nothing but what is new differs', async () => {
      assert.match(await hover(editor, 'Ines Wrack'), /Added/);
      assert.doesNotMatch(await hover(editor, 'Nadir Bolt'), /Added/);
    });
    await assert.rejects(compared.rows(article, 'molo'), /Git does not know molo/);
  });

  it('tells nothing where only git has changed the ends of line', async () => {
    const { folder, article, editor, sidecar } = await inRepository('crlf');
    select(editor, 'Nadir Bolt');
    await run('annotateEntity', { type: 'person' });
    select(editor, 'Piove');
    await run('annotateQuote');
    commit(folder, 'One');
    await closeAll();
    for (const { fsPath } of [article, sidecar]) fs.rmSync(fsPath);
    git(folder, '-c', 'core.autocrlf=true', 'checkout', '--', '.');
    git(folder, 'config', 'core.autocrlf', 'true');
    assert.match((await read(sidecar)) ?? '', /\r\n/);
    assert.deepEqual(await compared.rows(article, 'HEAD'), []);
    const again = await vscode.window.showTextDocument(article);
    select(again, ['Ines Wrack', 2]);
    await run('annotateEntity', { type: 'person' });
    assert.deepEqual(await compared.rows(article, 'HEAD'), [
      'added (2)',
      '  Ines Wrack | entity · Person',
      '  Ines Wrack | Ines Wrack · line 1',
    ]);
  });

  it('is of the submodule that an article is in', async () => {
    const { folder: origin, editor } = await inRepository('origin');
    select(editor, 'Nadir Bolt');
    await run('annotateEntity', { type: 'person' });
    commit(origin, 'One');
    const { folder } = await inRepository('with submodule');
    git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', origin, 'sub');
    commit(folder, 'A submodule');
    const article = vscode.Uri.file(path.join(folder, 'sub/il faro [è].txt'));
    const there = await vscode.window.showTextDocument(article);
    select(there, 'Nadir Bolt');
    await run('remove', { kind: 'mention' });
    assert.deepEqual(await compared.rows(article, 'HEAD'), [
      'removed (2)',
      '  Nadir Bolt | entity · Person',
      '  Nadir Bolt | Nadir Bolt · line 1',
    ]);
  });

  it('takes all for added where git has no annotations yet, in a repository with SHA-256 too', async () => {
    for (const init of [[], ['--object-format=sha256']]) {
      const { folder, article, editor } = await inRepository(`new ${String(init.length)}`, ...init);
      if (init.length > 0) commit(folder, 'The article alone');
      select(editor, 'Nadir Bolt');
      await run('annotateEntity', { type: 'person' });
      await run('compareAnnotations', { uri: article.toString(), ref: 'HEAD' });
      await eventually('it is added', async () => {
        assert.match(await hover(editor, 'Nadir Bolt'), /Added: mention/);
      });
    }
  });

  it('knows of a repository that it opens whether there is a commit', async () => {
    const folder = path.join(root, 'just made');
    fs.mkdirSync(folder);
    git(folder, 'init', '--quiet', '--initial-branch=main');
    const repository = await demandRepository(vscode.Uri.file(path.join(folder, 'a.txt')));
    const { name, commit } = repository.state.HEAD ?? {};
    assert.deepEqual({ name, commit }, { name: 'main', commit: undefined });
  });

  it('is of a work tree with a detached HEAD too', async () => {
    const { folder, editor } = await inRepository('main tree');
    select(editor, 'Nadir Bolt');
    await run('annotateEntity', { type: 'person' });
    commit(folder, 'One');
    const other = path.join(root, 'other tree');
    git(folder, 'worktree', 'add', '--quiet', '--detach', other);
    const article = vscode.Uri.file(path.join(other, 'il faro [è].txt'));
    const there = await vscode.window.showTextDocument(article);
    select(there, 'Ines Wrack');
    await run('annotateEntity', { type: 'person' });
    assert.deepEqual(await compared.rows(article, 'HEAD'), [
      'added (2)',
      '  Ines Wrack | entity · Person',
      '  Ines Wrack | Ines Wrack · line 1',
    ]);
  });

  it('says that a version cannot be read, and compares nothing', async () => {
    const { folder, article, sidecar, editor } = await inRepository('unreadable');
    fs.writeFileSync(sidecar.fsPath, 'chiosa: 1\nentities: [\n');
    commit(folder, 'Broken');
    fs.rmSync(sidecar.fsPath);
    void run('compareAnnotations', { uri: article.toString(), ref: 'HEAD' });
    await assert.rejects(compared.rows(article, 'HEAD'), /HEAD/);
    assert.doesNotMatch(await hover(editor, 'Nadir'), /Removed/);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('tells a repository that VS Code does not open from none', async () => {
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'chiosa-compare-'));
    try {
      const article = vscode.Uri.file(path.join(outside, 'folder/a.txt'));
      fs.mkdirSync(path.dirname(article.fsPath));
      await assert.rejects(demandRepository(article), /in no git repository/);
      fs.writeFileSync(path.join(outside, '.git'), 'gitdir: gone\n');
      await assert.rejects(demandRepository(article), /has not opened the git repository/);
    } finally {
      fs.rmSync(outside, { recursive: true });
    }
  });
});
