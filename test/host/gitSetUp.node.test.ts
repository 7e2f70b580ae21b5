import assert from 'assert';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { bridge, bridgeFiles } from '../support/bridge';
import { OwnRepository } from './support/repository';
import { run } from './support/workbench';

describe('setting git up', function () {
  this.timeout(60_000);
  let repository: OwnRepository;

  before(function () {
    if (!vscode.workspace.isTrusted) this.skip();
  });
  beforeEach(async () => {
    repository = new OwnRepository('set-up');
    repository.commit(bridgeFiles);
    await repository.open('ponte.txt');
  });
  afterEach(() => repository.dispose());

  /** What of git’s folder is changed by it. */
  const setUp = () =>
    ['config', 'info/attributes', 'hooks/pre-commit'].map((name) => {
      const file = path.join(repository.root, '.git', name);
      return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
    });

  it('has git merge by meaning and check before commits, once and for all, and is taken back', async () => {
    const before = setUp();
    await run('installGit');
    const after = setUp();
    assert.match(after[0] ?? '', /\[merge "chiosa"\]/);
    assert.match(after[1] ?? '', /\*\.ann\.yaml merge=chiosa diff=chiosa/);
    assert.match(after[2] ?? '', /check --staged/);
    // It is named where it stays when the extension is updated.
    assert.doesNotMatch(after[0] ?? '', /cli\.js/);
    await run('installGit');
    assert.deepEqual(setUp(), after);

    const renamed = (name: string) => bridge.sidecar.replace('      - { exact: Tassoni }\n', name);
    const mention = '      - { exact: Tassoni }\n';
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit({
      'ponte.txt.ann.yaml': renamed(`${mention}      - { exact: sindaca }\n`),
    });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({
      'ponte.txt.ann.yaml': renamed(`${mention}      - { exact: prima cittadina }\n`),
    });
    repository.git('merge', '--quiet', '--no-edit', 'side');
    const merged = repository.read('ponte.txt.ann.yaml');
    assert.match(merged, /sindaca/);
    assert.match(merged, /prima cittadina/);
    assert.match(repository.git('show', '-m', '--format=', 'HEAD'), /^\+.*“sindaca”/m);

    repository.write({ 'ponte.txt.ann.yaml': merged.replace('type: person', 'type: 5') });
    assert.throws(() => repository.git('commit', '--quiet', '--all', '--message=Bad'));
    repository.git('checkout', '--quiet', '--', '.');

    await run('uninstallGit');
    assert.deepEqual(setUp(), before);
  });
});

describe('setting git up where the workspace is not trusted', () => {
  before(function () {
    if (vscode.workspace.isTrusted) this.skip();
  });

  it('is refused', async () => {
    const repository = new OwnRepository('untrusted');
    repository.commit(bridgeFiles);
    const config = repository.read('.git/config');
    await vscode.window.showTextDocument(repository.uri('ponte.txt'));
    await run('installGit');
    await run('commitAnnotations');
    assert.equal(repository.read('.git/config'), config);
    await repository.dispose();
  });
});
