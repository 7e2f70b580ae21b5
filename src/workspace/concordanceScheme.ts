import * as vscode from 'vscode';

/** The scheme of concordances, which are documents that stand nowhere. */
export const concordanceScheme = 'chiosa-concordance';

/** Whether the user works in a concordance. */
export function isInConcordance(): boolean {
  return vscode.window.activeTextEditor?.document.uri.scheme === concordanceScheme;
}
