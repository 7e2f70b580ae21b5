import type * as vscode from 'vscode';
import { disposeAll } from '../../host/disposables';
import { Scheduler } from '../../host/scheduler';
import type { ArticleList } from '../../workspace/articleList';
import type { CorpusIndex } from '../../workspace/corpusIndex';

/** How long the corpus must rest, in ms, before files are looked up: reading it comes first. */
const rest = 500;

/**
 * Has the articles looked up once the corpus is known, and again when others come or go, so that who searches all of them
 * for words need not wait for that.
 */
export function keepListed(
  corpus: Pick<CorpusIndex, 'onDidLearn'>,
  list: Pick<ArticleList, 'now' | 'onDidChange'>,
): vscode.Disposable {
  const lookUp = new Scheduler(rest, () => {
    // Who searches then is told why it fails.
    list.now().catch(() => undefined);
  });
  const soon = () => {
    lookUp.schedule();
  };
  return disposeAll(lookUp, corpus.onDidLearn(soon), list.onDidChange(soon));
}
