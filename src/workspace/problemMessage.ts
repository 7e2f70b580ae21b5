import * as vscode from 'vscode';
import { problemMessages } from '../core/check/messages';
import type { Problem } from '../core/check/problem';
import { nameOf } from './sidecarFile';

/** The sentence for a problem, in the user's language. */
export function localizedMessage({ code, detail }: Problem): string {
  return vscode.l10n.t(problemMessages[code], detail);
}

/** The sentence with `file:line:column` before it; lines and columns from 1, as editors show them. */
export function messageOf(uri: vscode.Uri, problem: Problem): string {
  const { line, column } = problem.range.start;
  return `${nameOf(uri)}:${line + 1}:${column + 1}: ${localizedMessage(problem)}`;
}
