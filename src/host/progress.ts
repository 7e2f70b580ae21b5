import * as vscode from 'vscode';

/** How long a task may take, in ms, before it shows how far it is. */
const patience = 1000;

/** How a task is watched. */
export interface Watch {
  /** Tells that `done` of `all` steps are done. @throws {vscode.CancellationError} where the user has cancelled */
  step(done: number, all: number): void;
  readonly token: vscode.CancellationToken;
}

/** A watch that shows each step, and ends the task at the next one where the user has cancelled. */
export function watchOf(
  token: vscode.CancellationToken,
  show: (done: number, all: number) => void,
): Watch {
  return {
    token,
    step(done, all) {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      show(done, all);
    },
  };
}

/** Never resolves. @throws {vscode.CancellationError} when the user cancels */
export function cancelled(token: vscode.CancellationToken): Promise<never> {
  return new Promise((_, reject) => {
    token.onCancellationRequested(() => {
      reject(new vscode.CancellationError());
    });
  });
}

/** Runs a task. One that takes longer shows a notification with its progress and a button that cancels it. */
export async function withProgress<T>(
  title: string,
  run: (watch: Watch) => Promise<T>,
): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  let show: (percent: number) => void = () => undefined;
  const task = run(
    watchOf(source.token, (done, all) => {
      show((100 * done) / all);
    }),
  );
  // What has no title is over at once, or nobody could say what it is.
  const timer = setTimeout(() => {
    if (title === '') return;
    const location = vscode.ProgressLocation.Notification;
    void vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
      token.onCancellationRequested(() => {
        source.cancel();
      });
      let shown = 0;
      show = (percent) => {
        progress.report({ increment: percent - shown });
        shown = percent;
      };
      return task.then(
        () => undefined,
        () => undefined,
      );
    });
  }, patience);
  try {
    return await task;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
