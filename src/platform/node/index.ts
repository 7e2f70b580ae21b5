import { existsSync, readFile } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Stamp } from '../../core/corpus/summaryCache';
import { LineReader } from '../../core/corpus/summaryLines';
import { hookLine, install, uninstall } from '../../node/git/install';
import { keepLauncher, launching, writeLauncher } from '../../node/git/launcher';
import { openRepository, type Repository } from '../../node/git/repository';
import { GitBlobs } from '../../node/gitBlobs';
import { runGitAs } from '../../node/gitCommand';
import { gitEnvironment } from '../../node/gitEnvironment';
import { replaceFile } from '../../node/replaceFile';
import { repositoryOf } from '../../node/repository';
import { stampsOnly } from '../../node/sidecarSummary';
import { answerAll, workersFor } from '../../node/workers';
import type { GitPlace, Platform } from '../platform';

/** The git that VS Code takes too: the first of its setting that is there, or that of the `PATH`. */
function gitProgram(): string {
  const paths = vscode.workspace.getConfiguration('git').get<string | string[] | null>('path');
  return [paths ?? []].flat().find((file) => existsSync(file)) ?? 'git';
}

const blobs = new GitBlobs(gitProgram);

/** The bundle of the workers, beside that of the extension. */
const summaryWorker = path.join(__dirname, 'summaryWorker.js');

/** The command line, as VS Code’s own Node runs it. */
const commandLine = [process.execPath, path.join(__dirname, 'cli.js')];

function launcherIn(storage: vscode.Uri): string {
  return path.join(storage.fsPath, 'chiosa.sh');
}

/** @throws what git says where it fails */
async function repositoryAt({ root, program }: GitPlace): Promise<Repository> {
  const repository = await openRepository(root.fsPath, { program, env: gitEnvironment() });
  if ('failure' in repository) throw new Error(repository.failure);
  return repository;
}

/** Whether git may be run for a file: in a workspace that is not trusted nothing is. */
function mayAskGit({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' && vscode.workspace.isTrusted;
}

/** The paths of files, where they are so many that threads are worth their start, and all on the disk. */
function pathsOfMany(files: readonly vscode.Uri[]): string[] | undefined {
  const isWorth = workersFor(files.length, os.availableParallelism()) > 0;
  if (!isWorth || files.some(({ scheme }) => scheme !== 'file')) return undefined;
  return files.map(({ fsPath }) => fsPath);
}

/** Takes half of the time that the one of `node:fs/promises` takes for small files. */
const readSoon = promisify(readFile);

/** VS Code's own rename deletes the old file first. Files of other schemes are written by their providers. */
export const platform: Platform = {
  async readFile(uri) {
    return uri.scheme === 'file' ? readSoon(uri.fsPath) : vscode.workspace.fs.readFile(uri);
  },
  async stat(uri) {
    if (uri.scheme === 'file') {
      const { mtime, size } = await fs.stat(uri.fsPath);
      return { mtime: mtime.getTime(), size };
    }
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    return { mtime, size };
  },
  async writeAtomically(uri, content) {
    if (uri.scheme === 'file') await replaceFile(uri.fsPath, content);
    else await vscode.workspace.fs.writeFile(uri, content);
  },
  async readBlob(uri, id) {
    return mayAskGit(uri) ? blobs.read(uri.fsPath, id) : undefined;
  },
  async repositoryRoot(uri) {
    if (uri.scheme !== 'file') return undefined;
    const folder = await fs.realpath(path.dirname(uri.fsPath)).catch(() => undefined);
    return folder === undefined ? undefined : repositoryOf(folder);
  },
  async runGit({ folder, ...run }) {
    const env = gitEnvironment();
    const { status, out, err } = await runGitAs({ ...run, folder: folder.fsPath, env });
    if (status !== 0)
      throw new Error(
        [err, out]
          .map((words) => words.trim())
          .join('\n')
          .trim(),
      );
    return out;
  },
  async readAt(uri, commit) {
    return mayAskGit(uri) ? blobs.readAt(uri.fsPath, commit) : undefined;
  },
  async installGit(place, storage) {
    const launcher = launcherIn(storage);
    await writeLauncher(launcher, commandLine);
    const { left } = await install(await repositoryAt(place), launching(launcher));
    return left && { refusal: left, line: hookLine };
  },
  async uninstallGit(place) {
    await uninstall(await repositoryAt(place));
  },
  async keepLauncher(storage) {
    await keepLauncher(launcherIn(storage), commandLine);
  },
  async readStages(uri) {
    return mayAskGit(uri) ? blobs.stages(uri.fsPath) : {};
  },
  async readStamps(files, signal) {
    const paths = pathsOfMany(files);
    if (!paths) return undefined;
    const stamps: (Stamp | undefined)[] = [];
    await answerAll(
      { file: summaryWorker, data: stampsOnly, count: 1 },
      paths,
      (answers, start) => {
        answers.forEach((stamp, i) => (stamps[start + i] = stamp as Stamp | undefined));
      },
      signal,
    );
    return stamps;
  },
  async readSummaries(sidecars, vocabulary, onRead, signal) {
    const paths = pathsOfMany(sidecars);
    if (!paths) return;
    const count = os.availableParallelism();
    const readers = Array.from({ length: count }, () => new LineReader(vocabulary));
    await answerAll(
      { file: summaryWorker, data: undefined, count },
      paths,
      (answers, start, worker) => {
        (answers as readonly (string | undefined)[]).forEach((line, i) => {
          const read = line === undefined ? undefined : readers[worker]?.read(line);
          if (read) onRead(start + i, read);
        });
      },
      signal,
    );
  },
  sameBytes(a, b) {
    return Buffer.from(a.buffer, a.byteOffset, a.length).equals(b);
  },
};
