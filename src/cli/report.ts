import { problemMessage } from '../core/check/messages';
import { severityOf } from '../core/check/problem';
import { exitStatus } from './command';
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

/** `file:line:column: severity: message [code]`, as compilers write it and editors understand it. */
export function asLine({ file, line, column, severity, code, message }: ReportedProblem): string {
  return `${file}:${line}:${column}: ${severity}: ${message} [${code}]\n`;
}

/** 3 where a file could not be read, 1 where there are errors or warnings, else 0. */
export function statusOf(problems: readonly ReportedProblem[]): number {
  if (problems.some(({ code }) => code === 'file-unreadable')) return exitStatus.unreadable;
  return problems.some(({ severity }) => severity !== 'info')
    ? exitStatus.problems
    : exitStatus.fine;
}
