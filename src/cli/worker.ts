import type { MessagePort } from 'node:worker_threads';
import { serve } from '../node/workers';
import { jobs, type JobName } from './jobs';
import { Session } from './session';

/** What a worker is told when it starts. */
export interface WorkerTask {
  readonly job: JobName;
  readonly cwd: string;
}

/** Does a job, as a worker, with each of the files that come. */
export function work({ job, cwd }: WorkerTask, port: MessagePort): void {
  const session = new Session(cwd);
  serve(
    port,
    (file: string) => jobs[job](file, session),
    () => {
      session.dispose();
    },
  );
}
