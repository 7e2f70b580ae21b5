import type * as vscode from 'vscode';

/** What the desktop and the browser do differently. */
export interface Platform {
  /**
   * Writes a file so that at any moment either the old or the new content is there, whole, as far as the
   * file system can do that. @throws what the file system says; the old content then stands.
   */
  writeAtomically(uri: vscode.Uri, content: Uint8Array): Promise<void>;
  /** Whether two contents of files are the same, byte by byte. */
  sameBytes(a: Uint8Array, b: Uint8Array): boolean;
}
