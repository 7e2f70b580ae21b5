import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/** Names of the files that become others, unless the process is ended before. */
const temporaryName = /^\.chiosa-[\da-f-]{36}\.tmp$/;

/** After so long, in ms, nobody writes such a file any more. */
const abandoned = 60_000;

/** The folders in which this process has looked for them. */
const tidied = new Set<string>();

/**
 * Writes a file so that at any moment either the old or the new content is there, whole: it is written beside
 * the old one, which keeps its mode, and takes its place by a rename, which POSIX and Windows do in one step.
 * A link is followed. What a process left beside it that was ended while it wrote is removed, by the first write into
 * a folder. @throws what the file system says; the old content then stands.
 */
export async function replaceFile(file: string, content: Uint8Array): Promise<void> {
  // A link is followed, so that the file that it points to is replaced and not the link.
  const target = await fs.realpath(file).catch(() => file);
  const mode = await fs.stat(target).then(
    (stat) => stat.mode,
    () => undefined,
  );
  // A rename would go through even where the file is write-protected.
  if (mode !== undefined) await fs.access(target, fs.constants.W_OK);
  // Short, since the file's own name may be as long as names can be.
  const folder = path.dirname(target);
  const temporary = path.join(folder, `.chiosa-${randomUUID()}.tmp`);
  try {
    const handle = await fs.open(temporary, 'wx', mode);
    try {
      // Whatever the process would take away from the mode of new files.
      if (mode !== undefined) await handle.chmod(mode & 0o7777);
      await handle.writeFile(content);
      // Without this a power cut could leave the new name with no content.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, target);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
  // What was written stands, whatever becomes of the rest.
  await tidy(folder).catch(() => undefined);
}

async function tidy(folder: string): Promise<void> {
  if (tidied.has(folder)) return;
  tidied.add(folder);
  for (const name of await fs.readdir(folder)) {
    if (!temporaryName.test(name)) continue;
    const file = path.join(folder, name);
    const { mtimeMs } = await fs.stat(file);
    if (Date.now() - mtimeMs > abandoned) await fs.rm(file);
  }
}
