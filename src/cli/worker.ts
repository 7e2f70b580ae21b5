import type { MessagePort } from 'node:worker_threads';
import { jobs, type JobName } from './jobs';
import { Session } from './session';

/** What a worker is told when it starts. */
export interface WorkerTask {
  readonly job: JobName;
  readonly cwd: string;
}

/** Does a job as a worker: answers each list of files with a list of results, and ends when told `null`. */
export function work({ job, cwd }: WorkerTask, port: MessagePort): void {
  const session = new Session(cwd);
  port.on('message', (files: readonly string[] | null) => {
    if (files) void answer(files);
    else {
      session.dispose();
      port.close();
    }
  });

  async function answer(files: readonly string[]): Promise<void> {
    const results: unknown[] = [];
    for (const file of files) results.push(await jobs[job](file, session));
    port.postMessage(results);
  }
}
