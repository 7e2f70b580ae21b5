import type * as vscode from 'vscode';
import type { Change } from '../core/model/change';
import { withProgress } from '../host/progress';
import { lookAtEach } from './articleFiles';
import type { ArticleStore, CorpusArticle } from './articleStore';

/**
 * Makes a change in each of the articles that `find` gives, open or not, as one act.
 * @param title says what is done while it takes long, and then that it is
 * @throws as `ArticleStore.applyAll`
 */
export async function changeArticles(
  articles: ArticleStore,
  title: string,
  find: (token: vscode.CancellationToken) => Promise<readonly vscode.Uri[]>,
  changeOf: (article: CorpusArticle) => Change,
): Promise<void> {
  const { found, leftOut } = await withProgress(title, (watch) =>
    lookAtEach(articles, watch, find, (each) => [{ ...each, change: changeOf(each) }]),
  );
  await articles.applyAll(title, found, leftOut);
}
