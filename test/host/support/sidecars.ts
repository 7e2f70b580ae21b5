import assert from 'assert';
import * as vscode from 'vscode';
import { closeAll, eventually, openArticle, sidecarOf, uriOf, write } from './workbench';

// Sidecars in editors, with names of their own: what other tests annotate is known in the corpus too.

export const text =
  '😀 Zoë Marlisa parla a 海 Brunello.\n“Piove”, dice la Marlisa, “ancora”. Smette?\n';

export const sidecarLines = [
  'chiosa: 1',
  'entities:',
  '  zoe-marlisa:',
  '    name: Zoë Marlisa',
  '    type: person',
  '    mentions:',
  '      - { exact: Zoë Marlisa }',
  '      - { exact: Marlisa, prefix: "la " }',
  'quotes:',
  '  - kind: direct',
  '    content:',
  '      - { exact: Piove }',
  '      - { exact: ancora }',
  '    cue: { exact: dice }',
  '    speaker: { entity: zoe-marlisa, exact: la Marlisa }',
  '',
];

/** An article, and an editor with its sidecar. */
export async function openSidecar(
  lines: readonly string[] = sidecarLines,
  words = text,
  eol = '\n',
) {
  const opened = await openArticle(words, { sidecar: lines.join(eol) });
  const document = await vscode.workspace.openTextDocument(opened.sidecar);
  const editor = await vscode.window.showTextDocument(document);
  return { ...opened, document, editor };
}

/** The position so many code units behind where a word begins. */
export function at(document: vscode.TextDocument, word: string, into = 1): vscode.Position {
  const offset = document.getText().indexOf(word);
  assert.ok(offset >= 0, `there is “${word}”`);
  return document.positionAt(offset + into);
}

export async function ask<T>(provider: string, document: vscode.TextDocument, ...rest: unknown[]) {
  return vscode.commands.executeCommand<T>(`vscode.execute${provider}`, document.uri, ...rest);
}

/** Another article of the corpus that describes and mentions somebody. */
export async function elsewhere(name: string, id: string, type = 'person'): Promise<vscode.Uri> {
  const article = uriOf(`altrove/${id}.txt`);
  await write(article, `Ecco ${name}.\n`);
  const record = `  ${id}:\n    name: ${name}\n    type: ${type}\n`;
  const mention = `    mentions:\n      - { exact: ${name} }\n`;
  await write(sidecarOf(article), `chiosa: 1\nentities:\n${record}${mention}`);
  await eventually(`${name} is known`, async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      name.replaceAll(' ', ''),
    );
    assert.ok(found.some((each) => each.name === name));
  });
  return article;
}

/** Closes the sidecar as it was saved last, and all else. */
export async function leaveSidecar(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await closeAll();
}
