import { answerAll, workersFor } from '../node/workers';
import { jobs, type JobName, type JobResult } from './jobs';
import type { Progress } from './progress';
import type { Session } from './session';
import type { WorkerTask } from './worker';

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
  const workers = workersFor(files.length, count);
  try {
    if (workers > 0) {
      const data: WorkerTask = { job: name, cwd };
      await answerAll({ file: program, data, count: workers }, files, (results, start) => {
        inOrder.add(start, results as readonly JobResult<Name>[]);
      });
    } else {
      for (const [index, file] of files.entries()) {
        inOrder.add(index, [(await jobs[name](file, session)) as JobResult<Name>]);
      }
    }
  } finally {
    progress.clear();
  }
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
