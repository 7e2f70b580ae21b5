import type * as vscode from 'vscode';
import { looksIntoBareArticles, mayHaveRows } from '../../core/concordance/articleFilter';
import type { Query } from '../../core/concordance/query';
import { byPath } from '../../workspace/articleFiles';
import type { Services } from '../../workspace/services';
import { articleOfKey } from '../../workspace/sidecarFile';

/**
 * The articles that can have rows, by path: those whose sidecars say what the query asks for; for words alone, all.
 * @param searched articles that were searched before: of what has just been done in them, sidecars may not be known yet
 * @throws {vscode.CancellationError} where the user cancels
 */
export async function articlesToSearch(
  { corpus, list }: Services,
  query: Query,
  searched: readonly vscode.Uri[],
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  if (looksIntoBareArticles(query)) return list.now();
  const known = await corpus.whole(token);
  const fitting = [...known.articles]
    .filter((key) => mayHaveRows(query, known.summaryOf(key)))
    .flatMap((key) => articleOfKey(key) ?? []);
  return byPath([...fitting, ...searched]);
}
