import * as vscode from 'vscode';
import { disposeAll } from '../host/disposables';
import { settings } from './settings';

/** Registers a provider for the languages of articles, and again when the user changes which they are. */
export function registerForArticles(
  registerFor: (languages: readonly string[]) => vscode.Disposable,
): vscode.Disposable {
  let registration = registerFor(settings.articleLanguages.get());
  return disposeAll(
    {
      dispose: () => {
        registration.dispose();
      },
    },
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!settings.articleLanguages.isChangedBy(event)) return;
      registration.dispose();
      registration = registerFor(settings.articleLanguages.get());
    }),
  );
}
