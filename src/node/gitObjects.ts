import { spawn, type ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { maxArticleBytes } from '../core/text/decode';
import { gitEnvironment } from './gitEnvironment';

/** git as it only reads what is on the disk: it fetches nothing, asks nobody, locks nothing, replaces no object. */
const readingOnly = {
  GIT_NO_LAZY_FETCH: '1',
  // For versions of git that do not know the former.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_REPLACE_OBJECTS: '1',
  // A name with an asterisk is that of one file.
  GIT_LITERAL_PATHSPECS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
};

/**
 * Starts git on the repository of a folder. Where there is no git the process says so by its event `error`.
 * @param program git's own @param args the command and its arguments
 */
function startGit(
  program: string,
  folder: string,
  args: readonly string[],
): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(program, ['-C', folder, ...args], {
    // Windows looks for programs in the folder that they start in: never in one of somebody else's files.
    cwd: path.dirname(process.execPath),
    env: { ...gitEnvironment(), ...readingOnly },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
}

/**
 * The names, for `GitObjects.read`, of what a file was: as it is staged, and in the last hundred commits that
 * changed it, the youngest first. None where git is missing or refuses.
 * @param file its path from the root of the repository, with slashes, in one line
 * @param program git's own
 */
export async function versionsOf(
  root: string,
  file: string,
  program = 'git',
): Promise<readonly string[]> {
  const args = ['rev-list', '--max-count=100', 'HEAD', '--', file];
  const { stdin, stdout } = startGit(program, root, args).on('error', () => undefined);
  stdin.on('error', () => undefined).end();
  let commits = '';
  for await (const chunk of stdout.setEncoding('utf8')) commits += String(chunk);
  return ['', ...commits.split('\n').filter((commit) => commit !== '')].map(
    (commit) => `${commit}:${file}`,
  );
}

type Answer = (bytes: Uint8Array | undefined) => void;

/**
 * One `git cat-file --batch`, which gives the contents of blobs one after the other. When git is missing,
 * refuses or ends, every answer is undefined.
 */
export class GitObjects {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  /** Those who wait for an answer, in the order in which they asked. */
  readonly #waiting: Answer[] = [];
  #received: Buffer[] = [];
  #length = 0;
  /** With so many bytes received, there may be a whole answer. */
  #needed = 1;
  /** So many bytes that come next are of no use. */
  #skipped = 0;
  #hasEnded = false;

  /** @param folder the root of a repository @param program git's own */
  constructor(folder: string, program = 'git') {
    this.#process = startGit(program, folder, ['cat-file', '--batch']);
    this.#process.stdout.on('data', (chunk: Buffer) => {
      this.#receive(chunk);
    });
    // A process that is gone is told by `close`; to write to it is no error of its own.
    this.#process.stdin.on('error', () => undefined);
    this.#process.on('error', () => {
      this.#end();
    });
    this.#process.on('close', () => {
      this.#end();
    });
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }

  /**
   * The content of a blob; undefined where there is none, and where it is too large for an article.
   * @param name an id, or a path in a commit as `COMMIT:PATH`, or at a stage of the index as `:STAGE:PATH`, in one line
   */
  read(name: string): Promise<Uint8Array | undefined> {
    return new Promise((resolve) => {
      if (this.#hasEnded) {
        resolve(undefined);
        return;
      }
      this.#waiting.push(resolve);
      this.#process.stdin.write(`${name}\n`);
    });
  }

  /** Ends git when it has answered. */
  close(): void {
    this.#process.stdin.end();
  }

  #end(): void {
    this.#hasEnded = true;
    for (const answer of this.#waiting.splice(0)) answer(undefined);
  }

  #receive(chunk: Buffer): void {
    const skipped = Math.min(this.#skipped, chunk.length);
    this.#skipped -= skipped;
    this.#received.push(chunk.subarray(skipped));
    this.#length += chunk.length - skipped;
    while (this.#length >= this.#needed) this.#answer(Buffer.concat(this.#received));
  }

  /** Gives the first answer in `bytes`, if it is whole, to the first who waits. */
  #answer(bytes: Buffer): void {
    const lineEnd = bytes.indexOf('\n');
    if (lineEnd < 0) {
      this.#needed = bytes.length + 1;
      return;
    }
    const start = lineEnd + 1;
    // Source: git-cat-file(1), “Batch output”: `ID TYPE SIZE\n`, the content and `\n`, or a line without it.
    const [, type, digits] =
      /^[0-9a-f]+ (\w+) (\d+)$/.exec(bytes.toString('latin1', 0, lineEnd)) ?? [];
    const size = digits === undefined ? undefined : Number(digits);
    const end = size === undefined ? start : start + size + 1;
    const isWanted = type === 'blob' && size !== undefined && size <= maxArticleBytes;
    if (isWanted && bytes.length < end) {
      this.#needed = end;
      return;
    }
    const content = isWanted ? new Uint8Array(bytes.subarray(start, end - 1)) : undefined;
    this.#skipped = Math.max(0, end - bytes.length);
    const rest = bytes.subarray(end);
    this.#received = [rest];
    this.#length = rest.length;
    this.#needed = 1;
    this.#waiting.shift()?.(content);
  }
}
