import type * as vscode from 'vscode';

type Sidecars = readonly (readonly [key: string, uri: vscode.Uri])[];

/** Sidecars that have changed, until they are read again: together, since an act may change thousands. */
export class ChangedSidecars {
  readonly #ready: () => Promise<void>;
  readonly #read: (sidecars: Sidecars) => Promise<void>;
  readonly #changed = new Map<string, vscode.Uri>();
  #isReading = false;

  /**
   * @param ready what comes before they are read: more may change until it is over
   * @param read is given them by their URIs, once for each time that they change
   */
  constructor(ready: () => Promise<void>, read: (sidecars: Sidecars) => Promise<void>) {
    this.#ready = ready;
    this.#read = read;
  }

  add(uri: vscode.Uri): void {
    this.#changed.set(uri.toString(), uri);
    if (!this.#isReading) void this.#readAll();
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    while (this.#changed.size > 0) {
      await this.#ready();
      const sidecars = [...this.#changed];
      this.#changed.clear();
      await this.#read(sidecars);
    }
    this.#isReading = false;
  }
}
