import fs from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Platform } from '../platform';

/**
 * On the desktop a file is written beside the old one and takes its place by a rename, which POSIX and
 * Windows do in one step. VS Code's own rename deletes the old file first. Files of other schemes are
 * written by their providers.
 */
export const platform: Platform = {
  async writeAtomically(uri, content) {
    if (uri.scheme === 'file') await replaceFile(uri.fsPath, content);
    else await vscode.workspace.fs.writeFile(uri, content);
  },
  readBlob() {
    return Promise.resolve(undefined);
  },
  sameBytes(a, b) {
    return Buffer.from(a.buffer, a.byteOffset, a.length).equals(b);
  },
};

async function replaceFile(file: string, content: Uint8Array): Promise<void> {
  // A link is followed, so that the file that it points to is replaced and not the link.
  const target = await fs.realpath(file).catch(() => file);
  const mode = await fs.stat(target).then(
    (stat) => stat.mode,
    () => undefined,
  );
  // A rename would go through even where the file is write-protected.
  if (mode !== undefined) await fs.access(target, fs.constants.W_OK);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const handle = await fs.open(temporary, 'w', mode);
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
}
