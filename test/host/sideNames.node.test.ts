import assert from 'assert';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { NamesOfSides } from '../../src/features/conflicts/sideNames';
import { Repository } from './support/conflictRepository';
import { closeAll, eventually } from './support/workbench';

describe('the sides of a merge', () => {
  let repository: Repository;
  let sides: NamesOfSides;

  before(function () {
    if (!vscode.workspace.isTrusted) this.skip();
  });

  beforeEach(async () => {
    sides = new NamesOfSides();
    repository = new Repository('i lati.txt');
    repository.branch('uno\n', 'due\n', 'tre\n');
    await repository.open();
  });

  afterEach(async () => {
    await closeAll();
    fs.rmSync(repository.folder.fsPath, { recursive: true, force: true });
  });

  /** Waits until they are called so: VS Code looks at a repository some time after it has changed. */
  async function are(names: { readonly ours?: string; readonly theirs?: string }): Promise<void> {
    await eventually('the sides have these names', async () => {
      assert.deepEqual(await sides.of(repository.sidecar), names);
    });
  }

  const hash = (ref: string) => repository.git('rev-parse', ref).slice(0, 7);

  it('are nobody’s where nothing is being merged', () => are({}));

  it('are the present branch and the commit that is merged into it', async () => {
    repository.conflict('merge', 'molo');
    await are({ ours: 'main', theirs: `${hash('molo')} (Il molo)` });
    repository.git('merge', '--abort');
    await are({});
  });

  it('are a commit and the commit that is picked, where there is no branch', async () => {
    repository.git('switch', '--quiet', '--detach');
    repository.conflict('cherry-pick', 'molo');
    await are({ ours: `${hash('main')} (La riva)`, theirs: `${hash('molo')} (Il molo)` });
  });

  it('are, while a branch is rebased, the one that it is put on and its own commit', async () => {
    const [main, molo] = [hash('main'), hash('molo')];
    repository.git('switch', '--quiet', 'molo');
    repository.conflict('rebase', 'main');
    await are({ ours: `${main} (La riva)`, theirs: `${molo} (Il molo)` });
  });

  it('are called as by git’s marks, but for HEAD, as long as the same is merged', async () => {
    repository.conflict('merge', 'molo');
    await are({ ours: 'main', theirs: `${hash('molo')} (Il molo)` });
    await sides.remember(repository.sidecar, { ours: 'HEAD', theirs: 'molo' });
    await are({ ours: 'main', theirs: 'molo' });
    await sides.remember(repository.sidecar, { ours: 'riva', theirs: 'molo' });
    await are({ ours: 'riva', theirs: 'molo' });
    repository.git('merge', '--abort');
    await are({});
    repository.conflict('merge', 'molo');
    repository.git('commit', '--quiet', '--all', '--message=Fuso');
    await are({});
  });
});
