import * as vscode from 'vscode';
import { textTerms, type Query } from '../../core/concordance/query';
import { hasAll } from '../../core/concordance/textSearch';
import type { ArticleText } from '../../core/text/articleText';
import { inParallel } from '../../host/inParallel';
import type { Watch } from '../../host/progress';
import { lookAt } from '../../workspace/articleFiles';
import type { ArticleStore, CorpusArticle } from '../../workspace/articleStore';
import type { LeftOut } from '../../workspace/leftOut';
import type { Found } from './found';

/** What is told of a search. */
export interface SearchListener {
  /** The first rows are there. The search goes on when this is over. */
  onFirstRows(): Promise<void>;
  /** Another article has been read. */
  onRead(): void;
}

/**
 * Reads articles in their order into what is found: one at first, and while nothing is found twice as many each time, so
 * that the first rows need not wait until VS Code has given the other files.
 * @throws {vscode.CancellationError} where the user cancels, or enough is found
 */
export async function searchIn(
  articles: ArticleStore,
  uris: readonly vscode.Uri[],
  found: Found,
  watch: Watch,
  listener: SearchListener,
): Promise<void> {
  found.expect(uris);
  const leftOut = new Map<vscode.Uri, readonly LeftOut[]>();
  const mayBeFound = textFilter(found.query);
  const take = (article: CorpusArticle) => {
    found.take(article);
    return [];
  };
  const read = async (uri: vscode.Uri) => {
    watch.step(found.read + leftOut.size, uris.length);
    const looked = await lookAt(articles, uri, take, mayBeFound);
    if (looked.leftOut.length > 0) leftOut.set(uri, looked.leftOut);
    else found.pass(uri);
    if (found.isFull) throw new vscode.CancellationError();
    listener.onRead();
  };
  let rest = uris;
  for (let count = 1; rest.length > 0 && found.rowCount === 0; count *= 2) {
    const later: vscode.Uri[] = [];
    await inParallel(rest.slice(0, count), async (uri) => {
      if (found.rowCount > 0) later.push(uri);
      else await read(uri);
    });
    rest = [...later, ...rest.slice(count)];
  }
  if (found.rowCount > 0) await listener.onFirstRows();
  await inParallel(rest, read);
  found.leftOut = uris
    .flatMap((uri) => leftOut.get(uri) ?? [])
    .filter(({ problem }) => problem?.code !== 'article-missing');
}

/** Says which texts have what is looked for, where that is words: the sidecars of others need not be read. */
function textFilter(query: Query): ((text: ArticleText) => boolean) | undefined {
  const terms = textTerms(query);
  return terms.length > 0 ? (text) => hasAll(text, terms) : undefined;
}
