import * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables';
import { ActiveArticle } from './activeArticle';
import { ArticleStore } from './articleStore';

/** What features share. */
export interface Services extends vscode.Disposable {
  readonly articles: ArticleStore;
  readonly active: ActiveArticle;
  readonly log: vscode.LogOutputChannel;
}

export function createServices(): Services {
  const disposables = new DisposableStore();
  const log = disposables.add(vscode.window.createOutputChannel('Chiosa', { log: true }));
  const articles = disposables.add(new ArticleStore());
  const active = disposables.add(new ActiveArticle(articles));
  return {
    articles,
    active,
    log,
    dispose: () => {
      disposables.dispose();
    },
  };
}
