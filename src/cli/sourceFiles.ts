import fs from 'node:fs/promises';
import path from 'node:path';
import { problem, startOfFile, type Problem } from '../core/check/problem';
import { decodeUtf8 } from '../core/text/decode';

/** A problem and the file, by its path as given, in which its lines and columns are. */
export interface LocatedProblem {
  readonly file: string;
  readonly problem: Problem;
}

/** The source of a file, or what is wrong with it. */
export interface SourceFile {
  /** Without the byte order mark. */
  readonly text?: string;
  /** The byte order mark, where the file has one. */
  readonly mark: '' | '\uFEFF';
  readonly problems: readonly LocatedProblem[];
}

/** U+FEFF in UTF-8. */
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** The source of a file, as far as it is text; undefined where there is no file. */
export async function readSource(file: string, cwd: string): Promise<SourceFile | undefined> {
  const bytes = await readIfThere(path.resolve(cwd, file));
  if (bytes === undefined) return undefined;
  if (bytes instanceof Error) return { mark: '', problems: [unreadable(file, bytes)] };
  const { text, problem: failure } = decodeUtf8(bytes);
  const mark = byteOrderMark.every((byte, at) => bytes[at] === byte) ? '\uFEFF' : '';
  return failure ? { mark, problems: [{ file, problem: failure }] } : { text, mark, problems: [] };
}

/** The bytes of a file, why there are none, or undefined where there is no file. */
export async function readIfThere(file: string): Promise<Uint8Array | Error | undefined> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : error;
  }
}

export function unreadable(file: string, error: unknown): LocatedProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return { file, problem: problem('file-unreadable', startOfFile, { reason }) };
}
