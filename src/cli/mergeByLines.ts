import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runGitAs } from '../node/gitCommand';
import type { MergePaths } from './mergeFiles';

/** From here on, the exit status of `git merge-file` is no count of conflicts. Source: git-merge-file(1). */
const failing = 128;

/**
 * Merges three versions of a file by lines, as git does where it has no merge driver: with marks where both sides have
 * changed the same ones. Marks name no side, since nobody says here what it is called. Undefined where git cannot be run,
 * or cannot merge the files.
 * @throws where no temporary file can be made
 */
export async function mergeByLines(
  { base, ours, theirs }: MergePaths,
  cwd: string,
): Promise<Uint8Array | undefined> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'chiosa-'));
  const merged = path.join(folder, 'merged');
  const others = [base, theirs].map((file) => path.resolve(cwd, file));
  try {
    // git writes over ours.
    await fs.copyFile(path.resolve(cwd, ours), merged);
    const unnamed = ['-L', '', '-L', '', '-L', ''];
    const { status = failing } = await runGitAs({
      folder: cwd,
      args: ['merge-file', ...unnamed, merged, ...others],
    });
    return status < failing ? await fs.readFile(merged) : undefined;
  } catch {
    return undefined;
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}
