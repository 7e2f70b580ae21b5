import type * as vscode from 'vscode';
import type { ThreeWays } from '../../core/merge/threeWays';
import { findRepository, type GitCommit, type GitRepository } from '../../host/git';

/** What the user calls the two sides of a merge: a branch, or a commit; none where nobody knows. */
export type SideNames = Pick<ThreeWays<string>, 'ours' | 'theirs'>;

/** What git calls the side that is merged into the other one, while it merges, applies again, picks. */
const theirHeads = ['MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];

/** Knows the names of the sides of merges: in a rebase, ours are not those of the user, whose commit is theirs. */
export class NamesOfSides {
  /** By the sidecars: git's marks go with the conflict that they name. */
  readonly #marked = new Map<string, SideNames>();

  /** Remembers what git's marks in a sidecar called the sides. */
  remember(sidecar: vscode.Uri, names: SideNames): void {
    const { ours, theirs } = names;
    this.#marked.set(sidecar.toString(), { ...(ours && { ours }), ...(theirs && { theirs }) });
  }

  /** The names, as far as they are known. Never throws. */
  async of(sidecar: vscode.Uri): Promise<SideNames> {
    const marked = this.#marked.get(sidecar.toString());
    const repository = await findRepository(sidecar).catch(() => undefined);
    const theirs = marked?.theirs ?? (repository && (await theirsIn(repository)));
    // Where nothing is being merged, the present branch is no side.
    const ours =
      marked?.ours && marked.ours !== 'HEAD'
        ? marked.ours
        : theirs && repository && (await oursIn(repository));
    return { ...(ours && { ours }), ...(theirs && { theirs }) };
  }
}

async function theirsIn(repository: GitRepository): Promise<string | undefined> {
  const { rebaseCommit } = repository.state;
  if (rebaseCommit) return nameOf(rebaseCommit);
  for (const head of theirHeads) {
    const commit = await repository.getCommit(head).catch(() => undefined);
    if (commit) return nameOf(commit);
  }
  return undefined;
}

async function oursIn(repository: GitRepository): Promise<string | undefined> {
  const { HEAD } = repository.state;
  if (HEAD?.name !== undefined) return HEAD.name;
  const commit = await repository.getCommit('HEAD').catch(() => undefined);
  return commit && nameOf(commit);
}

/** As git's marks name a commit. */
function nameOf({ hash, message }: GitCommit): string {
  const [subject = ''] = message.split('\n');
  return `${hash.slice(0, 7)} (${subject})`;
}
