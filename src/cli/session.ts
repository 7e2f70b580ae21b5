import { GitBlobs } from '../node/gitBlobs';
import { Projects } from './projects';

/** What a run of the command line, or a worker of it, has at hand to read articles. */
export class Session {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly projects: Projects;
  /** What the texts of articles were before. */
  readonly blobs = new GitBlobs();

  constructor(cwd: string) {
    this.cwd = cwd;
    this.projects = new Projects(cwd);
  }

  dispose(): void {
    this.blobs.dispose();
  }
}

/** Does something with a session of its own. */
export async function withSession<T>(
  cwd: string,
  act: (session: Session) => Promise<T>,
): Promise<T> {
  const session = new Session(cwd);
  try {
    return await act(session);
  } finally {
    session.dispose();
  }
}
