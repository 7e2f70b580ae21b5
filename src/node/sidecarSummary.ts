import fs from 'node:fs';
import { readSummary } from '../core/corpus/articleSummary';
import type { StampedSummary } from '../core/corpus/summaryCache';
import { decodeUtf8 } from '../core/text/decode';

/**
 * Reads what a corpus keeps of the sidecar with this path; undefined where it cannot be read. Blocks its thread.
 */
export function summaryOfFile(path: string): StampedSummary | undefined {
  try {
    // The version before the content: where it is written meanwhile, it is read again.
    const { mtime, size } = fs.statSync(path);
    const { text = '' } = decodeUtf8(fs.readFileSync(path));
    return { stamp: { mtime: mtime.getTime(), size }, summary: readSummary(text) };
  } catch {
    return undefined;
  }
}
