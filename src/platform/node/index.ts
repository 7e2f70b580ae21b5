import * as vscode from 'vscode';
import { GitBlobs } from '../../node/gitBlobs';
import { replaceFile } from '../../node/replaceFile';
import type { Platform } from '../platform';

const blobs = new GitBlobs();

/** VS Code's own rename deletes the old file first. Files of other schemes are written by their providers. */
export const platform: Platform = {
  async writeAtomically(uri, content) {
    if (uri.scheme === 'file') await replaceFile(uri.fsPath, content);
    else await vscode.workspace.fs.writeFile(uri, content);
  },
  async readBlob(uri, id) {
    return uri.scheme === 'file' && vscode.workspace.isTrusted
      ? blobs.read(uri.fsPath, id)
      : undefined;
  },
  sameBytes(a, b) {
    return Buffer.from(a.buffer, a.byteOffset, a.length).equals(b);
  },
};
