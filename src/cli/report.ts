import path from 'node:path';
import { problemMessage } from '../core/check/messages';
import { severityOf } from '../core/check/problem';
import { exitStatus } from './command';
import type { Projects } from './projects';
import type { LocatedProblem } from './sourceFiles';

/** A problem as the command line prints it. Lines and columns count from 1, columns in UTF-16 code units. */
export interface ReportedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
}

export function reported({ file, problem }: LocatedProblem): ReportedProblem {
  return {
    file,
    line: problem.range.start.line + 1,
    column: problem.range.start.column + 1,
    severity: severityOf(problem.code),
    code: problem.code,
    message: problemMessage(problem),
  };
}

/** A file that could not be written, and stands as it was. */
export function unwritable(file: string, error: unknown): ReportedProblem {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `This file cannot be written: ${reason}`;
  return { file, line: 1, column: 1, severity: 'error', code: 'file-unwritable', message };
}

/** What is wrong with the schemas of the folders of articles. */
export async function schemaProblems(
  articles: readonly string[],
  projects: Projects,
): Promise<ReportedProblem[]> {
  // Workers have read them for themselves.
  for (const folder of new Set(articles.map((file) => path.dirname(file)))) {
    await projects.of(folder);
  }
  return (await projects.problems()).map(reported);
}

/** `file:line:column: severity: message [code]`, as compilers write it and editors understand it. */
export function asLine({ file, line, column, severity, code, message }: ReportedProblem): string {
  return `${file}:${line}:${column}: ${severity}: ${message} [${code}]\n`;
}

/** 3 where a file could not be read or written, 1 where there are errors or warnings, else 0. */
export function statusOf(problems: readonly ReportedProblem[]): number {
  const ofFiles = ['file-unreadable', 'file-unwritable'];
  if (problems.some(({ code }) => ofFiles.includes(code))) return exitStatus.inaccessible;
  return problems.some(({ severity }) => severity !== 'info')
    ? exitStatus.problems
    : exitStatus.fine;
}
