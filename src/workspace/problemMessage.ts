import type * as vscode from 'vscode';
import { problemMessage } from '../core/check/messages';
import type { Problem } from '../core/check/problem';
import { translate } from '../host/translate';
import { nameOf } from './sidecarFile';

/** The sentence for a problem, in the user's language. */
export function localizedMessage(problem: Problem): string {
  return problemMessage(problem, translate);
}

/** The sentence with `file:line:column` before it; lines and columns from 1, as editors show them. */
export function messageOf(uri: vscode.Uri, problem: Problem): string {
  const { line, column } = problem.range.start;
  return `${nameOf(uri)}:${line + 1}:${column + 1}: ${localizedMessage(problem)}`;
}
