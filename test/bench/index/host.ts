import fs from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import * as vscode from 'vscode';
import { renameEverywhere, type Renamed } from './rename';

/**
 * VS Code calls this as if it were tests. It watches how long the extension host keeps keys waiting until a file
 * `stop` stands in the folder of CHIOSA_BENCH, or while it renames the entity that a file `rename` names, and
 * leaves `host.json` there.
 */
export async function run(): Promise<void> {
  const folder = process.env['CHIOSA_BENCH'];
  if (folder === undefined) throw new Error('CHIOSA_BENCH names no folder');
  const has = (name: string) => fs.existsSync(path.join(folder, name));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let renamed: Renamed | undefined;
  if (has('rename')) {
    const entity = fs.readFileSync(path.join(folder, 'rename'), 'utf8');
    renamed = await renameEverywhere(entity, delay);
  } else {
    const [article] = await vscode.workspace.findFiles('**/*.txt', undefined, 1);
    delay.enable();
    // The corpus is read when somebody works in it.
    if (article) await vscode.window.showTextDocument(article);
    while (!has('stop')) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  delay.disable();
  const inMs = (nanoseconds: number) => nanoseconds / 1e6;
  const measured = {
    longestDelay: inMs(delay.max),
    delay: inMs(delay.percentile(99)),
    memory: process.memoryUsage().rss / 1e6,
    ...renamed,
  };
  fs.writeFileSync(path.join(folder, 'host.json'), JSON.stringify(measured));
}
