import * as vscode from 'vscode';
import { replaceFile } from '../../node/replaceFile';
import type { Platform } from '../platform';

/** VS Code's own rename deletes the old file first. Files of other schemes are written by their providers. */
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
