import * as vscode from 'vscode';

/** The kind of what the lightbulb offers on articles and rows where nothing is wrong. */
export const refactoring = vscode.CodeActionKind.Refactor.append('chiosa');

/** What the lightbulb offers, that a command does. */
export function actionRunning(
  kind: vscode.CodeActionKind,
  title: string,
  command: string,
  ...args: readonly unknown[]
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.command = { title, command, arguments: [...args] };
  return action;
}

/** A quick fix of a problem, that a command does. */
export function fixRunning(
  diagnostic: vscode.Diagnostic,
  title: string,
  command: string,
  ...args: readonly unknown[]
): vscode.CodeAction {
  const action = actionRunning(vscode.CodeActionKind.QuickFix, title, command, ...args);
  action.diagnostics = [diagnostic];
  return action;
}
