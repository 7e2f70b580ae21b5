import { execFileSync } from 'node:child_process';
import os from 'node:os';

// Real git, without the settings of whoever runs the tests.

const own = {
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};

/** Runs git in a folder. @returns what it says, without white space around it @throws where it fails */
export function git(folder: string, ...args: readonly string[]): string {
  const { GIT_DIR: _, ...inherited } = process.env;
  return execFileSync('git', ['-c', 'core.autocrlf=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...inherited, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Makes a repository of a folder, and a commit of all that is in it. */
export function commitAll(folder: string): void {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=All');
}
