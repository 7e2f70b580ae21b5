import * as vscode from 'vscode';
import { isPlaced } from '../../core/model/annotationSet';
import { referenceAt } from '../../core/model/references';
import { setContext } from '../../host/contextKey';
import { toOffset } from '../../host/convert';
import { disposeAll } from '../../host/disposables';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import type { Services } from '../../workspace/services';
import { articleUri } from '../../workspace/sidecarFile';

/** The context keys that menus, keys and welcome texts of the manifest depend on. */
export function register({ active, articles, mode, schemas }: Services): vscode.Disposable {
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isInArticle = document !== undefined && articles.isArticle(document);
    setContext('chiosa.isArticle', isInArticle);
    setContext('chiosa.annotationMode', isInArticle && mode.isOn);
    setContext(
      'chiosa.isSidecar',
      document !== undefined && articleUri(document.uri) !== undefined,
    );
    const { article } = active;
    setContext('chiosa.hasArticle', article !== undefined);
    setContext('chiosa.atEntity', isAtEntity(article));
    setContext('chiosa.hasLost', article !== undefined && !isPlaced(article.state.set));
  };
  update();
  return disposeAll(
    active.onDidChange(update),
    mode.onDidChange(update),
    schemas.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) {
        setContext('chiosa.atEntity', isAtEntity(active.article));
      }
    }),
  );
}

/** Whether the cursor is on words of the article that refer to an entity. */
function isAtEntity(article: AnnotatedArticle | undefined): boolean {
  const editor = vscode.window.activeTextEditor;
  const { file, set } = article?.state ?? {};
  if (!editor || !file || !set) return false;
  // Its sidecar may be what the editor shows.
  if (editor.document.uri.toString() !== article?.uri.toString()) return false;
  const offset = toOffset(file.text, editor.selection.active);
  return referenceAt(set, offset) !== undefined;
}
