import type * as vscode from 'vscode';
import type { ThreeWays } from '../../core/merge/threeWays';
import { findRepository, type GitCommit, type GitRepository } from '../../host/git';
import { shortHash, firstLineOf } from '../../workspace/sidecarVersions';

/** What the user calls the two sides of a merge: a branch, or a commit; none where nobody knows. */
export type SideNames = Pick<ThreeWays<string>, 'ours' | 'theirs'>;

/** What git calls the side that is merged into the other one, while it merges, applies again, picks. */
const theirHeads = ['MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];

/** What git's marks called the sides, and when. */
interface MarkedNames {
  readonly names: SideNames;
  readonly moment: string;
}

/** Knows the names of the sides of merges: in a rebase, ours are not those of the user, whose commit is theirs. */
export class NamesOfSides {
  /** By the sidecars: git's marks go with the conflict that they name. */
  readonly #marked = new Map<string, MarkedNames>();

  /** Remembers what git's marks in a sidecar call the sides, as long as the same is being merged. Never throws. */
  async remember(sidecar: vscode.Uri, { ours, theirs }: SideNames): Promise<void> {
    const names = { ...(ours && { ours }), ...(theirs && { theirs }) };
    const moment = await momentOf(await repositoryOf(sidecar));
    this.#marked.set(sidecar.toString(), { names, moment });
  }

  /** The names, as far as they are known. Never throws. */
  async of(sidecar: vscode.Uri): Promise<SideNames> {
    const repository = await repositoryOf(sidecar);
    const known = this.#marked.get(sidecar.toString());
    const marked = known?.moment === (await momentOf(repository)) ? known.names : {};
    const theirs = marked.theirs ?? (repository && (await theirsIn(repository)));
    // Where nothing is being merged, the present branch is no side.
    const ours =
      marked.ours && marked.ours !== 'HEAD'
        ? marked.ours
        : theirs && repository && (await oursIn(repository));
    return { ...(ours && { ours }), ...(theirs && { theirs }) };
  }
}

async function repositoryOf(sidecar: vscode.Uri): Promise<GitRepository | undefined> {
  return findRepository(sidecar).catch(() => undefined);
}

/** What is being merged, as the commits of both sides; empty where there is no git. */
async function momentOf(repository: GitRepository | undefined): Promise<string> {
  if (!repository) return '';
  const sides = [await commitOf(repository, 'HEAD'), await theirCommit(repository)];
  return sides.map((commit) => commit?.hash ?? '').join(' ');
}

async function theirsIn(repository: GitRepository): Promise<string | undefined> {
  const commit = await theirCommit(repository);
  return commit && markOf(commit);
}

async function theirCommit(repository: GitRepository): Promise<GitCommit | undefined> {
  const { rebaseCommit } = repository.state;
  if (rebaseCommit) return rebaseCommit;
  for (const head of theirHeads) {
    const commit = await commitOf(repository, head);
    if (commit) return commit;
  }
  return undefined;
}

async function oursIn(repository: GitRepository): Promise<string | undefined> {
  const { HEAD } = repository.state;
  if (HEAD?.name !== undefined) return HEAD.name;
  const commit = await commitOf(repository, 'HEAD');
  return commit && markOf(commit);
}

async function commitOf(repository: GitRepository, name: string): Promise<GitCommit | undefined> {
  return repository.getCommit(name).catch(() => undefined);
}

/** As git's marks name a commit. */
function markOf(commit: GitCommit): string {
  return `${shortHash(commit.hash)} (${firstLineOf(commit)})`;
}
