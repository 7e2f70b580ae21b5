import fs from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import process from 'node:process';
import * as vscode from 'vscode';

/** How often the profiler looks at what runs, in µs. */
const interval = 200;

/**
 * VS Code calls this as if it were tests. It marks the bare text the moment that VS Code tells of its editor:
 * earlier no extension can. When a file `start` stands in the folder of CHIOSA_BENCH, it records what the
 * extension host does until there is a file `stop`, and leaves `profile.json` there, with the time in ms at
 * which it began.
 */
export async function run(): Promise<void> {
  const folder = process.env['CHIOSA_BENCH'];
  if (folder === undefined) throw new Error('CHIOSA_BENCH names no folder');
  const mark = vscode.window.createTextEditorDecorationType({ fontStyle: 'italic' });
  const marking = vscode.window.onDidChangeVisibleTextEditors((editors) => {
    for (const editor of editors) {
      if (editor.document.fileName.endsWith('bare.txt')) {
        editor.setDecorations(mark, [new vscode.Range(0, 0, 0, 5)]);
      }
    }
  });
  await fileIn(folder, 'start');
  marking.dispose();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval });
  await session.post('Profiler.start');
  const began = Date.now();
  await fileIn(folder, 'stop');
  const { profile } = await session.post('Profiler.stop');
  fs.writeFileSync(path.join(folder, 'profile.json'), JSON.stringify({ began, profile }));
}

/** Waits for a file. */
async function fileIn(folder: string, name: string): Promise<void> {
  while (!fs.existsSync(path.join(folder, name))) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
