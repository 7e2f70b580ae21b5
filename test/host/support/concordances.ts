import assert from 'assert';
import * as vscode from 'vscode';
import { eventually, run, sidecarOf, until, uriOf, write } from './workbench';

// What tests of concordances do over and over.

/** An article that no editor shows, with what its sidecar says, in YAML below `chiosa: 1`. */
export async function closedArticle(
  name: string,
  text: string,
  says?: string,
): Promise<vscode.Uri> {
  await write(uriOf(`concordanza/${name}`), text);
  const article = uriOf(`concordanza/${name}`);
  if (says !== undefined) await write(sidecarOf(article), `chiosa: 1\n${says}`);
  return article;
}

/** The concordance that is shown, once it is whole. */
async function shown(): Promise<vscode.TextEditor> {
  return until('a whole concordance is shown', async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== 'chiosa-concordance') return undefined;
    const isWhole = /^(?:Rows:|Nothing found)/m.test(editor.document.getText());
    // One that was there before shows what was found then until the new search is over.
    return isWhole && !(await lenses(editor)).includes('Stop') ? editor : undefined;
  });
}

/** What can be clicked above a concordance. */
export async function lenses({ document }: vscode.TextEditor): Promise<string[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
  );
  return all.flatMap(({ command }) => command?.title ?? []);
}

export async function concordance(query: string): Promise<vscode.TextEditor> {
  await run('concordance', { query });
  return shown();
}

/** The rows as they are read: columns parted by bars, without the spaces that align them. */
export function rows({ document }: vscode.TextEditor): string[] {
  return document
    .getText()
    .split('\n')
    .slice(3)
    .filter((line) => line !== '')
    .map((line) =>
      line
        .split('│')
        .map((cell) => cell.trim())
        .join('|'),
    );
}

/**
 * The keywords, once the concordance has so many rows. Of articles that were written a moment ago VS Code may not have told
 * when it was made; then it says so, and is run again.
 */
export async function keywords(editor: vscode.TextEditor, count: number): Promise<string[]> {
  await eventually('the rows', async () => {
    const isRight = rows(editor).length === count;
    const isStale = (await lenses(editor)).some((each) => each.includes('Run Again'));
    if (!isRight && isStale) await run('runConcordanceAgain');
    assert.match(editor.document.lineAt(1).text, /^(?:Rows:|Nothing found)/);
    assert.equal(rows(editor).length, count, editor.document.getText());
  });
  return rows(editor).map((row) => row.split('|')[2] ?? '');
}

/** Selects the lines of some rows, from 0, with a cursor each. */
export function selectRows(editor: vscode.TextEditor, ...indices: readonly number[]): void {
  editor.selections = indices.map((index) => new vscode.Selection(index + 3, 2, index + 3, 2));
}

/** Whether the corpus knows that an entity is mentioned in so many articles. */
export async function isKnown(name: string, articles: number): Promise<boolean> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    name,
  );
  return found.some(({ containerName }) => containerName.includes(`articles: ${String(articles)}`));
}
