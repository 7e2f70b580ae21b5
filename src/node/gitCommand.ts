import { spawn } from 'node:child_process';

/** What a run of git gave. */
export interface GitAnswer {
  /** Undefined where there is no git, and where it was ended. */
  readonly status: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** Which git is run. */
export interface GitProgram {
  /** The program, by default that of the search path. */
  readonly program?: string;
  /** By default that of this process: a hook is told by it which index is being committed. */
  readonly env?: NodeJS.ProcessEnv;
}

/** How git is run. */
export interface GitRun extends GitProgram {
  readonly folder: string;
  readonly args: readonly string[];
  /** What git reads; by default nothing. */
  readonly input?: string;
  /** Ends git, which is waited for. */
  readonly signal?: AbortSignal;
}

/** What git prints. @throws what git says where it fails: what cannot be asked must not pass for an answer */
export function outputOf(folder: string, ...args: readonly string[]): Promise<string> {
  return outputAs({ folder, args });
}

/** The same of a git that is run as it is said. */
export async function outputAs(run: GitRun): Promise<string> {
  const { args } = run;
  const { status, out, err } = await runGitAs(run);
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${err.trim()}`);
  return out;
}

/** Runs git as it is said, for the repository that its folder or the environment names. Never throws. */
export function runGitAs(run: GitRun): Promise<GitAnswer> {
  const { program = 'git', folder, args, env, input = '', signal } = run;
  return new Promise((resolve) => {
    const git = spawn(program, args, {
      cwd: folder,
      stdio: 'pipe',
      windowsHide: true,
      ...(env && { env }),
      ...(signal && { signal }),
    });
    let [out, err] = ['', ''];
    git.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    git.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    git.on('error', ({ message }) => {
      // One that is being ended has its locks until it is over.
      if (git.pid === undefined) resolve({ status: undefined, out: '', err: message });
    });
    // A hook may outlive a git that is ended, and keep what it prints to open.
    git.on('exit', (status) => {
      if (signal?.aborted) resolve({ status: status ?? undefined, out, err });
    });
    git.on('close', (status) => {
      resolve({ status: status ?? undefined, out, err });
    });
    // A git that has ended without reading says so by its status.
    git.stdin.on('error', () => undefined).end(input);
  });
}
