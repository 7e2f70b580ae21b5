import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { StampedSummary } from '../../core/corpus/summaryCache';
import { GitBlobs } from '../../node/gitBlobs';
import { replaceFile } from '../../node/replaceFile';
import { answerAll, workersFor } from '../../node/workers';
import type { Platform } from '../platform';

const blobs = new GitBlobs();

/** The bundle of the workers, beside that of the extension. */
const summaryWorker = path.join(__dirname, 'summaryWorker.js');

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
  async readSummaries(sidecars, onRead, signal) {
    const count = workersFor(sidecars.length, os.availableParallelism());
    if (count === 0 || sidecars.some(({ scheme }) => scheme !== 'file')) return false;
    const paths = sidecars.map(({ fsPath }) => fsPath);
    await answerAll(
      { file: summaryWorker, data: undefined, count },
      paths,
      (answers, start) => {
        const read = answers as readonly (StampedSummary | undefined)[];
        read.forEach((each, i) => {
          onRead(start + i, each);
        });
      },
      signal,
    );
    return true;
  },
  sameBytes(a, b) {
    return Buffer.from(a.buffer, a.byteOffset, a.length).equals(b);
  },
};
