import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import * as vscode from 'vscode';

/** In ms: until the first rows were there, and until all were, for each thing of a kind that was asked for. */
interface Asked {
  readonly what: string;
  /** Until an editor was there that said what is sought, with rows or without. */
  readonly panel?: readonly number[];
  readonly first: readonly number[];
  readonly whole: readonly number[];
  /** How many rows there were, in all. */
  readonly found: number;
}

/** What is typed into Ctrl+T: names, surnames, beginnings of names, and letters. */
const people = ['Barack Obama', 'Hillary Clinton', 'Clinton', 'Trump', 'Jo', 'Mar', 'e', 'a'];

/** Each is asked for once: what has been found is kept for a while. */
const queries: Readonly<Record<string, readonly string[]>> = {
  'mentions of an entity': ['donald-trump', 'hillary-clinton', 'bernie-sanders', 'ted-cruz'].map(
    (id) => `entity:${id}`,
  ),
  'quotes by speaker': ['donald-trump', 'hillary-clinton', 'bernie-sanders', 'ted-cruz'].map(
    (id) => `speaker:${id}`,
  ),
  'a word': ['campaign', 'voters', 'senator', 'money'],
  'a regular expression': ['/vot(?:er|ing)s?/', '/[Tt]rumps?/', '/repub\\w+/', '/19\\d\\d/'],
  'quotes by kind': ['kind:indirect', 'kind:direct', 'kind:mixed'],
};

/**
 * VS Code calls this as if it were tests. It has the corpus read, waits for a file `go` in the folder of CHIOSA_BENCH,
 * asks for people and concordances, leaves `host.json` there and waits for a file `stop`.
 */
export async function run(): Promise<void> {
  const folder = process.env['CHIOSA_BENCH'];
  if (folder === undefined) throw new Error('CHIOSA_BENCH names no folder');
  await vscode.extensions.getExtension('chiosa.chiosa')?.activate();
  await symbols('');
  while (!fs.existsSync(path.join(folder, 'go'))) await pause(100);
  const asked = [await askedForPeople()];
  for (const what of Object.keys(queries)) asked.push(await askedForConcordances(what));
  fs.writeFileSync(path.join(folder, 'host.json'), JSON.stringify(asked));
  while (!fs.existsSync(path.join(folder, 'stop'))) await pause(100);
}

async function askedForPeople(): Promise<Asked> {
  const times: number[] = [];
  let found = 0;
  for (const name of people) {
    const start = performance.now();
    found += (await symbols(name)).length;
    times.push(performance.now() - start);
  }
  return { what: 'Ctrl+T', first: times, whole: times, found };
}

async function askedForConcordances(what: string): Promise<Asked> {
  const panel: number[] = [];
  const first: number[] = [];
  const whole: number[] = [];
  let found = 0;
  for (const query of queries[what] ?? []) {
    const shown = await concordance(query);
    panel.push(shown.panel);
    first.push(shown.first);
    whole.push(shown.whole);
    found += shown.rows;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await pause(300);
  }
  return { what, panel, first, whole, found };
}

/** In ms: until its editor was there, until the first rows were, until all were; and how many these were. */
interface Shown {
  readonly panel: number;
  readonly first: number;
  readonly whole: number;
  readonly rows: number;
}

/** Opens a concordance and waits until VS Code has all its rows. */
async function concordance(query: string): Promise<Shown> {
  const start = performance.now();
  let panel: number | undefined;
  let first: number | undefined;
  const look = ({ document }: vscode.TextEditor) => {
    if (document.languageId !== 'chiosa-concordance') return undefined;
    const rows = document.lineCount - 4; // without the heading and the last, empty line
    const now = performance.now() - start;
    panel ??= now;
    if (rows > 0) first ??= now;
    const isWhole = first !== undefined && document.lineAt(1).text.startsWith('Rows:');
    return isWhole ? { panel, first: first ?? now, whole: now, rows } : undefined;
  };
  const opened = vscode.commands.executeCommand('chiosa.concordance', { query });
  for (;;) {
    const { activeTextEditor: editor } = vscode.window;
    const shown = editor && look(editor);
    if (shown) {
      await opened;
      return shown;
    }
    if (performance.now() - start > 20_000) throw new Error(`${query} finds nothing`);
    await pause(1);
  }
}

const symbols = (query: string) =>
  vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
