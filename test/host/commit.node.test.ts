import assert from 'assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { commit, one, sidecar, text, two } from './support/committing';
import { OwnRepository } from './support/repository';
import { closeAll, run, select } from './support/workbench';

describe('committing annotations', function () {
  this.timeout(60_000);
  let repository: OwnRepository;

  before(function () {
    if (!vscode.workspace.isTrusted) this.skip();
  });
  beforeEach(() => {
    repository = new OwnRepository('commit');
  });
  afterEach(() => repository.dispose());

  it('takes new, changed and deleted sidecars with their articles, and leaves alone what else is staged', async () => {
    repository.commit({
      'a.txt': text,
      'a.txt.ann.yaml': one,
      'gone.txt': text,
      'gone.txt.ann.yaml': one,
      'notes.md': 'One.\n',
      'plain.txt': 'Nothing.\n',
    });
    repository.write({
      'a.txt.ann.yaml': two,
      'due parole/è nuovo [1].txt': text,
      'due parole/è nuovo [1].txt.ann.yaml': one,
      'notes.md': 'Two.\n',
      'plain.txt': 'Nothing much.\n',
      'other.txt': 'New.\n',
    });
    repository.remove('gone.txt.ann.yaml');
    repository.git('add', 'notes.md');
    await repository.open('a.txt');
    await commit();
    assert.deepEqual(repository.last(), {
      subject: 'Annotate 3 articles: +2 mentions, −1 mention, +1 entity, −1 entity',
      files: [
        'A due parole/è nuovo [1].txt',
        'A due parole/è nuovo [1].txt.ann.yaml',
        'D gone.txt.ann.yaml',
        'M a.txt.ann.yaml',
      ],
    });
    assert.deepEqual(repository.status(), ['?? other.txt', 'M  notes.md', 'M plain.txt']);
  });

  it('says in the message what one article has got, and takes its changed text along', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one });
    repository.write({ 'a.txt': `${text}Piove.\n`, 'a.txt.ann.yaml': two });
    await repository.open('a.txt');
    await commit();
    assert.deepEqual(repository.last(), {
      subject: 'Annotate a.txt: +1 mention of Zelda Orvieto',
      files: ['M a.txt', 'M a.txt.ann.yaml'],
    });
    assert.deepEqual(repository.status(), []);
  });

  it('takes an empty sidecar for one that says nothing', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': '' });
    repository.write({ 'a.txt.ann.yaml': one });
    await repository.open('a.txt');
    await commit();
    assert.equal(
      repository.last().subject,
      'Annotate a.txt: +1 entity, +1 mention of Zelda Orvieto',
    );
  });

  it('makes the first commit of a repository', async () => {
    repository.write({ 'a.txt': text, 'a.txt.ann.yaml': one, 'other.md': 'Else.\n' });
    repository.git('add', 'other.md');
    await repository.open('a.txt');
    await commit();
    assert.deepEqual(repository.last().files, ['A a.txt', 'A a.txt.ann.yaml']);
    assert.deepEqual(repository.status(), ['A  other.md']);
  });

  it('finds new files whatever VS Code shows of them', async () => {
    const settings = vscode.workspace.getConfiguration('git');
    await settings.update('untrackedChanges', 'hidden', vscode.ConfigurationTarget.Global);
    try {
      repository.commit({ 'a.txt': text });
      repository.write({ 'a.txt.ann.yaml': one });
      await repository.open('a.txt');
      await commit();
      assert.deepEqual(repository.last().files, ['A a.txt.ann.yaml']);
    } finally {
      await settings.update('untrackedChanges', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('commits all of an article that is staged in part, once it was asked', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one });
    repository.write({ 'a.txt': `${text}Piove.\n` });
    repository.git('add', 'a.txt');
    repository.write({ 'a.txt': `${text}Piove. Nevica.\n` });
    // Staged as gone, and there again.
    repository.git('rm', '--quiet', '--cached', 'a.txt.ann.yaml');
    repository.write({ 'a.txt.ann.yaml': two });
    await repository.open('a.txt');
    await commit();
    assert.deepEqual(repository.last().files, ['M a.txt', 'M a.txt.ann.yaml']);
    assert.deepEqual(repository.status(), []);
  });

  it('leaves alone what is staged as gone and stays, ignored, on the disk', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one, 'b.txt': text });
    repository.git('rm', '--quiet', '--cached', 'a.txt.ann.yaml');
    repository.write({ '.git/info/exclude': '*.ann.yaml\n!b.txt.ann.yaml\n' });
    repository.write({ 'b.txt.ann.yaml': one });
    await repository.open('a.txt');
    await commit();
    assert.deepEqual(repository.last().files, ['A b.txt.ann.yaml']);
    assert.deepEqual(repository.status(), ['D  a.txt.ann.yaml']);
    assert.equal(repository.read('a.txt.ann.yaml'), one);
  });

  for (const [kind, ...patterns] of [
    ['--cone', 'in'],
    ['--no-cone', '/in/', '/.gitignore'],
  ]) {
    it(`leaves alone what is outside of a sparse checkout (${String(kind)})`, async () => {
      const files = (sidecarNow: string) => ({
        'in/a.txt': text,
        'in/a.txt.ann.yaml': one,
        'out/b.txt': text,
        'out/b.txt.ann.yaml': sidecarNow,
      });
      repository.commit(files(one));
      repository.commit(files(two));
      repository.git('sparse-checkout', 'set', String(kind), ...patterns);
      repository.git('reset', '--quiet', '--soft', 'HEAD~1');
      repository.write({ 'in/a.txt.ann.yaml': two });
      await repository.open('in/a.txt');
      await commit();
      assert.deepEqual(repository.last(), {
        subject: 'Annotate a.txt: +1 mention of Zelda Orvieto',
        files: ['M in/a.txt.ann.yaml'],
      });
      assert.deepEqual(repository.status(), ['M  out/b.txt.ann.yaml']);
    });
  }

  it('shows problems before it commits, and commits in spite of them where one wants that', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one });
    repository.write({ 'a.txt.ann.yaml': sidecar(['Zelda Orvieto', 'Nobody']) });
    // As `chiosa git install` puts it there: what is committed on purpose is not checked once more.
    repository.write({
      '.git/hooks/pre-commit': '#!/bin/sh\neval "$(git config chiosa.command) check" || exit 1\n',
    });
    fs.chmodSync(repository.uri('.git/hooks/pre-commit').fsPath, 0o755);
    repository.git('config', 'chiosa.command', 'false');
    await repository.open('a.txt');
    await commit();
    assert.equal(repository.last().subject, 'Before');
    const shown = vscode.window.activeTextEditor;
    assert.ok(shown);
    assert.match(shown.document.fileName, /a\.txt\.ann\.yaml$/);
    assert.match(shown.document.lineAt(shown.selection.start.line).text, /Nobody/);
    await commit(1);
    assert.deepEqual(repository.last().files, ['M a.txt.ann.yaml']);
  });

  it('leaves everything as it was where a hook refuses', async () => {
    repository.commit({ 'a.txt': text, 'notes.md': 'One.\n' });
    repository.write({
      'a.txt.ann.yaml': one,
      'notes.md': 'Two.\n',
      '.git/hooks/pre-commit': '#!/bin/sh\necho "No commits on Sundays" >&2\nexit 1\n',
    });
    fs.chmodSync(repository.uri('.git/hooks/pre-commit').fsPath, 0o755);
    repository.git('add', 'notes.md');
    await repository.open('a.txt');
    await commit();
    assert.equal(repository.last().subject, 'Before');
    assert.deepEqual(repository.status(), ['?? a.txt.ann.yaml', 'M  notes.md']);
    assert.equal(repository.read('a.txt.ann.yaml'), one);
  });

  it('commits in a work tree of the repository', async () => {
    repository.commit({ 'a.txt': text });
    const tree = path.join(repository.root, 'tree');
    repository.git('worktree', 'add', '--quiet', '-b', 'side', 'tree');
    const editor = await repository.open('a.txt', tree);
    select(editor, 'Zelda Orvieto');
    await run('annotateEntity', { type: 'person' });
    await commit();
    assert.match(repository.git('log', '-1', '--format=%s', 'side'), /^Annotate a\.txt: \+1/);
    assert.equal(repository.last().subject, 'Before');
  });

  it('is refused in the middle of a merge', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one, 'notes.md': 'One.\n' });
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit({ 'notes.md': 'Two.\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'b.md': 'Else.\n' });
    repository.git('merge', '--quiet', '--no-commit', 'side');
    repository.write({ 'a.txt.ann.yaml': two });
    await repository.open('a.txt');
    await run('commitAnnotations');
    assert.equal(repository.last().subject, 'Before');
    assert.deepEqual(repository.status(), ['M  notes.md', 'M a.txt.ann.yaml']);
  });

  it('is refused in the middle of a revert', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one, 'notes.md': 'One.\n' });
    repository.commit({ 'notes.md': 'Two.\n' });
    repository.git('revert', '--no-commit', 'HEAD');
    repository.write({ 'a.txt.ann.yaml': two });
    await repository.open('a.txt');
    await run('commitAnnotations');
    assert.equal(repository.last().subject, 'Before');
    assert.deepEqual(repository.status(), ['M  notes.md', 'M a.txt.ann.yaml']);
    assert.notEqual(repository.git('rev-parse', '--verify', 'REVERT_HEAD'), '');
  });

  it('is refused where a merge has left a sidecar in conflict', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one });
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit({ 'a.txt.ann.yaml': one.replace('person', 'work') });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'a.txt.ann.yaml': one.replace('person', 'event') });
    assert.throws(() => repository.git('merge', '--quiet', 'side'));
    await repository.open('a.txt');
    await run('commitAnnotations');
    assert.deepEqual(repository.status(), ['UU a.txt.ann.yaml']);
  });

  it('has nothing to do where nothing annotated has changed', async () => {
    repository.commit({ 'a.txt': text, 'a.txt.ann.yaml': one });
    repository.write({ 'other.txt': 'Plain.\n' });
    await repository.open('a.txt');
    await run('commitAnnotations');
    assert.deepEqual(repository.status(), ['?? other.txt']);
  });
});

describe('committing annotations without a repository', () => {
  afterEach(closeAll);

  it('is refused', async () => {
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'chiosa-no-git-'));
    const article = path.join(outside, 'a.txt');
    fs.writeFileSync(article, text);
    await vscode.window.showTextDocument(vscode.Uri.file(article));
    await run('commitAnnotations');
    assert.deepEqual(fs.readdirSync(outside), ['a.txt']);
    fs.rmSync(outside, { recursive: true });
  });
});
