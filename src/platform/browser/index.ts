import * as vscode from 'vscode';
import type { Platform } from '../platform';

/** In the browser all files are behind VS Code's file system providers, which write as a whole. */
export const platform: Platform = {
  async readFile(uri) {
    return vscode.workspace.fs.readFile(uri);
  },
  async stat(uri) {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    return { mtime, size };
  },
  async writeAtomically(uri, content) {
    await vscode.workspace.fs.writeFile(uri, content);
  },
  readBlob() {
    return Promise.resolve(undefined);
  },
  repositoryRoot() {
    return Promise.resolve(undefined);
  },
  runGit() {
    return Promise.reject(new Error('no git in the browser'));
  },
  readAt() {
    return Promise.resolve(undefined);
  },
  installGit() {
    return Promise.reject(new Error('no git in the browser'));
  },
  uninstallGit() {
    return Promise.reject(new Error('no git in the browser'));
  },
  keepLauncher() {
    return Promise.resolve();
  },
  readStages() {
    return Promise.resolve({});
  },
  readStamps() {
    return Promise.resolve(undefined);
  },
  readSummaries() {
    return Promise.resolve();
  },
  sameBytes(a, b) {
    return a.length === b.length && a.every((byte, at) => byte === b[at]);
  },
};
