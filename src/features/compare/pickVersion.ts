import * as vscode from 'vscode';
import { ago } from '../../host/ago';
import { demandRepository, type GitRef, type GitRepository } from '../../host/git';
import { UserError } from '../../host/userError';
import { articleUri, nameOf, sidecarUri, statIfThere } from '../../workspace/sidecarFile';
import {
  commitsOf,
  shortHash,
  firstLineOf,
  versionInFile,
  versionInGit,
  type SidecarVersion,
} from '../../workspace/sidecarVersions';

/** So many of the last commits that changed a sidecar are listed. */
const mostCommits = 50;

interface VersionItem extends vscode.QuickPickItem {
  /** Gives the version; undefined where the user has thought better of it. @throws {UserError} where there is none */
  version?(): Promise<SidecarVersion | undefined>;
}

/** Asks with which version of its annotations an article is to be compared; undefined where the user cancels. */
export async function pickVersion(article: vscode.Uri): Promise<SidecarVersion | undefined> {
  const picked = await vscode.window.showQuickPick(itemsOf(sidecarUri(article)), {
    title: vscode.l10n.t('Compare the annotations of {0}', nameOf(article)),
    placeHolder: vscode.l10n.t('With which version?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.version?.();
}

async function itemsOf(sidecar: vscode.Uri): Promise<VersionItem[]> {
  const another: VersionItem = {
    label: vscode.l10n.t('Another File…'),
    iconPath: new vscode.ThemeIcon('folder-opened'),
    alwaysShow: true,
    version: () => pickFile(sidecar),
  };
  try {
    const repository = await demandRepository(sidecar);
    return [...headItem(repository, sidecar), another, ...(await refItems(repository, sidecar))];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // What is missing is said where it is missed, and again, with the way out, where it is picked.
    const nothing: VersionItem = {
      label: vscode.l10n.t('No versions from git'),
      detail: error.message,
      iconPath: new vscode.ThemeIcon('warning'),
      alwaysShow: true,
      version: () => Promise.reject(error),
    };
    return [another, nothing];
  }
}

/** The last commit; none where there is none yet. */
function headItem(repository: GitRepository, sidecar: vscode.Uri): VersionItem[] {
  const { commit, name } = repository.state.HEAD ?? {};
  if (commit === undefined) return [];
  const description = [vscode.l10n.t('the last commit'), name, shortHash(commit)];
  return [
    {
      label: 'HEAD',
      description: description.filter((each) => each !== undefined).join(' · '),
      iconPath: new vscode.ThemeIcon('git-commit'),
      version: () => Promise.resolve(versionInGit(repository, sidecar, 'HEAD')),
    },
  ];
}

async function refItems(repository: GitRepository, sidecar: vscode.Uri): Promise<VersionItem[]> {
  const [commits, refs] = await Promise.all([
    commitsOf(repository, sidecar, { maxEntries: mostCommits }),
    repository.getRefs({ sort: 'committerdate' }).catch((): GitRef[] => []),
  ]);
  const ofCommits = commits.map((commit): VersionItem => {
    const { hash, authorName, authorDate } = commit;
    const short = shortHash(hash);
    return {
      label: firstLineOf(commit),
      description: [
        authorName,
        authorDate && ago(authorDate, Date.now(), vscode.env.language),
        short,
      ]
        .filter((each) => each !== undefined)
        .join(' · '),
      iconPath: new vscode.ThemeIcon('git-commit'),
      version: () => Promise.resolve(versionInGit(repository, sidecar, hash, short)),
    };
  });
  const itemOf = (icon: string) => refItem(repository, sidecar, icon);
  const { t } = vscode.l10n;
  return [
    ...under(t('Commits that changed these annotations'), ofCommits),
    ...under(t('Branches'), refs.filter(({ type }) => type === 0).flatMap(itemOf('git-branch'))),
    ...under(
      t('Branches of Remotes'),
      refs.filter(({ type }) => type === 1).flatMap(itemOf('cloud')),
    ),
    ...under(t('Tags'), refs.filter(({ type }) => type === 2).flatMap(itemOf('tag'))),
  ];
}

const namespaces = { 0: 'refs/heads/', 1: 'refs/remotes/', 2: 'refs/tags/' } as const;

function refItem(repository: GitRepository, sidecar: vscode.Uri, icon: string) {
  return ({ type, name, commit }: GitRef): VersionItem[] => {
    if (name === undefined) return [];
    const version = versionInGit(repository, sidecar, namespaces[type] + name, name);
    return [
      {
        label: name,
        description: shortHash(commit ?? ''),
        iconPath: new vscode.ThemeIcon(icon),
        version: () => Promise.resolve(version),
      },
    ];
  };
}

/** The items below a line with their heading, where there are some. */
function under(label: string, items: readonly VersionItem[]): VersionItem[] {
  const { Separator } = vscode.QuickPickItemKind;
  return items.length > 0 ? [{ label, kind: Separator }, ...items] : [];
}

/** A sidecar that the user opens, or that of an article. */
async function pickFile(near: vscode.Uri): Promise<SidecarVersion | undefined> {
  const picked = await vscode.window.showOpenDialog({
    defaultUri: vscode.Uri.joinPath(near, '..'),
    openLabel: vscode.l10n.t('Compare'),
    title: vscode.l10n.t('A sidecar, or an article with one'),
  });
  const [file] = picked ?? [];
  if (!file) return undefined;
  const sidecar = articleUri(file) ? file : sidecarUri(file);
  if (!(await statIfThere(sidecar))) {
    throw new UserError(
      vscode.l10n.t('{0} has no annotations: there is no {1}.', nameOf(file), nameOf(sidecar)),
    );
  }
  return versionInFile(sidecar, nameOf(sidecar));
}
