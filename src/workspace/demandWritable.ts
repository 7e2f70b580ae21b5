import * as vscode from 'vscode';
import { UserError } from '../host/userError';
import { blockingProblem, type ArticleState } from './articleState';
import { openDocument } from './articleWords';
import { messageOf } from './problemMessage';
import { toOpenSidecar } from './reveal';
import { nameOf, sidecarUri } from './sidecarFile';

/**
 * Demands that an article and its sidecar can be annotated now.
 * @throws {UserError} that says what keeps them from it, with a button that opens the way
 */
export function demandWritable(uri: vscode.Uri, state: ArticleState): void {
  const sidecar = sidecarUri(uri);
  const { articleProblems, isShownAsOnDisk } = state;
  const [articleProblem] = articleProblems;
  if (articleProblem) throw new UserError(messageOf(uri, articleProblem));
  if (openDocument(uri)?.isDirty) {
    throw new UserError(
      vscode.l10n.t('{0} has unsaved changes. Save it, then annotate.', nameOf(uri)),
      { title: vscode.l10n.t('Save'), command: 'workbench.action.files.save' },
    );
  }
  if (isShownAsOnDisk === false) {
    throw new UserError(
      vscode.l10n.t(
        'The editor shows {0} otherwise than it is on disk in UTF-8. Reopen it with encoding UTF-8, then annotate.',
        nameOf(uri),
      ),
      {
        title: vscode.l10n.t('Change Encoding'),
        command: 'workbench.action.editor.changeEncoding',
      },
    );
  }
  const blocking = blockingProblem(state);
  if (blocking) {
    throw new UserError(
      vscode.l10n.t(
        'Nothing was annotated, because the sidecar cannot be read. {0}',
        messageOf(sidecar, blocking),
      ),
      toOpenSidecar(sidecar),
    );
  }
  if (openDocument(sidecar)?.isDirty) {
    throw new UserError(
      vscode.l10n.t(
        '{0} is open with unsaved changes. Save or revert it, then annotate.',
        nameOf(sidecar),
      ),
      toOpenSidecar(sidecar),
    );
  }
}
