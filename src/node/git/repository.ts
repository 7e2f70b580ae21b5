import path from 'node:path';
import { outputOf, runGit } from '../gitCommand';

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
}

/** The repository of a folder, or why there is none, to a person. @throws what git says where it fails otherwise */
export async function openRepository(folder: string): Promise<Repository | { failure: string }> {
  const inside = await runGit(folder, 'rev-parse', '--is-inside-work-tree');
  if (inside.status === undefined) return { failure: `git cannot be run: ${inside.err}` };
  if (inside.status !== 0) return { failure: inside.err.trim() };
  if (inside.out.trim() !== 'true') {
    return {
      failure: 'This repository has no work tree here: it is bare, or this is its .git folder.',
    };
  }
  const ask = (question: string) => answerOf(folder, question);
  const absolute = async (question: string) => path.resolve(folder, await ask(question));
  return {
    root: await absolute('--show-toplevel'),
    prefix: await ask('--show-prefix'),
    commonFolder: await absolute('--git-common-dir'),
    gitFolder: await absolute('--git-dir'),
  };
}

/** The place of a file of git, as `info/attributes`, wherever the configuration puts it. @throws what git says */
export async function gitPath({ root }: Repository, name: string): Promise<string> {
  return path.resolve(root, await answerOf(root, '--git-path', name));
}

/** What `git rev-parse` answers, in one line. */
async function answerOf(folder: string, ...question: readonly string[]): Promise<string> {
  return (await outputOf(folder, 'rev-parse', ...question)).replace(/\r?\n$/, '');
}
