/** A file that differs from the last commit, as git tells of it. */
export interface ChangedFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  /** The id of its content in the last commit; undefined where that has no such file. */
  readonly headId?: string;
  /** Whether git is to be told of it before it can be committed. */
  readonly isUntracked: boolean;
  /** Whether it is no longer there, for git: where it is all the same, git is not to have it any more. */
  readonly isGone: boolean;
  /** Whether some of its changes are staged and others not. */
  readonly isStagedInPart: boolean;
  /** Whether a merge has left it to be decided. */
  readonly isInConflict: boolean;
}

/** What git is asked for: files that are new one by one, and one that was renamed as two, gone and new. */
export const statusArguments = [
  '--no-optional-locks',
  'status',
  '--porcelain=v2',
  '-z',
  '--untracked-files=all',
  '--no-renames',
];

/** Reads what git answers to `statusArguments`. Source: git-status(1), “Porcelain Format Version 2”. */
export function readStatus(answer: string): ChangedFile[] {
  const files = new Map<string, ChangedFile>();
  for (const entry of answer.split('\0')) {
    const file = readEntry(entry);
    if (!file) continue;
    const before = files.get(file.path);
    // Staged as gone, and there again: git finds it by the last commit.
    files.set(file.path, before ? { ...before, isGone: false, isStagedInPart: true } : file);
  }
  return [...files.values()];
}

function readEntry(entry: string): ChangedFile | undefined {
  const kind = entry.slice(0, 1);
  const plain = { isUntracked: false, isGone: false, isStagedInPart: false, isInConflict: false };
  if (kind === '?') return { ...plain, path: entry.slice(2), isUntracked: true };
  if (kind === 'u') return { ...plain, path: behind(entry, 10), isInConflict: true };
  if (kind !== '1') return undefined;
  const [, states = '', , , , , headId = ''] = entry.split(' ', 7);
  // Staged as new, and gone again.
  if (states === 'AD') return undefined;
  return {
    ...plain,
    path: behind(entry, 8),
    isGone: states === 'D.' || states.endsWith('D'),
    isStagedInPart: !states.includes('.'),
    ...(!/^0*$/.test(headId) && { headId }),
  };
}

/** What stands behind so many fields; it may have spaces itself. */
function behind(entry: string, fields: number): string {
  return entry.split(' ').slice(fields).join(' ');
}
