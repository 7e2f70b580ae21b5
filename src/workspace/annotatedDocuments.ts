import * as vscode from 'vscode';
import type { AnnotationSet } from '../core/model/annotationSet';
import { areSameItems } from '../core/model/equal';
import type { Schema } from '../core/model/schema';
import type { ArticleText } from '../core/text/articleText';
import { DisposableStore } from '../host/disposables';
import { Scheduler } from '../host/scheduler';
import type { AnnotatedArticle } from './annotatedArticle';
import type { ArticleStore } from './articleStore';
import { patternOf } from './sidecarFile';

/** How long changes must rest, in ms, before VS Code is to ask anew. */
const rest = 300;

/**
 * Registers providers for the open articles that have annotations, and for no other document: VS Code does without
 * some of its own help where it knows of a provider at all. They are registered anew when annotations have
 * changed, since most providers cannot say so.
 */
export function registerForAnnotated(
  articles: ArticleStore,
  registerFor: (selector: vscode.DocumentFilter[]) => vscode.Disposable,
): vscode.Disposable {
  const store = new DisposableStore();
  let arrangements: readonly object[] = [];
  let registration: vscode.Disposable | undefined;
  const register = () => {
    const annotated = [...articles.all].filter(({ state }) => isAnnotated(state));
    const now = annotated.map(({ state }) => state.arrangement);
    if (areSameItems(now, arrangements)) return;
    arrangements = now;
    // The new ones come before the old ones go, so that there is never none.
    const next =
      now.length > 0
        ? registerFor(annotated.map(({ uri }) => ({ scheme: uri.scheme, pattern: patternOf(uri) })))
        : undefined;
    registration?.dispose();
    registration = next;
  };
  const afterRest = store.add(new Scheduler(rest, register));
  const changed = () => {
    afterRest.schedule();
  };
  store.add(articles.onDidChange(changed));
  store.add(articles.onDidClose(changed));
  store.add({
    dispose: () => {
      registration?.dispose();
    },
  });
  register();
  return store;
}

/** The annotations of an article, and the text that they stand in. */
export interface StandingAnnotations {
  readonly article: AnnotatedArticle;
  readonly set: AnnotationSet;
  readonly schema: Schema;
  readonly text: ArticleText;
}

/** The annotations of the article that a document shows; undefined where they do not stand in the text shown. */
export async function annotationsIn(
  articles: ArticleStore,
  document: vscode.TextDocument,
): Promise<StandingAnnotations | undefined> {
  const article = articles.get(document.uri);
  if (!article) return undefined;
  const known = standingIn(document, article);
  if (known) return known;
  // What was typed a moment ago may not have been looked at yet.
  await article.reload();
  return standingIn(document, article);
}

function standingIn(
  document: vscode.TextDocument,
  article: AnnotatedArticle,
): StandingAnnotations | undefined {
  const { file, set, schema } = article.state;
  if (!file) return undefined;
  const shown = document.getText();
  const text = document.eol === vscode.EndOfLine.CRLF ? shown.replaceAll('\r\n', '\n') : shown;
  return text === file.text.text ? { article, set, schema, text: file.text } : undefined;
}

function isAnnotated({ set }: { readonly set: AnnotationSet }): boolean {
  return set.mentions.length > 0 || set.quotes.length > 0;
}
