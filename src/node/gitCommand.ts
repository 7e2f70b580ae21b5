import { spawn } from 'node:child_process';

/** What a run of git gave. */
export interface GitAnswer {
  /** Undefined where there is no git. */
  readonly status: number | undefined;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs git in a folder, for the repository that it or the environment names: a hook is told by that which index is
 * being committed.
 */
export function runGit(folder: string, ...args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const git = spawn('git', args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let [out, err] = ['', ''];
    git.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    git.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    git.on('error', ({ message }) => {
      resolve({ status: undefined, out: '', err: message });
    });
    git.on('close', (status) => {
      resolve({ status: status ?? undefined, out, err });
    });
  });
}
