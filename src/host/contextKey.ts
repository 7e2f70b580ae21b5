import * as vscode from 'vscode';

const last = new Map<string, boolean | string>();

/** Sets a context key, of which menus, keys and welcome texts depend, where its value is another one: cursors move all the time. */
export function setContext(key: string, value: boolean | string): void {
  if (last.get(key) === value) return;
  last.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
