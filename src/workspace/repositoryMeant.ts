import * as vscode from 'vscode';
import { schemaFileName } from '../core/schema/location';
import { demandRepository, openRepositories } from '../host/git';
import { withProgress } from '../host/progress';
import { UserError } from '../host/userError';
import { RepositoryGit } from './repositoryGit';
import type { Services } from './services';

/** How it is found out which repository a command is about. */
interface Question {
  /** The title of the list, where there are several. */
  readonly title: string;
  /** The root of the one that is meant, where that is known. */
  readonly root?: vscode.Uri | undefined;
  /** Of which one it may be, where no article is active; by default of any. */
  readonly isMeant?: (git: RepositoryGit, token: vscode.CancellationToken) => Promise<boolean>;
}

/**
 * The repository of the active article; where none is active, the one that is open, or that the user picks.
 * @returns undefined where the user picks none
 * @throws {UserError} where there is none, or no git @throws what `isMeant` throws
 * @throws {vscode.CancellationError} where the user cancels while it is found out
 */
export async function repositoryMeant(
  { active }: Services,
  { title, root, isMeant = () => Promise.resolve(true) }: Question,
): Promise<RepositoryGit | undefined> {
  const file = root ? vscode.Uri.joinPath(root, schemaFileName) : active.article?.uri;
  if (file) return RepositoryGit.of(await demandRepository(file));
  const open = await Promise.all((await openRepositories()).map((each) => RepositoryGit.of(each)));
  const meant: RepositoryGit[] = [];
  await withProgress(title, async (watch) => {
    for (const [index, git] of open.entries()) {
      watch.step(index, open.length);
      if (await isMeant(git, watch.token)) meant.push(git);
    }
  });
  if (meant.length > 1) return pick(meant, title);
  return meant[0] ?? open[0] ?? RepositoryGit.of(await demandRepository(folderFile()));
}

/** A file of the first folder of the workspace, whether it is there or not. */
function folderFile(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new UserError(vscode.l10n.t('Open an article first.'));
  return vscode.Uri.joinPath(folder.uri, schemaFileName);
}

async function pick(
  repositories: readonly RepositoryGit[],
  title: string,
): Promise<RepositoryGit | undefined> {
  const picks = repositories.map((git) => {
    const { rootUri, state } = git.repository;
    const branch = state.HEAD?.name;
    return {
      label: rootUri.path.slice(rootUri.path.lastIndexOf('/') + 1),
      ...(branch !== undefined && { description: branch }),
      detail: rootUri.fsPath,
      iconPath: new vscode.ThemeIcon('repo'),
      git,
    };
  });
  const placeHolder = vscode.l10n.t('In which repository?');
  return (await vscode.window.showQuickPick(picks, { title, placeHolder }))?.git;
}
