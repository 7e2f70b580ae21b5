import * as vscode from 'vscode';
import type { Difference } from '../../core/diff/difference';
import { restoring } from '../../core/diff/restoring';
import { UserError } from '../../host/userError';
import type { ArticleStore } from '../../workspace/articleStore';
import type { Compared } from './comparison';
import { sentenceOf } from './sentences';

/**
 * Takes differences back, as one act that can be undone.
 * @throws {UserError} where there are none, or the sidecar cannot be written
 */
export async function restore(
  articles: ArticleStore,
  compared: Compared | undefined,
  differences: readonly Difference[],
): Promise<void> {
  if (!compared || differences.length === 0) {
    throw new UserError(vscode.l10n.t('Select rows of the comparison to restore them.'));
  }
  const { article, state } = compared;
  const change = restoring(differences, compared);
  await articles.applyAll('', [{ uri: article, file: state.file, state, change }]);
}

/** A difference as the link of a card says it: which it was, and what it said. */
export interface RestoreArgument {
  readonly index: number;
  readonly sentence: string;
}

/** The difference that a link means, if it is still there. */
export function differenceMeant(
  compared: Compared | undefined,
  { index, sentence }: RestoreArgument,
): readonly Difference[] {
  const difference = compared?.differences[index];
  return compared && difference && sentenceOf(difference, compared) === sentence
    ? [difference]
    : [];
}
