import * as vscode from 'vscode';
import { disposeAll } from '../host/disposables';
import { Scheduler } from '../host/scheduler';

/** How long, in ms, files are gathered before it is looked whether folders are among them. */
const pause = 200;

/** Of more files than these it is not looked which are folders: some may be. */
const most = 50;

/** Calls back when folders have come, of which VS Code may tell without telling of what is in them. */
export function whenFoldersCome(come: () => void): vscode.Disposable {
  const created = new Map<string, vscode.Uri>();
  const look = async () => {
    const uris = [...created.values()];
    created.clear();
    if (uris.length > most || (await Promise.all(uris.map(isFolder))).includes(true)) come();
  };
  const afterPause = new Scheduler(pause, () => void look());
  const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, true);
  return disposeAll(
    watcher,
    afterPause,
    watcher.onDidCreate((uri) => {
      // Where files come all the time it would never be looked at those that came first.
      if (created.size === 0) afterPause.schedule();
      created.set(uri.toString(), uri);
    }),
  );
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.Directory) !== 0;
  } catch {
    return false; // it has gone again, or it cannot be said
  }
}
