import path from 'node:path';
import { outputAs, runGitAs, type GitAnswer, type GitProgram } from '../gitCommand';

/** A git repository with a work tree, as git tells about it. */
export interface Repository {
  /** The root of the work tree. */
  readonly root: string;
  /** Where one stands in it, with slashes, and one at the end; empty at the root. */
  readonly prefix: string;
  /** The folder with the configuration and the hooks that all work trees share. */
  readonly commonFolder: string;
  /** The folder of git for this work tree. */
  readonly gitFolder: string;
  /** What tells so, and is told what is to be done. */
  readonly git: GitProgram;
}

/** The repository of a folder, or why there is none, to a person. @throws what git says where it fails otherwise */
export async function openRepository(
  folder: string,
  git: GitProgram = {},
): Promise<Repository | { failure: string }> {
  const args = ['rev-parse', '--is-inside-work-tree'];
  const inside = await runGitAs({ ...git, folder, args });
  if (inside.status === undefined) return { failure: `git cannot be run: ${inside.err}` };
  if (inside.status !== 0) return { failure: inside.err.trim() };
  if (inside.out.trim() !== 'true') {
    return {
      failure: 'This repository has no work tree here: it is bare, or this is its .git folder.',
    };
  }
  const ask = (question: string) => answerOf(git, folder, question);
  const absolute = async (question: string) => path.resolve(folder, await ask(question));
  return {
    root: await absolute('--show-toplevel'),
    prefix: await ask('--show-prefix'),
    commonFolder: await absolute('--git-common-dir'),
    gitFolder: await absolute('--git-dir'),
    git,
  };
}

/** Runs git in the root of a repository. */
export function gitIn({ root, git }: Repository, ...args: readonly string[]): Promise<GitAnswer> {
  return runGitAs({ ...git, folder: root, args });
}

/** The place of a file of git, as `info/attributes`, wherever the configuration puts it. @throws what git says */
export async function gitPath({ root, git }: Repository, name: string): Promise<string> {
  return path.resolve(root, await answerOf(git, root, '--git-path', name));
}

/** What `git rev-parse` answers, in one line. */
async function answerOf(
  git: GitProgram,
  folder: string,
  ...question: readonly string[]
): Promise<string> {
  const out = await outputAs({ ...git, folder, args: ['rev-parse', ...question] });
  return out.replace(/\r?\n$/, '');
}
