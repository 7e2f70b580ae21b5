import * as vscode from 'vscode';
import { isPlaced } from '../../core/model/annotationSet';
import { disposeAll } from '../../host/disposables';
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
    set('chiosa.hasLost', article !== undefined && !isPlaced(article.state.set));
  };
  update();
  return disposeAll(
    active.onDidChange(update),
    mode.onDidChange(update),
    schemas.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

function set(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
