import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import { readFileIfThere } from '../../workspace/sidecarFile';
import type { Services } from '../../workspace/services';

/** The article to try Chiosa on, in Italian for whoever reads VS Code in Italian, else in English. */
export function register({ context, log }: Services): vscode.Disposable {
  return registerCommand('chiosa.openSample', log, async () => {
    const language = vscode.env.language === 'it' ? 'it' : 'en';
    const name = `sample.${language}.news`;
    const source = vscode.Uri.joinPath(context.extensionUri, 'media', 'walkthrough', name);
    // A copy of the user's own, kept once it is there: the folder of the extension is replaced with each update.
    const copy = vscode.Uri.joinPath(context.globalStorageUri, name);
    if ((await readFileIfThere(copy)) === undefined) {
      await vscode.workspace.fs.writeFile(copy, await vscode.workspace.fs.readFile(source));
    }
    await vscode.window.showTextDocument(copy, { viewColumn: vscode.ViewColumn.Beside });
  });
}
