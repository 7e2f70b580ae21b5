import type * as vscode from 'vscode';
import { readSummary } from '../core/corpus/articleSummary';
import type { Stamp, StampedSummary } from '../core/corpus/summaryCache';
import { readSource, statIfThere } from './sidecarFile';

/** The version of a file; undefined where there is none. @throws what the file system says otherwise */
export async function stampOf(uri: vscode.Uri): Promise<Stamp | undefined> {
  const stat = await statIfThere(uri);
  return stat && { mtime: stat.mtime, size: stat.size };
}

/** What a corpus keeps of a sidecar; undefined where there is none. @throws what the file system says otherwise */
export async function stampedSummaryOf(uri: vscode.Uri): Promise<StampedSummary | undefined> {
  // The version before the content: where it is written meanwhile, it is read again.
  const stamp = await stampOf(uri);
  const source = await readSource(uri);
  return stamp && source && { stamp, summary: readSummary(source.text ?? '') };
}
