import * as vscode from 'vscode';
import { refusalText } from '../../core/check/hookRefusals';
import { registerCommand, showError } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import { translate } from '../../host/translate';
import { PartlyDone } from '../../host/userError';
import { keepLauncher } from '../../workspace/repositoryGit';
import { repositoryMeant } from '../../workspace/repositoryMeant';
import type { Services } from '../../workspace/services';

/** Setting git up for sidecars in a repository, as `chiosa git install` does, and taking that back. */
export function register(services: Services): vscode.Disposable {
  const { context, log } = services;
  keepLauncher(context.globalStorageUri).catch((error: unknown) => showError(error, log));
  return disposeAll(
    registerCommand('chiosa.installGit', log, () => installGit(services)),
    registerCommand('chiosa.uninstallGit', log, () => uninstallGit(services)),
    registerCommand('_chiosa.copyHookLine', log, (line) =>
      vscode.env.clipboard.writeText(String(line)),
    ),
  );
}

async function installGit(services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const git = await repositoryMeant(services, { title: t('Set Up Git for Annotations') });
  if (!git) return;
  const left = await git.install(services.context.globalStorageUri);
  if (left) {
    throw new PartlyDone(
      t(
        'git merges and compares sidecars by meaning in this repository from now on, but does not check them before commits: {0}. To have that, put a line into the hook yourself.',
        refusalText(left.refusal, translate),
      ),
      { title: t('Copy Line'), command: '_chiosa.copyHookLine', arguments: [left.line] },
    );
  }
  void vscode.window.showInformationMessage(t('git is set up for annotations in this repository.'));
}

async function uninstallGit(services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const git = await repositoryMeant(services, { title: t('Undo Git Set-Up for Annotations') });
  if (!git) return;
  await git.uninstall();
  void vscode.window.showInformationMessage(
    t('git is no longer set up for annotations in this repository.'),
  );
}
