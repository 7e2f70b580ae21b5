import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import * as vscode from 'vscode';
import { blobId } from '../../src/core/text/blobId';

/** What is put into the article and taken out again, by turns. No other place of it has this word. */
const word = 'Intanto ';

/**
 * VS Code calls this as if it were tests. It has the article open, and whenever a file `go` stands in the folder
 * of CHIOSA_KILL, it edits and saves it. A file `saving` then says that the save begins, and a file `saved` that
 * the sidecar belongs to the new text; `saved` is also there once the article is open. It ends when it is killed.
 */
export async function run(): Promise<void> {
  const control = process.env['CHIOSA_KILL'];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (control === undefined || !folder) throw new Error('CHIOSA_KILL or the folder is missing');
  const tell = (name: string) => {
    fs.writeFileSync(path.join(control, name), '');
  };
  const article = vscode.Uri.joinPath(folder, 'long.txt');
  const document = await vscode.workspace.openTextDocument(article);
  await vscode.window.showTextDocument(document);
  await vscode.extensions.getExtension('chiosa.chiosa')?.activate();
  tell('saved');
  for (;;) {
    await until(() => fs.existsSync(path.join(control, 'go')));
    fs.rmSync(path.join(control, 'go'));
    await edit(document);
    tell('saving');
    if (!(await document.save())) throw new Error('the article was not saved');
    const id = blobId(new TextEncoder().encode(document.getText()));
    await until(() => fs.readFileSync(`${article.fsPath}.ann.yaml`, 'utf8').includes(id));
    tell('saved');
  }
}

/** Puts the word before a paragraph in the middle, so that annotations move and one has another context, or takes it out. */
async function edit(document: vscode.TextDocument): Promise<void> {
  const text = document.getText();
  const at = text.indexOf(word);
  const change = new vscode.WorkspaceEdit();
  if (at === -1) {
    const middle = text.indexOf('\n\n', text.length / 2) + 2;
    change.insert(document.uri, document.positionAt(middle), word);
  } else {
    const there = new vscode.Range(document.positionAt(at), document.positionAt(at + word.length));
    change.delete(document.uri, there);
  }
  if (!(await vscode.workspace.applyEdit(change))) throw new Error('the edit was not made');
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
