import { Worker, type MessagePort } from 'node:worker_threads';

/** A worker takes as long to start as some fifty files take, so it is given more. */
const leastForWorker = 100;

/** A worker is handed so many files at a time. */
const chunkSize = 16;

/** How many workers are worth their start for so many files, where so many can run at once; none where one thread does. */
export function workersFor(files: number, atOnce: number): number {
  const workers = Math.min(atOnce, Math.floor(files / leastForWorker));
  return workers >= 2 ? workers : 0;
}

/** A program that serves (see `serve`), what it is started with, and how many of it. */
export interface WorkerProgram {
  /** The path of its file. */
  readonly file: string;
  /** What it finds as `workerData`. */
  readonly data: unknown;
  readonly count: number;
}

type OnAnswers = (answers: readonly unknown[], start: number, worker: number) => void;

/** A worker needs no more memory than one file takes, and may not have it for all that it has read. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 128 };

/**
 * Has new workers say something of each of the files. They end when all is answered, when one fails, or by `signal`.
 * @param onAnswers is given answers as they come, those of each worker in its order; the index of the file that the
 *   first of them is for; and which worker it is, from 0
 * @throws what a worker fails with, and the reason of `signal`
 */
export async function answerAll(
  { file, data, count }: WorkerProgram,
  files: readonly string[],
  onAnswers: OnAnswers,
  signal?: AbortSignal,
): Promise<void> {
  const chunks = chunksOf(files);
  const workers = Array.from(
    { length: count },
    () => new Worker(file, { workerData: data, resourceLimits }),
  );
  const end = () => {
    for (const worker of workers) void worker.terminate();
  };
  signal?.addEventListener('abort', end);
  try {
    await Promise.all(
      workers.map((worker, at) =>
        handOut(worker, chunks, (answers, start) => {
          onAnswers(answers, start, at);
        }),
      ),
    );
  } finally {
    signal?.removeEventListener('abort', end);
    end();
    signal?.throwIfAborted();
  }
}

/** Some of the files, and the index of the first among all. */
interface Chunk {
  readonly start: number;
  readonly files: readonly string[];
}

function* chunksOf(files: readonly string[]): Generator<Chunk, undefined> {
  for (let start = 0; start < files.length; start += chunkSize) {
    yield { start, files: files.slice(start, start + chunkSize) };
  }
}

/** Gives chunks to a worker until there are none. @throws what the worker fails with */
function handOut(
  worker: Worker,
  chunks: Iterator<Chunk, undefined>,
  onAnswers: (answers: readonly unknown[], start: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let chunk: Chunk | undefined;
    const next = () => {
      chunk = chunks.next().value;
      worker.postMessage(chunk ? chunk.files : null);
    };
    worker.on('message', (answers: readonly unknown[]) => {
      if (chunk) onAnswers(answers, chunk.start);
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

/** Says something, as a worker, of each of the files that come, until told `null`; then `onEnd` lets go of what it has. */
export function serve(
  port: MessagePort,
  answer: (file: string) => unknown,
  onEnd: () => void = () => undefined,
): void {
  const answerEach = async (files: readonly string[]) => {
    const answers: unknown[] = [];
    for (const file of files) answers.push(await answer(file));
    port.postMessage(answers);
  };
  port.on('message', (files: readonly string[] | null) => {
    if (files) {
      void answerEach(files);
      return;
    }
    onEnd();
    port.close();
  });
}
