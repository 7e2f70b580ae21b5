import { checkArticle, type Checked } from './checkArticle';
import { reanchorArticle, type Reanchored } from './reanchorArticle';
import type { Session } from './session';

/** What is done with each of many articles, by a name that workers know too. Results can be sent between threads. */
export const jobs = {
  check: (file: string, session: Session): Promise<Checked> => checkArticle(file, session),
  reanchor: (file: string, session: Session): Promise<Reanchored> =>
    reanchorArticle(file, session, false),
  reanchorDry: (file: string, session: Session): Promise<Reanchored> =>
    reanchorArticle(file, session, true),
} as const;

export type JobName = keyof typeof jobs;
export type JobResult<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
