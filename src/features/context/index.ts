import * as vscode from 'vscode';
import { isPlaced } from '../../core/model/annotationSet';
import { referenceAt } from '../../core/model/references';
import { toOffset } from '../../host/convert';
import { disposeAll } from '../../host/disposables';
import type { ArticleState } from '../../workspace/articleState';
import type { Services } from '../../workspace/services';

/** The context keys that menus, keys and welcome texts of the manifest depend on. */
export function register({ active, articles, mode, schemas }: Services): vscode.Disposable {
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isInArticle = document !== undefined && articles.isArticle(document);
    set('chiosa.isArticle', isInArticle);
    set('chiosa.annotationMode', isInArticle && mode.isOn);
    const { article } = active;
    set('chiosa.hasArticle', article !== undefined);
    set('chiosa.atEntity', isAtEntity(article?.state));
    set('chiosa.hasLost', article !== undefined && !isPlaced(article.state.set));
  };
  update();
  return disposeAll(
    active.onDidChange(update),
    mode.onDidChange(update),
    schemas.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) {
        set('chiosa.atEntity', isAtEntity(active.article?.state));
      }
    }),
  );
}

/** Whether the cursor is on words that refer to an entity. */
function isAtEntity(state: ArticleState | undefined): boolean {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !state?.file) return false;
  const offset = toOffset(state.file.text, editor.selection.active);
  return referenceAt(state.set, offset) !== undefined;
}

function set(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
