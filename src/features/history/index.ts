import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import type { Services } from '../../workspace/services';

/** Undo and redo of annotating: apart from the editor's own, since the article's text does not change. */
export function register({ articles, log }: Services): vscode.Disposable {
  return disposeAll(
    registerCommand('chiosa.undo', log, async () => {
      if (!(await articles.undo())) tell(vscode.l10n.t('There is no annotation to undo.'));
    }),
    registerCommand('chiosa.redo', log, async () => {
      if (!(await articles.redo())) tell(vscode.l10n.t('There is no annotation to redo.'));
    }),
  );
}

function tell(message: string): void {
  vscode.window.setStatusBarMessage(message, 4000);
}
