import { Worker } from 'node:worker_threads';
import { jobs, type JobName, type JobResult } from './jobs';
import type { Progress } from './progress';
import type { Session } from './session';
import type { WorkerTask } from './worker';

/** A worker takes as long to start as some fifty articles take, so it is given more. */
const leastForWorker = 100;

/** A worker is handed so many articles at a time. */
const chunkSize = 16;

/**
 * Does a job with each file, many with the help of workers.
 * @param onResult is given the results in the order of the files
 */
export async function doJob<Name extends JobName>(
  name: Name,
  files: readonly string[],
  progress: Progress,
  session: Session,
  onResult: (result: JobResult<Name>) => void,
): Promise<void> {
  const { cwd, workers: { program, count } = { program: '', count: 0 } } = progress.io;
  const inOrder = new InOrder<JobResult<Name>>((result, index) => {
    onResult(result);
    progress.show(index + 1);
  });
  const workers = Math.min(count, Math.floor(files.length / leastForWorker));
  try {
    if (workers >= 2) {
      const chunks = chunksOf(files);
      const task: WorkerTask = { job: name, cwd };
      await Promise.all(
        Array.from({ length: workers }, () => runWorker(program, task, chunks, inOrder)),
      );
    } else {
      for (const [index, file] of files.entries()) {
        inOrder.add(index, [(await jobs[name](file, session)) as JobResult<Name>]);
      }
    }
  } finally {
    progress.clear();
  }
}

/** Files, and the index of the first among all. */
interface Chunk {
  readonly start: number;
  readonly files: readonly string[];
}

function* chunksOf(files: readonly string[]): Generator<Chunk, undefined> {
  for (let start = 0; start < files.length; start += chunkSize) {
    yield { start, files: files.slice(start, start + chunkSize) };
  }
}

/** Gives chunks to a new worker until there are none. @throws what the worker fails with */
function runWorker<Result>(
  program: string,
  task: WorkerTask,
  chunks: Iterator<Chunk, undefined>,
  results: InOrder<Result>,
): Promise<void> {
  const worker = new Worker(program, { workerData: task });
  return new Promise((resolve, reject) => {
    let chunk: Chunk | undefined;
    const next = () => {
      chunk = chunks.next().value;
      worker.postMessage(chunk ? chunk.files : null);
    };
    worker.on('message', (answers: readonly Result[]) => {
      if (chunk) results.add(chunk.start, answers);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      if (chunk) reject(new Error('A worker ended before its work.'));
      else resolve();
    });
    next();
  });
}

/** Puts results that come in any order into that of their indices. */
class InOrder<Result> {
  readonly #give: (result: Result, index: number) => void;
  readonly #early = new Map<number, Result>();
  #next = 0;

  constructor(give: (result: Result, index: number) => void) {
    this.#give = give;
  }

  /** @param start the index of the first of `results` */
  add(start: number, results: readonly Result[]): void {
    results.forEach((result, i) => this.#early.set(start + i, result));
    for (;;) {
      const result = this.#early.get(this.#next);
      if (result === undefined) return;
      this.#early.delete(this.#next);
      this.#give(result, this.#next);
      this.#next += 1;
    }
  }
}
