import * as vscode from 'vscode';
import { platform } from '#platform';
import type { Stamp } from '../core/corpus/summaryCache';
import { decodeUtf8, type Decoded } from '../core/text/decode';
import { articlePath, sidecarPath } from '../core/sidecar/location';
import { UserError } from '../host/userError';
import { unwritable } from './fileErrors';

/** Whether a URI is that of a file and not of a version of one, as one side of a diff is. */
export function isPlainFile({ query, fragment }: vscode.Uri): boolean {
  return query === '' && fragment === '';
}

/** Where the sidecar of an article is. */
export function sidecarUri(article: vscode.Uri): vscode.Uri {
  return article.with({ path: sidecarPath(article.path) });
}

/** The article of which a file is the sidecar, or undefined where it is none. */
export function articleUri(sidecar: vscode.Uri): vscode.Uri | undefined {
  const path = isPlainFile(sidecar) ? articlePath(sidecar.path) : undefined;
  return path === undefined ? undefined : sidecar.with({ path });
}

/** The same, of the URI of a sidecar, which is its article's key in the corpus. */
export function articleOfKey(key: string): vscode.Uri | undefined {
  return articleUri(vscode.Uri.parse(key));
}

/** A pattern that matches one file, or few more: brackets and braces of its name would mean something in it. */
export function patternOf(uri: vscode.Uri): vscode.RelativePattern {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return new vscode.RelativePattern(
    vscode.Uri.joinPath(uri, '..'),
    name.replace(/[[\]{}*?]/g, '?'),
  );
}

/** The bytes of a file, or undefined where there is none. @throws what the file system says otherwise */
export function readFileIfThere(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  return ifThere(platform.readFile(uri));
}

/** Whether two files, of which either may not be there, have the same content. */
export function areSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a && b ? platform.sameBytes(a, b) : a === b;
}

/** What is known of a file without reading it, or undefined where there is none. @throws as `readFileIfThere` */
export function statIfThere(uri: vscode.Uri): Promise<Stamp | undefined> {
  return ifThere(platform.stat(uri));
}

async function ifThere<T>(asked: Thenable<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'FileNotFound' || code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether a file begins with a byte order mark, which is no part of its text. */
export function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** The text of a file, or undefined where there is none. @throws what the file system says otherwise */
export async function readSource(uri: vscode.Uri): Promise<Decoded | undefined> {
  const bytes = await readFileIfThere(uri);
  return bytes && decodeUtf8(bytes);
}

/**
 * Puts `bytes` in the place of the sidecar, or removes it where there are none.
 * @throws {UserError} where the file system refuses; the file is then as it was
 */
export async function writeSidecarFile(
  uri: vscode.Uri,
  bytes: Uint8Array | undefined,
): Promise<void> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    throw new UserError(
      vscode.l10n.t(
        '{0} is in a read-only file system: its annotations can be read, not changed.',
        nameOf(uri),
      ),
    );
  }
  try {
    if (bytes) await platform.writeAtomically(uri, bytes);
    else await ifThere(vscode.workspace.fs.delete(uri));
  } catch (error) {
    throw unwritable(nameOf(uri), error);
  }
}

/** Whether a file is a link to another one. */
export async function isLink(uri: vscode.Uri): Promise<boolean> {
  const { type } = await vscode.workspace.fs.stat(uri);
  return (type & vscode.FileType.SymbolicLink) !== 0;
}

/** The path of a file as a person knows it. */
export function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** Tells that a sidecar has been written, has come or has gone, here or outside. */
export function watchSidecar(uri: vscode.Uri, onEvent: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(patternOf(uri));
  watcher.onDidCreate(onEvent);
  watcher.onDidChange(onEvent);
  watcher.onDidDelete(onEvent);
  return watcher;
}
