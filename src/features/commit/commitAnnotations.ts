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
  if (!(await savedFirst(services, git))) return;
  const picked = await askArticles(await changesIn(git));
  if (picked.length === 0) return;
  const agreed = new Set<string>();
  if (!(await agreeTo(services, picked, agreed))) return;
  const message = await askMessage(picked);
  if (message === undefined) return;
  // The articles may have been edited while the questions were open.
  if (!(await savedFirst(services, git, picked))) return;
  const now = await changesIn(git, picked);
  demandNotGone(picked, now);
  if (!(await agreeTo(services, now, agreed))) return;
  const name = await withProgress(vscode.l10n.t('Committing annotations'), ({ token }) =>
    makeCommit(git, pathsOf(now), message, token),
  );
  vscode.window.setStatusBarMessage(
    `$(git-commit) ${vscode.l10n.t('Committed {0}: {1}', name, message)}`,
    10_000,
  );
}

/** Saves what is not saved, of these articles or of all, once the user has said so. @returns false where the user cancels */
async function savedFirst(
  services: Services,
  git: RepositoryGit,
  articles?: readonly ComparedArticle[],
): Promise<boolean> {
  const unsaved = await unsavedIn(services, git.repository.rootUri, articles);
  if (unsaved.length === 0) return true;
  const names = unsaved.map(({ uri }) => vscode.workspace.asRelativePath(uri));
  if (!(await askToSave(names))) return false;
  await saveAll(services, unsaved);
  return true;
}

/** Asks about what may be meant otherwise, unless it was agreed to before. @returns false where the user cancels */
async function agreeTo(
  services: Services,
  articles: readonly ComparedArticle[],
  agreed: Set<string>,
): Promise<boolean> {
  const isNew = (what: string) => agreed.size < agreed.add(what).size;
  const faulty = (await problemsOf(services, articles)).filter(({ first, errors, warnings }) =>
    isNew(`${first.uri.toString()} ${String(errors)} ${String(warnings)}`),
  );
  if (!(await askDespiteProblems(faulty))) return false;
  const files = articles.flatMap(filesOf);
  return askForWholeFiles(
    files.filter(({ isStagedInPart, path }) => isStagedInPart && isNew(path)),
  );
}

/** Demands that no file is gone that was there when it was listed. @throws {UserError} */
function demandNotGone(listed: readonly ChangedArticle[], now: readonly ChangedArticle[]): void {
  const gone = new Set(goneIn(listed));
  const path = goneIn(now).find((each) => !gone.has(each));
  if (path === undefined) return;
  throw new UserError(
    vscode.l10n.t('{0} has been deleted in the meantime. Nothing was committed.', path),
  );
}

function goneIn(articles: readonly ChangedArticle[]): string[] {
  return articles.flatMap(filesOf).flatMap(({ path, isGone }) => (isGone ? path : []));
}

/**
 * The articles that have changed, and how. @param among of which articles; by default of all
 * @throws {UserError} where none has, and where a merge is to be decided first
 */
async function changesIn(
  git: RepositoryGit,
  among?: readonly ChangedArticle[],
): Promise<ComparedArticle[]> {
  const paths = among && new Set(among.map(({ path }) => path));
  return withProgress(
    vscode.l10n.t('Comparing annotations with the last commit'),
    async (watch) => {
      const all = await changedIn(git, watch.token);
      demandNoConflict(git, all);
      await demandNothingUnderWay(git);
      const changed = all.filter(({ path }) => paths?.has(path) ?? true);
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
