import type * as vscode from 'vscode';

/** Owns what is to be disposed of together; what is added after disposal is disposed of at once. */
export class DisposableStore implements vscode.Disposable {
  readonly #items = new Set<vscode.Disposable>();
  #isDisposed = false;

  add<T extends vscode.Disposable>(item: T): T {
    if (this.#isDisposed) item.dispose();
    else this.#items.add(item);
    return item;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const item of this.#items) item.dispose();
    this.#items.clear();
  }
}

/** One disposable for several. */
export function disposeAll(...items: readonly vscode.Disposable[]): vscode.Disposable {
  const store = new DisposableStore();
  for (const item of items) store.add(item);
  return store;
}
