import * as vscode from 'vscode';
import type { CommittedArticle } from '../../core/diff/commitMessage';
import { diffVersions } from '../../core/diff/diffVersions';
import { summaryOf, type SummaryItem } from '../../core/diff/summary';
import { readArticle } from '../../core/sidecar/articleFile';
import { sidecarPath } from '../../core/sidecar/location';
import type { BlobId } from '../../core/text/blobId';
import { inParallel } from '../../host/inParallel';
import type { Watch } from '../../host/progress';
import { UserError } from '../../host/userError';
import { wholeContent } from '../../workspace/articleState';
import type { RepositoryGit } from '../../workspace/repositoryGit';
import { readFileIfThere, statIfThere } from '../../workspace/sidecarFile';
import { changedArticles, filesOf, type ChangedArticle } from './changedArticles';
import { readStatus, statusArguments, type ChangedFile } from './gitStatus';

/**
 * The articles of a repository that differ from the last commit, by path.
 * @throws {UserError} with git’s own words @throws what a file system says
 */
export async function changedIn(
  git: RepositoryGit,
  token: vscode.CancellationToken,
): Promise<ChangedArticle[]> {
  const files = await onDisk(git, readStatus(await statusOf(git, token)));
  const annotated = new Set<string>();
  await inParallel(files, async ({ path }) => {
    if (await statIfThere(git.uriOf(sidecarPath(path)))) annotated.add(path);
  });
  return changedArticles(files, annotated);
}

async function statusOf(git: RepositoryGit, token: vscode.CancellationToken): Promise<string> {
  try {
    return await git.run(statusArguments, { token });
  } catch (error) {
    if (!(error instanceof Error) || error instanceof vscode.CancellationError) throw error;
    const folder = git.repository.rootUri.fsPath;
    throw new UserError(
      vscode.l10n.t('git cannot tell what has changed in {0}. It says: {1}', folder, error.message),
    );
  }
}

/**
 * The files that are on the disk as git says of them. Those that are not there, and not gone, are outside of a sparse checkout;
 * those that are gone for git, and there, are no longer for git to have. Both are left as they are.
 */
async function onDisk(git: RepositoryGit, files: readonly ChangedFile[]): Promise<ChangedFile[]> {
  const asSaid = new Set<ChangedFile>();
  await inParallel(files, async (file) => {
    const isThere = (await statIfThere(git.uriOf(file.path))) !== undefined;
    if (file.isInConflict || isThere !== file.isGone) asSaid.add(file);
  });
  return files.filter((file) => asSaid.has(file));
}

/** A changed article, and what has changed of its annotations. */
export interface ComparedArticle extends ChangedArticle, CommittedArticle {
  readonly uri: vscode.Uri;
  /** Whether both versions of the sidecar could be read wholly: otherwise it is not known what has changed. */
  readonly isCompared: boolean;
}

/** Compares the sidecars of articles with those of the last commit by meaning. @throws as `changedIn` */
export async function compareAll(
  git: RepositoryGit,
  articles: readonly ChangedArticle[],
  watch: Watch,
): Promise<ComparedArticle[]> {
  const compared: ComparedArticle[] = [];
  await inParallel(articles, async (article, index) => {
    watch.step(index, articles.length);
    compared[index] = await compare(git, article);
  });
  return compared;
}

async function compare(git: RepositoryGit, changed: ChangedArticle): Promise<ComparedArticle> {
  const { path, sidecar } = changed;
  const uri = git.uriOf(path);
  const words = await readFileIfThere(uri);
  const now = sidecar && (await readFileIfThere(git.uriOf(sidecar.path)));
  const items = sidecar ? await itemsOf(git, sidecar.headId, now, uri, words) : [];
  return {
    ...changed,
    uri,
    name: path.slice(path.lastIndexOf('/') + 1),
    isRemoved: sidecar?.isGone === true,
    isCompared: items !== undefined,
    items: items ?? [],
  };
}

/** What differs in a sidecar; undefined where one of its versions cannot be read wholly. */
async function itemsOf(
  git: RepositoryGit,
  headId: string | undefined,
  now: Uint8Array | undefined,
  article: vscode.Uri,
  words: Uint8Array | undefined,
): Promise<SummaryItem[] | undefined> {
  const old = headId === undefined ? undefined : await git.readBlob(headId);
  if (headId !== undefined && !old) return undefined;
  const [before, after] = [wholeContent(old).parsed, wholeContent(now).parsed];
  if (!before || !after) return undefined;
  const beside = words && readArticle(words).article;
  const readText = (id: BlobId) => git.readBlob(id, beside && article);
  return summaryOf(await diffVersions(before, after, beside, readText));
}

/** The paths of what a commit of these articles takes, and of what git does not know yet. */
export function pathsOf(articles: readonly ChangedArticle[]): {
  readonly all: readonly string[];
  readonly untracked: readonly string[];
} {
  const files = articles.flatMap(filesOf);
  return {
    all: files.map(({ path }) => path),
    untracked: files.filter(({ isUntracked }) => isUntracked).map(({ path }) => path),
  };
}
