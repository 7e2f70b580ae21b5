import * as vscode from 'vscode';
import { UserError } from '../../host/userError';
import type { RepositoryGit } from '../../workspace/repositoryGit';

/** What git’s program takes paths by, each as it is, however it is written. */
const byInput = ['--pathspec-from-file=-', '--pathspec-file-nul'];

/**
 * The check that `chiosa git install` puts before commits: it has been made, with all articles in view and on purpose, so
 * that the hook runs nothing here. Hooks of others run.
 */
const withoutOwnCheck = ['-c', 'chiosa.command=:'];

/** What a commit takes: files as they are on the disk. Paths are from the root of the repository, with slashes. */
export interface CommittedFiles {
  readonly all: readonly string[];
  /** Those of them that git does not know yet. */
  readonly untracked: readonly string[];
}

/**
 * Commits these files and no others: what else is staged stays staged. Where git refuses, what is staged is as it was.
 * @returns the short name of the commit
 * @throws {UserError} with git’s own words, where it or a hook refuses
 * @throws {vscode.CancellationError} where the user cancels before there is a commit
 */
export async function makeCommit(
  git: RepositoryGit,
  files: CommittedFiles,
  message: string,
  token: vscode.CancellationToken,
): Promise<string> {
  const { untracked } = files;
  try {
    if (untracked.length > 0) await git.run(['add', ...byInput], { input: pathspecs(untracked) });
    await commitOnly(git, files, message, token);
  } catch (error) {
    if (!(error instanceof Error) || isTold(error)) throw error;
    throw new UserError(
      vscode.l10n.t(
        'Nothing was committed, and what is staged is as it was. git says: {0}',
        error.message,
      ),
    );
  } finally {
    await git.repository.status();
  }
  return (await git.run(['rev-parse', '--short', 'HEAD'])).trim();
}

/** Whether an error says to the user all that there is to say. */
function isTold(error: Error): boolean {
  return error instanceof UserError || error instanceof vscode.CancellationError;
}

/** Commits files that git knows. @throws as `makeCommit`, or what git says, the new ones being unstaged */
async function commitOnly(
  git: RepositoryGit,
  { all, untracked }: CommittedFiles,
  message: string,
  token: vscode.CancellationToken,
): Promise<void> {
  const before = await idOf(git, 'HEAD');
  const args = ['commit', '--quiet', '--only', '--message', message, ...byInput];
  try {
    await git.run([...withoutOwnCheck, ...args], { input: pathspecs(all), token });
  } catch (error) {
    // The user may have cancelled when the commit was made, and what is staged not yet brought up to it.
    const isMade = (await idOf(git, 'HEAD')) !== before;
    const failure = await unstage(git, isMade ? all : untracked);
    if (isMade) return;
    throw failure instanceof Error ? stillStaged(error, failure) : error;
  }
}

/** Has what is staged of files be as in the last commit. @returns what git says where it fails */
async function unstage(git: RepositoryGit, paths: readonly string[]): Promise<unknown> {
  if (paths.length === 0) return undefined;
  return git.run(['reset', '--quiet', ...byInput], { input: pathspecs(paths) }).then(
    () => undefined,
    (failure: unknown) => failure,
  );
}

function stillStaged(error: unknown, failure: Error): UserError {
  const words = [error, failure].flatMap((each) =>
    each instanceof Error && !isTold(each) ? each.message : [],
  );
  return new UserError(
    vscode.l10n.t(
      'Nothing was committed, but new files are still staged. git says: {0}',
      words.join('\n'),
    ),
  );
}

function pathspecs(paths: readonly string[]): string {
  return paths.map((path) => `:(top,literal)${path}\0`).join('');
}

/**
 * Demands that git can commit single files now.
 * @throws {UserError} where something else is to be concluded first
 */
export async function demandNothingUnderWay(git: RepositoryGit): Promise<void> {
  const { t } = vscode.l10n;
  const messages = {
    MERGE_HEAD: t(
      'A merge is under way in this repository, and git commits no single files before it is concluded. Commit the merge, or abort it (git merge --abort).',
    ),
    CHERRY_PICK_HEAD: t(
      'A cherry-pick or a rebase is under way in this repository, and git commits no single files before it is concluded. Continue or abort it (git status says how).',
    ),
    REVERT_HEAD: t(
      'A revert is under way in this repository, and git commits no single files before it is concluded. Continue or abort it (git status says how).',
    ),
  };
  for (const [name, message] of Object.entries(messages)) {
    if ((await idOf(git, name)) === undefined) continue;
    const title = t('Show Source Control');
    throw new UserError(message, { title, command: 'workbench.view.scm' });
  }
}

/** The id of what git knows by a name; undefined where it knows nothing by it. */
function idOf(git: RepositoryGit, name: string): Promise<string | undefined> {
  return git.run(['rev-parse', '--quiet', '--verify', name]).then(
    (id) => id,
    () => undefined,
  );
}
