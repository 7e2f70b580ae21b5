import * as vscode from 'vscode';
import { isOfGit } from '../core/check/problem';
import type { ArticleFile } from '../core/sidecar/articleFile';
import type { ArticleText } from '../core/text/articleText';
import { UserError, type MessageAction } from '../host/userError';
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
  demandArticle(uri, state);
  const blocking = blockingProblem(state);
  if (blocking) {
    throw new UserError(
      vscode.l10n.t(
        'Nothing was annotated, because the sidecar cannot be read. {0}',
        messageOf(sidecar, blocking),
      ),
      isOfGit(blocking) ? toMerge(uri) : toOpenSidecar(sidecar),
    );
  }
  demandSaved(sidecar);
}

/** Demands that an article and its sidecar are saved, whatever the sidecar says. @throws {UserError} as `demandWritable` */
export function demandMergeable(uri: vscode.Uri, state: ArticleState): void {
  demandArticle(uri, state);
  demandSaved(sidecarUri(uri));
}

/** The article, if it has this text. @throws {UserError} where it has another one */
export function demandText(
  uri: vscode.Uri,
  { file }: ArticleState,
  text: ArticleText,
): ArticleFile {
  if (file?.text.text === text.text) return file;
  throw new UserError(
    vscode.l10n.t('The text of {0} is another one by now, so nothing was changed.', nameOf(uri)),
  );
}

/** The button of a message that merges the annotations of an article where git could not. */
export function toMerge(uri: vscode.Uri): MessageAction {
  return {
    title: vscode.l10n.t('Merge Annotations by Meaning'),
    command: 'chiosa.mergeSidecar',
    arguments: [{ uri }],
  };
}

function demandArticle(uri: vscode.Uri, state: ArticleState): void {
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
}

function demandSaved(sidecar: vscode.Uri): void {
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
