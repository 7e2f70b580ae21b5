import * as vscode from 'vscode';
import { UserError } from '../host/userError';
import type { UseArticle } from './actHistory';
import { nameOf } from './sidecarFile';

/** The whole of an article’s sidecar, replaced by another: what cannot be said as a change of its annotations. */
export interface Replacement {
  readonly uri: vscode.Uri;
  /** What the sidecar holds; undefined where there is none. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/** @throws {UserError} where the sidecar holds something else by now, or cannot be written */
export function makeReplacement(use: UseArticle, replacement: Replacement): Promise<void> {
  const { uri, before, after } = replacement;
  return use(uri, async (article) => {
    if (await article.replaceSidecar(before, after)) return;
    throw new UserError(
      vscode.l10n.t(
        '{0} has been written otherwise meanwhile, so it was not replaced.',
        nameOf(article.sidecar),
      ),
    );
  });
}
