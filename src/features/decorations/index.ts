import * as vscode from 'vscode';
import type { Span } from '../../core/text/span';
import { toRange } from '../../host/convert';
import { DisposableStore } from '../../host/disposables';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import type { Services } from '../../workspace/services';
import { computeDecorations } from './computeDecorations';
import { createDecorationTypes, type DecorationTypes } from './decorationTypes';

/** Marks entities and quotes in the text of every visible article. */
export function register({ articles }: Services): vscode.Disposable {
  const store = new DisposableStore();
  const types = createDecorationTypes(store);
  const update = (editors: readonly vscode.TextEditor[]) => {
    for (const editor of editors) {
      const article = articles.get(editor.document.uri);
      if (article) decorate(editor, article, types);
    }
  };
  store.add(vscode.window.onDidChangeVisibleTextEditors(update));
  store.add(
    articles.onDidChange(({ uri }) => {
      update(vscode.window.visibleTextEditors.filter(({ document }) => sameUri(document.uri, uri)));
    }),
  );
  update(vscode.window.visibleTextEditors);
  return store;
}

function decorate(
  editor: vscode.TextEditor,
  { state }: AnnotatedArticle,
  types: DecorationTypes,
): void {
  const text = state.file?.text;
  const ranges = (spans: readonly Span[]) => (text ? spans.map((span) => toRange(text, span)) : []);
  const computed = computeDecorations(state.set);
  // Types that this project does not know look like “other”.
  const unknown = [...computed.entities.keys()].filter((type) => !types.entities.has(type));
  for (const [type, decoration] of types.entities) {
    const own = [type, ...(type === 'other' ? unknown : [])];
    editor.setDecorations(
      decoration,
      own.flatMap((id) => ranges(computed.entities.get(id) ?? [])),
    );
  }
  editor.setDecorations(types.quote, ranges(computed.quotes));
  editor.setDecorations(types.quoteStart, ranges(computed.quoteStarts));
  editor.setDecorations(types.quoteEnd, ranges(computed.quoteEnds));
  editor.setDecorations(types.cue, ranges(computed.cues));
  editor.setDecorations(types.speaker, ranges(computed.speakers));
}

function sameUri(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
