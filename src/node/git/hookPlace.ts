import fs from 'node:fs/promises';
import path from 'node:path';
import type { HookRefusal } from '../../core/check/hookRefusals';
import { gitIn, gitPath, type Repository } from './repository';

/** Where the pre-commit check belongs, or why it cannot be put there. */
export type HookPlace = { readonly file: string } | { readonly refusal: HookRefusal };

/** Finds the pre-commit hook that git runs in a repository, if it is one that can be extended safely. */
export async function hookPlace(repository: Repository): Promise<HookPlace> {
  const hooks = await gitPath(repository, 'hooks');
  const shared = await hooksOfOthers(repository, hooks);
  if (shared) return { refusal: { reason: shared, file: hooks } };
  const husky = await huskyHook(hooks);
  const file = husky ?? path.join(hooks, 'pre-commit');
  const reason = await refusalOf(file, husky !== undefined);
  return reason ? { refusal: { reason, file } } : { file };
}

/** Why hooks are not of this repository alone; undefined where they are. */
async function hooksOfOthers(
  repository: Repository,
  hooks: string,
): Promise<HookRefusal['reason'] | undefined> {
  const scope = await hooksScope(repository);
  if (scope === 'unset') return undefined;
  if (scope === 'for-all') return 'for-all';
  const { root, commonFolder } = repository;
  const isInside = [root, commonFolder].some((folder) => isBelow(folder, hooks));
  return isInside ? undefined : 'outside';
}

/** For whom `core.hooksPath` is set; what is not known to be of this repository is taken for that of all. */
async function hooksScope(repository: Repository): Promise<'unset' | 'own' | 'for-all'> {
  const ask = (...which: readonly string[]) =>
    gitIn(repository, 'config', ...which, '--get', 'core.hooksPath');
  const { status, out } = await ask('--show-scope');
  if (status === 1) return 'unset';
  if (status === 0) return /^(?:local|worktree)\t/.test(out) ? 'own' : 'for-all';
  // git before 2.26 knows no scopes.
  const [local, inAll] = await Promise.all([ask('--local'), ask()]);
  if (inAll.status === 1) return 'unset';
  return inAll.status === 0 && local.status === 0 && local.out === inAll.out ? 'own' : 'for-all';
}

function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** The hook that husky 9 leaves to the user: what git runs is its own, made anew at each installation. */
async function huskyHook(hooks: string): Promise<string | undefined> {
  const isHusky = path.basename(hooks) === '_' && (await exists(path.join(hooks, 'h')));
  return isHusky ? path.join(path.dirname(hooks), 'pre-commit') : undefined;
}

/** Why lines cannot be put into a hook; undefined where they can. @param isSourced whether a shell reads it, whatever it begins with */
async function refusalOf(
  file: string,
  isSourced: boolean,
): Promise<HookRefusal['reason'] | undefined> {
  const stat = await fs.lstat(file).catch(() => undefined);
  if (!stat) return undefined;
  if (!stat.isFile()) return 'link';
  const content = await fs.readFile(file, 'latin1');
  const isShell = /^#! ?\S*\/(?:env +)?(?:ba|da|z|k|a)?sh(?: [^\n]*)?\n/.test(content);
  if (!isShell && !(isSourced && !content.startsWith('#!'))) return 'no-script';
  const isRun = isSourced || process.platform === 'win32' || (stat.mode & 0o111) !== 0;
  return isRun ? undefined : 'not-executable';
}

async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
