// @ts-check
// Copies of the repository's folders to work in, so that nothing a window does changes the repository.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { temporaryFolder } from './cleanUp.mjs';
import { root } from './setUp.mjs';

const samples = path.join(root, 'media', 'samples');

/** A fresh copy of the sample articles, gone when this process ends. @returns {string} its folder */
export function copySamples() {
  const folder = path.join(temporaryFolder('chiosa'), 'samples'); // the last part is shown to the user
  fs.cpSync(samples, folder, { recursive: true });
  return folder;
}

/** A fresh copy of the sample articles that stays, with what a person does to it. */
export function keepSamples() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chiosa-samples-'));
  fs.cpSync(samples, folder, { recursive: true });
  return folder;
}

/**
 * A fresh copy of the fixtures of the host tests, all of it committed in a git repository of its own;
 * gone when this process ends.
 * @returns {string} its folder
 */
export function copyTestWorkspace() {
  const folder = path.join(temporaryFolder('chiosa'), 'workspace');
  fs.cpSync(path.join(root, 'test', 'fixtures', 'workspace'), folder, { recursive: true });
  /** @param {...string} args */
  const git = (...args) => {
    execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  git('init', '--quiet', '--initial-branch=main');
  // In the repository's own configuration, so that tests can commit where nobody has set up git.
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@localhost');
  git('config', 'commit.gpgsign', 'false');
  git('config', 'core.autocrlf', 'false'); // offsets in fixtures count the line ends as they are
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message=Fixtures');
  return folder;
}
