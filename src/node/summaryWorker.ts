import { parentPort, workerData } from 'node:worker_threads';
import { packed } from '../core/corpus/packedSummary';
import { LineWriter } from '../core/corpus/summaryLines';
import { Vocabulary } from '../core/corpus/vocabulary';
import { stampOfFile, stampsOnly, summaryOfFile } from './sidecarSummary';
import { serve } from './workers';

// The program of the workers that read the sidecars of a large corpus, or no more than their versions.

/** Lines, to be read by a `LineReader` for each worker: most of what one sidecar says others have said before. */
function lines(): (path: string) => string | undefined {
  const vocabulary = new Vocabulary();
  const writer = new LineWriter(vocabulary);
  return (key) => {
    const read = summaryOfFile(key);
    const summary = read && packed(read.summary, vocabulary);
    return summary && writer.write({ key, stamp: read.stamp, summary });
  };
}

if (parentPort) serve(parentPort, workerData === stampsOnly ? stampOfFile : lines());
