import { loadArticle } from './articleFiles';
import { reanchorArticle, type Reanchored } from './reanchorArticle';
import { reported, type ReportedProblem } from './report';
import type { Session } from './session';

/** What is done with each of many articles, by a name that workers know too. Results can be sent between threads. */
export const jobs = {
  check: async (file: string, session: Session): Promise<readonly ReportedProblem[]> =>
    (await loadArticle(file, session)).problems.map(reported),
  reanchor: (file: string, session: Session): Promise<Reanchored> =>
    reanchorArticle(file, session, false),
  reanchorDry: (file: string, session: Session): Promise<Reanchored> =>
    reanchorArticle(file, session, true),
} as const;

export type JobName = keyof typeof jobs;
export type JobResult<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
