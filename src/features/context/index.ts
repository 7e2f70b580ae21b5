import * as vscode from 'vscode';
import { disposeAll } from '../../host/disposables';
import type { Services } from '../../workspace/services';

/** The context keys that menus, keys and welcome texts of the manifest depend on. */
export function register({ active }: Services): vscode.Disposable {
  const update = () => {
    const set = active.article?.state.set;
    void vscode.commands.executeCommand('setContext', 'chiosa.isArticle', set !== undefined);
    const isEmpty = set?.mentions.length === 0 && set.quotes.length === 0;
    void vscode.commands.executeCommand('setContext', 'chiosa.isUnannotated', isEmpty);
  };
  update();
  return disposeAll(active.onDidChange(update));
}
