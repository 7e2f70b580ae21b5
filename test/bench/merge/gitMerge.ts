import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Three versions of a file. */
export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What git's merge by lines makes of three versions, with its marks where there are conflicts. */
export function gitMerge(
  folder: string,
  versions: Versions,
): { readonly source: string; readonly isConflicted: boolean } {
  const files = (['ours', 'base', 'theirs'] as const).map((name) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, versions[name]);
    return file;
  });
  const { status, stdout, error } = spawnSync('git', ['merge-file', '-p', ...files], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  // The status is the number of conflicts; above 127 that of a failure.
  if (error ?? (status === null || status > 127)) throw error ?? new Error('git failed.');
  return { source: stdout, isConflicted: status !== 0 };
}
