import fs from 'node:fs';
import { readSummary, type ArticleSummary } from '../core/corpus/articleSummary';
import type { Stamp } from '../core/corpus/summaryCache';
import { decodeUtf8 } from '../core/text/decode';

/** What the program `summaryWorker` is started with to give no more than the versions of files. */
export const stampsOnly = 'stamps';

/** A version of a sidecar, and what it says. */
interface SidecarSummary {
  readonly stamp: Stamp;
  readonly summary: ArticleSummary;
}

/**
 * Reads what a corpus keeps of the sidecar with this path; undefined where it cannot be read. Blocks its thread.
 */
export function summaryOfFile(path: string): SidecarSummary | undefined {
  try {
    // The version before the content: where it is written meanwhile, it is read again.
    const stamp = stampOf(path);
    const { text = '' } = decodeUtf8(fs.readFileSync(path));
    return { stamp, summary: readSummary(text) };
  } catch {
    return undefined;
  }
}

/** The version of the file with this path; undefined where it cannot be looked at. Blocks its thread. */
export function stampOfFile(path: string): Stamp | undefined {
  try {
    return stampOf(path);
  } catch {
    return undefined;
  }
}

function stampOf(path: string): Stamp {
  const { mtime, size } = fs.statSync(path);
  return { mtime: mtime.getTime(), size };
}
