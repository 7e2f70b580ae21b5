import * as vscode from 'vscode';
import { withProgress } from '../../host/progress';
import { UserError } from '../../host/userError';
import type { RepositoryGit } from '../../workspace/repositoryGit';
import { repositoryMeant } from '../../workspace/repositoryMeant';
import type { Services } from '../../workspace/services';
import { askArticles, askDespiteProblems, askForWholeFiles, askMessage, askToSave } from './asking';
import { filesOf, type ChangedArticle } from './changedArticles';
import { changedIn, compareAll, pathsOf, type ComparedArticle } from './changes';
import { demandNothingUnderWay, makeCommit } from './makeCommit';
import { faultyArticles } from './problems';
import { saveAll, unsavedIn } from './unsaved';

/**
 * Commits the articles of a repository that have changed, each with its sidecar, and nothing else.
 * @param root of the repository; without it, that of the active article, or else of the workspace
 * @throws {UserError} where there is no git, nothing to commit, or something that keeps git from it
 */
export async function commitAnnotations(services: Services, root?: vscode.Uri): Promise<void> {
  const git = await repositoryMeant(services, {
    title: vscode.l10n.t('Commit Annotations'),
    root,
    isMeant: async (each, token) => (await changedIn(each, token)).length > 0,
  });
  if (!git) return;
  const unsaved = await unsavedIn(services, git.repository.rootUri);
  if (unsaved.length > 0) {
    if (!(await askToSave(unsaved.map(({ uri }) => vscode.workspace.asRelativePath(uri))))) return;
    await saveAll(services, unsaved);
  }
  const picked = await askArticles(await changesIn(git));
  if (picked.length === 0) return;
  if (!(await askDespiteProblems(await problemsOf(services, picked)))) return;
  if (!(await askForWholeFiles(picked))) return;
  const message = await askMessage(picked);
  if (message === undefined) return;
  const name = await withProgress(vscode.l10n.t('Committing annotations'), ({ token }) =>
    makeCommit(git, pathsOf(picked), message, token),
  );
  vscode.window.setStatusBarMessage(
    `$(git-commit) ${vscode.l10n.t('Committed {0}: {1}', name, message)}`,
    10_000,
  );
}

/** The articles that have changed, and how. @throws {UserError} where none has, and where a merge is to be decided first */
async function changesIn(git: RepositoryGit): Promise<ComparedArticle[]> {
  return withProgress(
    vscode.l10n.t('Comparing annotations with the last commit'),
    async (watch) => {
      const changed = await changedIn(git, watch.token);
      demandNoConflict(git, changed);
      await demandNothingUnderWay(git);
      if (changed.length === 0) {
        throw new UserError(
          vscode.l10n.t(
            'No annotated article has changed since the last commit of this repository.',
          ),
        );
      }
      return compareAll(git, changed, watch);
    },
  );
}

function demandNoConflict(git: RepositoryGit, changed: readonly ChangedArticle[]): void {
  const file = changed.flatMap(filesOf).find(({ isInConflict }) => isInConflict);
  if (!file) return;
  throw new UserError(
    vscode.l10n.t(
      'A merge has left {0} in conflict. Decide it and stage the file (+ in the source control view), then commit the merge.',
      file.path,
    ),
    {
      title: vscode.l10n.t('Open File'),
      command: 'vscode.open',
      arguments: [git.uriOf(file.path)],
    },
  );
}

function problemsOf(services: Services, articles: readonly ComparedArticle[]) {
  const annotated = articles.filter(({ isRemoved }) => !isRemoved);
  return withProgress(vscode.l10n.t('Checking annotations'), (watch) =>
    faultyArticles(services, annotated, watch),
  );
}
