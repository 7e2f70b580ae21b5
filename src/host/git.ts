import * as vscode from 'vscode';
import { nextEvent } from './nextEvent';
import { UserError } from './userError';

// What Chiosa uses of the API, version 1, of VS Code's built-in git extension
// (https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts).

/** A repository that VS Code has open. All paths are absolute paths of the file system. */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: GitRepositoryState;
  /** The blob of a file in a commit. @throws where it has no such file */
  getObjectDetails(ref: string, path: string): Promise<{ readonly object: string }>;
  /**
   * Commits, the latest first: `maxEntries` before HEAD, 32 where that is not said, or all of a `range`. The path may be
   * a pattern. @throws where there is no commit yet
   */
  log(options: {
    readonly path?: string;
    readonly maxEntries?: number;
    readonly range?: string;
  }): Promise<GitCommit[]>;
  /** Branches and tags, with `committerdate` those first that were committed to last. */
  getRefs(query: { readonly sort?: 'alphabetically' | 'committerdate' }): Promise<GitRef[]>;
  /** A commit by a name, as `MERGE_HEAD`. @throws where there is none */
  getCommit(ref: string): Promise<GitCommit>;
  /** Looks at files and index again. */
  status(): Promise<void>;
}

export interface GitRepositoryState {
  readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
  /** What is being applied again, while a rebase has stopped. */
  readonly rebaseCommit: GitCommit | undefined;
  readonly onDidChange: vscode.Event<void>;
}

/** A branch (0), a branch of a remote (1) or a tag (2). */
export interface GitRef {
  readonly type: 0 | 1 | 2;
  readonly name?: string;
  readonly commit?: string;
}

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly parents: readonly string[];
  readonly authorName?: string;
  readonly authorDate?: Date;
}

interface GitApi {
  readonly git: { readonly path: string };
  readonly repositories: readonly GitRepository[];
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<void>;
  getRepository(uri: vscode.Uri): GitRepository | null;
  openRepository(root: vscode.Uri): Promise<GitRepository | null>;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/**
 * The repository that a file is in.
 * @throws {UserError} where there is none, or no git: in the browser, in restricted mode, where it is turned off
 */
export async function demandRepository(file: vscode.Uri): Promise<GitRepository> {
  const repository = await findRepository(file);
  if (repository) return repository;
  if (!(await gitApi())) {
    throw new UserError(
      vscode.workspace.isTrusted
        ? vscode.l10n.t(
            'There is no git here: VS Code’s git extension is turned off, finds no git, or is not to be had in a browser.',
          )
        : vscode.l10n.t('VS Code runs no git in restricted mode. Trust this workspace first.'),
      vscode.workspace.isTrusted
        ? undefined
        : {
            title: vscode.l10n.t('Manage Workspace Trust'),
            command: 'workbench.trust.manage',
          },
    );
  }
  // Git on the disk, and not in VS Code: it asks before it opens one around the workspace, or of somebody else.
  if (await isBelowGit(file)) {
    throw new UserError(
      vscode.l10n.t(
        'VS Code has not opened the git repository that this folder is in. Open it, or trust it, in the Source Control view.',
      ),
      {
        title: vscode.l10n.t('Open Repository'),
        command: 'git.openRepositoriesInParentFolders',
      },
    );
  }
  throw new UserError(vscode.l10n.t('This folder is in no git repository. Make one of it first.'), {
    title: vscode.l10n.t('Initialize Repository'),
    command: 'git.init',
  });
}

/** Whether git has its folder, or a work tree its file, in a folder above a file. */
async function isBelowGit(file: vscode.Uri): Promise<boolean> {
  const folder = vscode.Uri.joinPath(file, '..');
  if (folder.path === file.path) return false;
  const isThere = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, '.git')).then(
    () => true,
    () => false,
  );
  return isThere || isBelowGit(folder);
}

/** The repository that a file is in; undefined where there is none, or no git. */
export async function findRepository(file: vscode.Uri): Promise<GitRepository | undefined> {
  const api = await gitApi();
  if (!api) return undefined;
  // VS Code looks for repositories only in the folders of the workspace, and not in all of them: one that it has open
  // may be around the one that is meant.
  const opened = await api.openRepository(vscode.Uri.joinPath(file, '..'));
  const repository = opened ?? api.getRepository(file) ?? undefined;
  // VS Code has a repository open before it has looked at it.
  if (repository && !repository.state.HEAD) await repository.status().catch(() => undefined);
  return repository;
}

/** The same, if VS Code has it open already: for what nobody has asked for. */
export async function openRepositoryOf(file: vscode.Uri): Promise<GitRepository | undefined> {
  return (await gitApi())?.getRepository(file) ?? undefined;
}

/** The repositories that VS Code has open, and those of the folders of the workspace. */
export async function openRepositories(): Promise<readonly GitRepository[]> {
  const api = await gitApi();
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(({ uri }) => findRepository(vscode.Uri.joinPath(uri, '.git'))),
  );
  const all = [...found.flatMap((each) => each ?? []), ...(api?.repositories ?? [])];
  return [...new Map(all.map((each) => [each.rootUri.toString(), each])).values()];
}

/** The path of the git program that VS Code uses; undefined where there is no git. */
export async function gitProgram(): Promise<string | undefined> {
  return (await gitApi())?.git.path;
}

/** How long VS Code’s first look for repositories is waited for, in ms; it never ends where git is turned off meanwhile. */
const patience = 10_000;

async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const git = await extension?.activate();
  if (!git?.enabled) return undefined;
  const api = git.getAPI(1);
  // What is open by then is what there is.
  if (api.state === 'uninitialized') await nextEvent(api.onDidChangeState, patience);
  return extension?.exports.enabled ? api : undefined;
}
