import * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables';
import { ActiveArticle } from './activeArticle';
import { AnnotationMode } from './annotationMode';
import { ArticleList } from './articleList';
import { ArticleStore } from './articleStore';
import { LastAct } from './lastAct';
import { SchemaStore } from './schemaStore';
import { CorpusIndex } from './corpusIndex';
import { SummaryFile } from './summaryFile';
import { TextMemory } from './textMemory';

/** What features share. */
export interface Services extends vscode.Disposable {
  readonly articles: ArticleStore;
  readonly active: ActiveArticle;
  readonly mode: AnnotationMode;
  readonly lastAct: LastAct;
  readonly context: vscode.ExtensionContext;
  readonly schemas: SchemaStore;
  /** All articles of the workspace. */
  readonly list: ArticleList;
  readonly corpus: CorpusIndex;
  readonly log: vscode.LogOutputChannel;
}

export function createServices(context: vscode.ExtensionContext): Services {
  const disposables = new DisposableStore();
  const log = disposables.add(vscode.window.createOutputChannel('Chiosa', { log: true }));
  const schemas = disposables.add(new SchemaStore());
  const list = disposables.add(new ArticleList(schemas));
  const memory = disposables.add(new TextMemory());
  const articles = disposables.add(new ArticleStore(schemas, memory, log));
  const active = disposables.add(new ActiveArticle(articles));
  const mode = disposables.add(new AnnotationMode(articles, log));
  const kept = new SummaryFile(context.storageUri);
  const corpus = disposables.add(new CorpusIndex(articles, schemas, kept, log));
  return {
    articles,
    active,
    mode,
    lastAct: new LastAct(),
    context,
    schemas,
    list,
    corpus,
    log,
    dispose: () => {
      disposables.dispose();
    },
  };
}
