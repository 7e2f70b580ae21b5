import * as vscode from 'vscode';
import { problem, startOfFile, type Problem } from '../core/check/problem';
import { UserError } from '../host/userError';

// What file systems say is in English or in their own words, so that of it only the code is shown.

/** Why a file system has refused, where there is a sentence for that. */
type Refusal = 'permission' | 'folder' | 'missing' | 'full' | 'unavailable';

/** By the codes of VS Code's file system errors and those of Node. */
const refusals: Readonly<Record<string, Refusal>> = {
  NoPermissions: 'permission',
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'permission',
  FileIsADirectory: 'folder',
  EISDIR: 'folder',
  FileNotFound: 'missing',
  FileNotADirectory: 'missing',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENOSPC: 'full',
  EDQUOT: 'full',
  Unavailable: 'unavailable',
};

/** The problem of a sidecar that its article is not there. */
export function missing(article: vscode.Uri): Problem {
  const { path } = article;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return problem('article-missing', startOfFile, { article: name });
}

/** The problem that a file cannot be read. */
export function unreadable(error: unknown): Problem {
  const reason = codeOf(error);
  const refusal = refusals[reason];
  if (refusal === 'permission' || refusal === 'folder' || refusal === 'unavailable') {
    return problem(`file-unreadable/${refusal}`, startOfFile);
  }
  return problem('file-unreadable', startOfFile, { reason });
}

/** What the user is told where a sidecar could not be written. `name` is that of the sidecar. */
export function unwritable(name: string, error: unknown): UserError {
  return new UserError(unwritableMessage(name, codeOf(error)), undefined, { cause: error });
}

function unwritableMessage(name: string, code: string): string {
  const { t } = vscode.l10n;
  const refusal = refusals[code];
  if (refusal === undefined) {
    return t('Nothing was annotated, because {0} could not be written ({1}).', name, code);
  }
  switch (refusal) {
    case 'permission':
      return t('Nothing was annotated, because {0} may not be written: see its permissions.', name);
    case 'folder':
      return t('Nothing was annotated, because {0} is a folder.', name);
    case 'missing':
      return t('Nothing was annotated, because the folder of {0} is not there any more.', name);
    case 'full':
      return t('Nothing was annotated, because there is no room left on the disk for {0}.', name);
    case 'unavailable':
      return t('Nothing was annotated, because the file system of {0} does not answer.', name);
  }
}

/** The code of an error: that of the system, which VS Code has only in the words of some, before its own. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '?';
  const ofSystem = /\b(E[A-Z]{2,}):/.exec(error.message)?.[1];
  return ofSystem ?? ('code' in error ? String(error.code) : error.name);
}
