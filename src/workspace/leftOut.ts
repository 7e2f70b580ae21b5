import * as vscode from 'vscode';
import type { Problem } from '../core/check/problem';
import { toProblemRange } from '../host/convert';
import { PartlyDone, type MessageAction } from '../host/userError';
import { messageOf } from './problemMessage';

/** A file that an act on many articles left out. */
export interface LeftOut {
  readonly uri: vscode.Uri;
  /** Why, in a sentence that names the file. */
  readonly reason: string;
  /** What is to be mended in it, where it was left out for that. */
  readonly problem?: Problem;
}

/** A file is left out for what is wrong with it. */
export function leftOutFor(uri: vscode.Uri, problem: Problem): LeftOut {
  return { uri, reason: messageOf(uri, problem), problem };
}

/** How many reasons a message gives; its button shows all. */
const reasonsTold = 3;

/**
 * Says in the status bar in how many articles an act was made. An act without a title says it for itself.
 * @throws {PartlyDone} where files were left out: which, why, and the way to them
 */
export function tellOutcome(title: string, changed: number, leftOut: readonly LeftOut[]): void {
  if (leftOut.length > 0) {
    throw new PartlyDone(
      vscode.l10n.t(
        'Articles changed: {0}. Left out: {1}. {2}',
        changed,
        leftOut.length,
        reasonsOf(leftOut),
      ),
      wayTo(leftOut),
    );
  }
  if (title === '' || changed === 0) return;
  const message = changed === 1 ? title : vscode.l10n.t('{0} articles: {1}', changed, title);
  vscode.window.setStatusBarMessage(message, 4000);
}

/** The first of the reasons. */
export function reasonsOf(leftOut: readonly LeftOut[]): string {
  const told = leftOut.slice(0, reasonsTold).map(({ reason }) => reason);
  return [...told, ...(leftOut.length > reasonsTold ? ['…'] : [])].join(' ');
}

/** Opens a single file, at its problem; of several shows a list. */
function wayTo(leftOut: readonly LeftOut[]): MessageAction {
  const [first] = leftOut;
  if (first && leftOut.length === 1) {
    return { title: vscode.l10n.t('Open File'), command: 'vscode.open', arguments: placeOf(first) };
  }
  const title = vscode.l10n.t('Show Files');
  return { title, command: '_chiosa.showLeftOut', arguments: [leftOut] };
}

/** Lets the user open one of the files. */
export async function showLeftOut(leftOut: readonly LeftOut[]): Promise<void> {
  const picks = leftOut.map((each) => ({
    label: vscode.workspace.asRelativePath(each.uri),
    detail: each.reason,
    each,
  }));
  const picked = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('Left out'),
    placeHolder: vscode.l10n.t('Which file is to be opened?'),
    matchOnDetail: true,
  });
  if (picked) await vscode.commands.executeCommand('vscode.open', ...placeOf(picked.each));
}

/** The arguments of VS Code's command that opens a file. */
function placeOf({ uri, problem }: LeftOut): unknown[] {
  return problem ? [uri, { selection: toProblemRange(problem.range) }] : [uri];
}
