import type * as vscode from 'vscode';
import type { StampedSummary } from '../core/corpus/summaryCache';

/** What the desktop and the browser do differently. */
export interface Platform {
  /**
   * Writes a file so that at any moment either the old or the new content is there, whole, as far as the
   * file system can do that. @throws what the file system says; the old content then stands.
   */
  writeAtomically(uri: vscode.Uri, content: Uint8Array): Promise<void>;
  /**
   * The content that git has under this id, in the repository of the file; undefined where there is none. Where git
   * cannot be run (in the browser, in a workspace that is not trusted) nothing is asked.
   */
  readBlob(uri: vscode.Uri, id: string): Promise<Uint8Array | undefined>;
  /**
   * Reads what a corpus keeps of many sidecars, on all cores. False where that is not to be had: then nothing is
   * read. @param onRead is given each as it comes, by its index, and undefined where it cannot be read
   * @throws the reason of `signal`, and what a thread fails with
   */
  readSummaries(
    sidecars: readonly vscode.Uri[],
    onRead: (index: number, read: StampedSummary | undefined) => void,
    signal: AbortSignal,
  ): Promise<boolean>;
  /** Whether two contents of files are the same, byte by byte. */
  sameBytes(a: Uint8Array, b: Uint8Array): boolean;
}
