import path from 'node:path';
import { runGit } from '../../node/gitCommand';

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

/** The repository of a folder, or why there is none, to a person. */
export async function openRepository(folder: string): Promise<Repository | { failure: string }> {
  const inside = await runGit(folder, 'rev-parse', '--is-inside-work-tree');
  if (inside.status === undefined) return { failure: `git cannot be run: ${inside.err}` };
  if (inside.status !== 0) return { failure: inside.err.trim() };
  if (inside.out.trim() !== 'true') {
    return {
      failure: 'This repository has no work tree here: it is bare, or this is its .git folder.',
    };
  }
  const ask = async (question: string) => {
    const { out } = await runGit(folder, 'rev-parse', question);
    return out.replace(/\r?\n$/, '');
  };
  const absolute = async (question: string) => path.resolve(folder, await ask(question));
  return {
    root: await absolute('--show-toplevel'),
    prefix: await ask('--show-prefix'),
    commonFolder: await absolute('--git-common-dir'),
    gitFolder: await absolute('--git-dir'),
  };
}

/** The place of a file of git, as `info/attributes`, wherever the configuration puts it. */
export async function gitPath({ root }: Repository, name: string): Promise<string> {
  const { out } = await runGit(root, 'rev-parse', '--git-path', name);
  return path.resolve(root, out.replace(/\r?\n$/, ''));
}
