import fs from 'node:fs/promises';
import path from 'node:path';

/** Whether a folder is the root of a git repository (or of one of its work trees or submodules). */
export async function isRepository(folder: string): Promise<boolean> {
  return fs.access(path.join(folder, '.git')).then(
    () => true,
    () => false,
  );
}

/** The root of the repository that a folder is in; undefined where it is in none. `folder` is absolute. */
export async function repositoryOf(folder: string): Promise<string | undefined> {
  if (await isRepository(folder)) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}
