import * as vscode from 'vscode';
import type { Inconsistency } from '../../core/corpus/consistency';
import { areSameItems } from '../../core/model/equal';
import { DisposableStore } from '../../host/disposables';
import { inParallel } from '../../host/inParallel';
import { Scheduler } from '../../host/scheduler';
import { placedInconsistencies, type PlacedInconsistency } from '../../workspace/inconsistencies';
import type { Services } from '../../workspace/services';
import { toDiagnostic } from './toDiagnostic';

/** How long the corpus must rest, in ms, before it is looked at: it changes once for each sidecar that is read. */
const rest = 500;

/** So many files are reported, by path: nobody reads on, and each of them is read. */
const mostFiles = 200;

/** What the sidecars of the workspace say in two ways, in the Problems panel, whether they are open or not. */
export class CorpusDiagnostics implements vscode.Disposable {
  readonly #services: Services;
  readonly #disposables = new DisposableStore();
  readonly #collection = this.#disposables.add(
    vscode.languages.createDiagnosticCollection('chiosa-corpus'),
  );
  /** By the URIs of sidecars, which are the keys of the corpus. */
  #shown: ReadonlyMap<string, readonly Inconsistency[]> = new Map();
  readonly #placed = new Map<string, readonly PlacedInconsistency[]>();
  /** Sidecars in which entities may stand elsewhere than before. */
  readonly #changed = new Set<string>();
  #updating = Promise.resolve();
  readonly #afterRest = this.#disposables.add(
    new Scheduler(rest, () => {
      this.#updating = this.#updating
        .then(() => this.#update())
        .catch((error: unknown) => {
          this.#services.log.error(error instanceof Error ? error : String(error));
        });
    }),
  );

  constructor(services: Services) {
    this.#services = services;
    this.#disposables.add(
      services.corpus.onDidChange((sidecar) => {
        this.#changed.add(sidecar);
        this.#afterRest.schedule();
      }),
    );
  }

  /** What is shown in a sidecar. */
  in(sidecar: vscode.Uri): readonly PlacedInconsistency[] {
    return this.#placed.get(sidecar.toString()) ?? [];
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #update(): Promise<void> {
    const all = bySidecar(this.#services.corpus.known.inconsistencies());
    const before = this.#shown;
    this.#shown = new Map(all.slice(0, mostFiles));
    const changed = new Set(this.#changed);
    this.#changed.clear();
    for (const key of before.keys()) if (!this.#shown.has(key)) this.#show(key, []);
    await inParallel([...this.#shown], async ([key, found]) => {
      if (!changed.has(key) && areSameItems(before.get(key) ?? [], found)) return;
      this.#show(key, await placedInconsistencies(vscode.Uri.parse(key), found));
    });
    if (all.length > mostFiles) this.#tellOfMore(all.length - mostFiles);
  }

  #show(key: string, found: readonly PlacedInconsistency[]): void {
    if (found.length > 0) this.#placed.set(key, found);
    else this.#placed.delete(key);
    this.#collection.set(
      vscode.Uri.parse(key),
      found.map(({ problem }) => toDiagnostic(problem)),
    );
  }

  #tellOfMore(more: number): void {
    const message = `sidecars that disagree with others and are not among the problems: ${more}; “chiosa check” lists all`;
    this.#services.log.warn(message);
  }
}

function bySidecar(all: readonly Inconsistency[]): [string, readonly Inconsistency[]][] {
  const found = new Map<string, Inconsistency[]>();
  for (const each of all) {
    const list = found.get(each.article);
    if (list) list.push(each);
    else found.set(each.article, [each]);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
