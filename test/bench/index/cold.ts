import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readSummary } from '../../../src/core/corpus/articleSummary';
import { Corpus } from '../../../src/core/corpus/corpus';
import { cacheEntries, cacheLines, type Stamp } from '../../../src/core/corpus/summaryCache';
import { LineReader } from '../../../src/core/corpus/summaryLines';
import { answerAll } from '../../../src/node/workers';

// Reads the corpus in a folder as the extension does, without VS Code, and has the rival parse the same files on
// the same cores, in turns. Prints ms and MB as JSON.

const rounds = 3;
const count = os.availableParallelism();
const [folder, ours, rival] = process.argv.slice(2);
if (folder === undefined || ours === undefined || rival === undefined) throw new Error('where?');
const sidecars = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ann.yaml'))
  .map((file) => path.join(folder, file));

/** Has threads of a program say something of each sidecar. @returns how long that takes, in ms */
async function inThreads(
  program: string,
  onAnswer: (answer: unknown, file: string, worker: number) => void,
) {
  const start = performance.now();
  await answerAll({ file: program, data: undefined, count }, sidecars, (answers, first, worker) => {
    answers.forEach((answer, i) => {
      onAnswer(answer, sidecars[first + i] ?? '', worker);
    });
  });
  return performance.now() - start;
}

/** The corpus as the threads say it, and what the extension keeps of each sidecar. */
async function cold() {
  const corpus = new Corpus();
  const stamps = new Map<string, Stamp>();
  const readers = Array.from({ length: count }, () => new LineReader(corpus.vocabulary));
  const ms = await inThreads(ours ?? '', (answer, file, worker) => {
    const read = readers[worker]?.read(answer as string);
    if (!read) throw new Error(`${file} cannot be read`);
    stamps.set(file, read.stamp);
    corpus.putPacked(file, read.summary);
  });
  const start = performance.now();
  const entities = corpus.entities.length;
  return { corpus, stamps, entities, ms: ms + performance.now() - start };
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Makes the same corpus of the lines that are kept between sessions. */
function warm(lines: readonly string[]): number {
  const start = performance.now();
  const corpus = new Corpus();
  for (const { key, summary } of cacheEntries(lines, corpus.vocabulary)) {
    corpus.putPacked(key, summary);
  }
  if (corpus.entities.length === 0) throw new Error('nothing was kept');
  return performance.now() - start;
}

/** Takes in that a sidecar has changed, as often as there are `files`. */
function changes(corpus: Corpus, files: readonly string[]): number[] {
  return files.map((file) => {
    const source = fs.readFileSync(file, 'utf8').replace(/name: \S+/g, '$&x');
    const start = performance.now();
    corpus.put(file, readSummary(source));
    if (corpus.entities.length === 0) throw new Error('nothing is known');
    return performance.now() - start;
  });
}

async function measure(yaml: string): Promise<void> {
  const times: { ours: number; rival: number }[] = [];
  const turn = async () => {
    const result = await cold();
    times.push({ ours: result.ms, rival: await inThreads(yaml, () => undefined) });
    return result;
  };
  const before = heap();
  for (let round = 1; round < rounds; round += 1) await turn();
  const { corpus, stamps, entities } = await turn();
  const used = heap() - before;
  const entries = [...stamps].flatMap(([key, stamp]) => {
    const summary = corpus.packedSummaryOf(key);
    return summary ? { key, stamp, summary } : [];
  });
  const lines = [...cacheLines(entries, corpus.vocabulary, Date.now() + 60_000)];
  console.log(
    JSON.stringify({
      sidecars: sidecars.length,
      entities,
      times,
      memory: used / 1e6,
      kept: lines.reduce((sum, line) => sum + line.length, 0) / 1e6,
      warm: warm(lines),
      changes: changes(corpus, sidecars.slice(0, 200)),
    }),
  );
}

void measure(rival);
