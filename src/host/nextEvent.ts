import type * as vscode from 'vscode';

/** Waits until an event comes. @param patience at most so long, in ms */
export function nextEvent(event: vscode.Event<unknown>, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(end, patience);
    const listener = event(end);
  });
}
