import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { schemaFileName } from '../../core/schema/location';
import { articlePath, sidecarPath } from '../../core/sidecar/location';
import { outputOf } from '../../node/gitCommand';
import { GitObjects } from '../../node/gitObjects';
import type { Repository } from '../../node/git/repository';

/** What is staged, as files: the folder that stands for the one in which one is, and the articles, by paths from it. */
export interface Staged {
  readonly folder: string;
  readonly articles: readonly string[];
}

/**
 * Does something with the articles that are to be committed, or whose sidecars are, as they are staged: written into a
 * folder of their own, which is gone afterwards, with the repository's objects at hand. @throws what git says where it fails
 */
export async function withStaged<T>(
  repository: Repository,
  act: (staged: Staged) => Promise<T>,
): Promise<T> {
  const copy = await fs.mkdtemp(path.join(os.tmpdir(), 'chiosa-staged-'));
  try {
    // A work tree of the same repository, for what is asked of git.
    await fs.writeFile(path.join(copy, '.git'), `gitdir: ${repository.gitFolder}\n`);
    const folder = path.join(copy, repository.prefix);
    await fs.mkdir(folder, { recursive: true });
    const index = await indexOf(repository);
    const articles = await stagedArticles(repository, index);
    const schemas = [...index.keys()].filter(
      (file) => path.posix.basename(file) === schemaFileName,
    );
    const files = articles.flatMap((article) => [article, sidecarPath(article)]);
    await writeFiles(copy, [...files, ...schemas], index);
    const fromHere = articles.map((file) => path.relative(folder, path.join(copy, file)));
    return await act({ folder, articles: fromHere });
  } finally {
    await fs.rm(copy, { recursive: true, force: true });
  }
}

/** The ids of the files that are staged, by their paths from the root, with slashes. */
async function indexOf({ root }: Repository): Promise<ReadonlyMap<string, string>> {
  const out = await outputOf(root, 'ls-files', '--stage', '-z');
  const entries = out.split('\0').flatMap((entry): [string, string][] => {
    const [, id, file] = /^100\d+ ([\da-f]+) 0\t(.*)$/s.exec(entry) ?? [];
    return id === undefined || file === undefined ? [] : [[file, id]];
  });
  return new Map(entries);
}

/** The articles with a staged sidecar of which the commit changes something. */
async function stagedArticles(
  { root }: Repository,
  index: ReadonlyMap<string, string>,
): Promise<string[]> {
  const out = await outputOf(root, 'diff', '--cached', '--name-only', '--no-renames', '-z');
  const changed = out.split('\0').map((file) => articlePath(file) ?? file);
  return [...new Set(changed)].filter((article) => index.has(sidecarPath(article))).sort();
}

async function writeFiles(
  copy: string,
  files: readonly string[],
  index: ReadonlyMap<string, string>,
): Promise<void> {
  const git = new GitObjects(copy);
  try {
    for (const file of files) {
      const id = index.get(file);
      if (id === undefined) continue;
      const bytes = await git.read(id);
      const target = path.join(copy, file);
      await fs.mkdir(path.dirname(target), { recursive: true });
      await fs.writeFile(target, bytes ?? '');
      // Of one that is too large to be read, the size says so.
      if (!bytes) await fs.truncate(target, Number(await outputOf(copy, 'cat-file', '-s', id)));
    }
  } finally {
    git.close();
  }
}
