import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { refusalText } from '../../../../src/core/check/hookRefusals';
import { hookPlace } from '../../../../src/node/git/hookPlace';
import { openRepository } from '../../../../src/node/git/repository';
import { withFolder } from '../../../support/files';
import { git } from '../../../support/git';

/** Where the check goes in a repository with a hook, from the root; or why nowhere. */
const placeWith = (hook: string, mode = 0o755, hooksPath?: string) =>
  withFolder({}, async (folder) => {
    git(folder, 'init', '--quiet');
    if (hooksPath !== undefined) git(folder, 'config', 'core.hooksPath', hooksPath);
    const hooks = path.join(folder, hooksPath ?? '.git/hooks');
    fs.mkdirSync(hooks, { recursive: true });
    fs.writeFileSync(path.join(hooks, 'pre-commit'), hook, { mode });
    const repository = await openRepository(folder);
    assert.ok(!('failure' in repository));
    const place = await hookPlace(repository);
    return 'file' in place
      ? path.relative(repository.root, place.file)
      : refusalText(place.refusal);
  });

describe('hookPlace', () => {
  for (const first of ['#!/bin/sh', '#!/bin/bash -e', '#!/usr/bin/env zsh', '#! /bin/dash']) {
    it(`takes a script that begins with ${first}`, async () => {
      assert.equal(await placeWith(`${first}\nexit 0\n`), path.join('.git', 'hooks', 'pre-commit'));
    });
  }

  for (const first of ['#!/usr/bin/env node', '#!/usr/bin/fish', '\u007fELF', 'exit 0']) {
    it(`takes no hook that begins with ${JSON.stringify(first)}`, async () => {
      assert.match(await placeWith(`${first}\n`), /is no shell script$/);
    });
  }

  it('takes no hook that git does not run', async () => {
    assert.match(await placeWith('#!/bin/sh\n', 0o644), /is not executable/);
  });

  it('takes that of core.hooksPath in the repository', async () => {
    assert.equal(await placeWith('#!/bin/sh\n', 0o755, 'ganci'), path.join('ganci', 'pre-commit'));
  });

  /** Runs a test with a git as before 2.26, which knows no scopes, and with settings for all repositories. */
  const withOldGit = (settings: string, test: () => Promise<void>) =>
    withFolder({ settings }, async (folder) => {
      const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
      const old = `#!/bin/sh\n[ "$2" != --show-scope ] || exit 129\nexec '${real}' "$@"\n`;
      fs.writeFileSync(path.join(folder, 'git'), old, { mode: 0o755 });
      const before = process.env;
      const { PATH = '' } = before;
      const GIT_CONFIG_GLOBAL = path.join(folder, 'settings');
      process.env = { ...before, PATH: `${folder}${path.delimiter}${PATH}`, GIT_CONFIG_GLOBAL };
      try {
        await test();
      } finally {
        process.env = before;
      }
    });

  it('tells with an old git too whether core.hooksPath is of the repository or of all', async function () {
    if (process.platform === 'win32') this.skip();
    await withOldGit('', async () => {
      assert.equal(await placeWith('#!/bin/sh\n'), path.join('.git', 'hooks', 'pre-commit'));
      assert.equal(
        await placeWith('#!/bin/sh\n', 0o755, 'ganci'),
        path.join('ganci', 'pre-commit'),
      );
    });
    await withOldGit('[core]\n\thooksPath = .git/hooks\n', async () => {
      assert.match(await placeWith('#!/bin/sh\n'), /for all repositories/);
    });
  });
});
