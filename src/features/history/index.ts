import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import type { Step } from '../../workspace/actHistory';
import { isInConcordance } from '../../workspace/concordanceScheme';
import { showLeftOut, type LeftOut } from '../../workspace/leftOut';
import type { Services } from '../../workspace/services';

/**
 * Undo and redo of annotating: apart from the editor's own, since the article's text does not change; and what
 * an act has left out.
 */
export function register({ articles, log }: Services): vscode.Disposable {
  return disposeAll(
    registerCommand('chiosa.undo', log, async () => {
      const step = await articles.undo(!isInConcordance());
      if (!step) tell(vscode.l10n.t('There is no annotation to undo.'));
      else if (isWide(step)) tell(vscode.l10n.t('Undone in {0}', describe(step)));
    }),
    registerCommand('chiosa.redo', log, async () => {
      const step = await articles.redo(!isInConcordance());
      if (!step) tell(vscode.l10n.t('There is no annotation to redo.'));
      else if (isWide(step)) tell(vscode.l10n.t('Redone in {0}', describe(step)));
    }),
    registerCommand('_chiosa.showLeftOut', log, (leftOut) =>
      showLeftOut(leftOut as readonly LeftOut[]),
    ),
  );
}

/** Whether a step changes more than the article that is shown. */
function isWide({ edits, rename }: Step): boolean {
  return edits.length > 1 || rename !== undefined;
}

/** What a step over several articles does. */
function describe({ title, edits }: Step): string {
  return vscode.l10n.t('{0} articles: {1}', edits.length, title);
}

function tell(message: string): void {
  vscode.window.setStatusBarMessage(message, 4000);
}
