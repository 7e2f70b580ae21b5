import assert from 'assert';
import path from 'node:path';
import * as vscode from 'vscode';
import { runCli } from '../../../src/cli/main';
import type { ShownArticle } from '../../support/cli';
import { folder, until } from './workbench';

// The command line and VS Code, which have to find the same.

/** Runs `chiosa` in the open folder. */
export async function cli(
  ...args: string[]
): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const status = await runCli(args, {
    cwd: folder().fsPath,
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { status, out, err };
}

/** What `chiosa show` says of an article. */
export async function shown(uri: vscode.Uri): Promise<ShownArticle> {
  const { out } = await cli('show', path.basename(uri.path), '--format', 'jsonl');
  return JSON.parse(out) as ShownArticle;
}

/** VS Code, having read it all anew, shows a card at each place that the command line names. */
export async function everyPlaceHasItsCard(
  editor: vscode.TextEditor,
  article: ShownArticle,
): Promise<void> {
  const cardsAt = async (offset: number) => {
    // These articles have no characters beyond U+FFFF, so code points and UTF-16 code units are the same.
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      editor.document.positionAt(offset + 1),
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
  };
  const [first] = article.entities;
  await until('the article is read', async () => first && (await cardsAt(first.start)) !== '');
  for (const { start, type } of article.entities) {
    assert.match(await cardsAt(start), new RegExp(type, 'i'), String(start));
  }
  for (const { content } of article.quotes) {
    for (const [start] of content) assert.match(await cardsAt(start), /quote\*\*/, String(start));
  }
}
