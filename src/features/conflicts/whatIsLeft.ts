import * as vscode from 'vscode';
import { conflictsOf } from '../../core/merge/openConflicts';
import { offer } from '../../host/commands';
import { demandRepository, findRepository } from '../../host/git';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import { RepositoryGit } from '../../workspace/repositoryGit';
import { nameOf } from '../../workspace/sidecarFile';

/**
 * Says what was done, and how many conflicts are left to decide in an article, with the way to these; or, where none is, to
 * staging the sidecar. It does not wait for the message to be closed.
 */
export async function tellWhatIsLeft(
  { uri, sidecar, state }: AnnotatedArticle,
  done: string,
): Promise<void> {
  const { showInformationMessage } = vscode.window;
  const left = conflictsOf(state.set).length;
  if (left > 0) {
    const message = vscode.l10n.t('{0} Left to decide: {1}.', done, left);
    void offer(showInformationMessage, message, {
      title: vscode.l10n.t('Resolve…'),
      command: 'chiosa.resolveConflicts',
      arguments: [{ uri }],
    });
    return;
  }
  const message = vscode.l10n.t('{0} Nothing is left to decide.', done);
  const repository = await findRepository(sidecar).catch(() => undefined);
  const stage = {
    title: vscode.l10n.t('Stage'),
    command: '_chiosa.stageSidecar',
    arguments: [{ uri: sidecar }],
  };
  void offer(showInformationMessage, message, repository && stage);
}

/** Stages a sidecar, by which git knows that its conflict is decided. @throws {UserError} where there is no git */
export async function stageSidecar(sidecar: vscode.Uri): Promise<void> {
  const repository = await demandRepository(sidecar);
  const git = await RepositoryGit.of(repository);
  // A name with brackets is that of one file; VS Code would take it for a pattern.
  await git.run(['add', '--all', '--', `:(literal)${sidecar.fsPath}`]);
  await repository.status();
  vscode.window.setStatusBarMessage(vscode.l10n.t('{0} is staged.', nameOf(sidecar)), 4000);
}
