import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { IntervalHistogram } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { inParallel } from '../../../src/host/inParallel';

/** How long it took, in ms. */
export interface Renamed {
  readonly files: number;
  readonly rename: number;
  /** To read the same sidecars and write them, as many at a time. */
  readonly bare: number;
  /** To read the articles too, and to have each file synced before it takes the place of the old one. */
  readonly safe: number;
}

/** Renames an entity in all articles of the open folder, watching `delay` meanwhile. */
export async function renameEverywhere(entity: string, delay: IntervalHistogram): Promise<Renamed> {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  if (!root) throw new Error('no folder is open');
  const sidecars = sidecarsWith(root.uri.fsPath, entity);
  const [first] = sidecars;
  if (first === undefined) throw new Error(`no article has ${entity}`);
  const copies = copied(sidecars);
  try {
    const rounds: { bare: number; safe: number }[] = [];
    // The files are in memory, and the code is compiled, from the first round on.
    for (let round = 0; round < 3; round += 1) {
      const bare = await timeOf(copies, async (file) => {
        await fs.promises.writeFile(file, await fs.promises.readFile(file));
      });
      const safe = await timeOf(copies, async (file, index) => {
        await fs.promises.readFile((sidecars[index] ?? '').replace(/\.ann\.yaml$/, ''));
        const bytes = await fs.promises.readFile(file);
        const handle = await fs.promises.open(`${file}.tmp`, 'wx');
        await handle.writeFile(bytes);
        await handle.sync();
        await handle.close();
        await fs.promises.rename(`${file}.tmp`, file);
      });
      rounds.push({ bare, safe });
    }
    const least = (what: 'bare' | 'safe') => Math.min(...rounds.map((each) => each[what]));
    await vscode.window.showTextDocument(vscode.Uri.file(first.replace(/\.ann\.yaml$/, '')));
    await allAreKnown(sidecars.length);
    delay.enable();
    const start = performance.now();
    await vscode.commands.executeCommand('chiosa.renameEntity', {
      entity,
      id: entity,
      name: 'Diga',
    });
    const rename = performance.now() - start;
    delay.disable();
    const left = sidecars.filter((file) => !fs.readFileSync(file, 'utf8').includes('name: Diga\n'));
    if (left.length > 0) throw new Error(`not renamed in ${String(left.length)} articles`);
    return { files: sidecars.length, rename, bare: least('bare'), safe: least('safe') };
  } finally {
    fs.rmSync(path.dirname(copies[0] ?? ''), { recursive: true });
  }
}

function sidecarsWith(folder: string, entity: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ann.yaml'))
    .map((file) => path.join(folder, file))
    .filter((file) => fs.readFileSync(file, 'utf8').includes(`\n  ${entity}:\n`));
}

/** The same files where nobody watches them. */
function copied(files: readonly string[]): string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chiosa-bench-'));
  return files.map((file, i) => {
    const copy = path.join(folder, `${String(i)}.yaml`);
    fs.copyFileSync(file, copy);
    return copy;
  });
}

async function timeOf(
  files: readonly string[],
  act: (file: string, index: number) => Promise<void>,
): Promise<number> {
  const start = performance.now();
  await inParallel(files, act);
  return performance.now() - start;
}

/** Waits until the corpus has been read: what is measured is the renaming alone. */
async function allAreKnown(articles: number): Promise<void> {
  for (;;) {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Molo Vecchio',
    );
    const figures = `articles: ${String(articles)}`;
    if (symbols.some(({ containerName }) => containerName.endsWith(figures))) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
