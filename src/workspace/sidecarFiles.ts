import * as vscode from 'vscode';
import { sidecarPattern } from '../core/sidecar/location';
import { DisposableStore } from '../host/disposables';
import { Scheduler } from '../host/scheduler';
import { annotatedFiles, foldersAbove } from './articleFiles';
import { whenFoldersCome } from './newFolders';
import type { SchemaStore } from './schemaStore';
import { articleUri, sidecarUri } from './sidecarFile';

/** How long changes of files must rest, in ms, before the files are looked up again. */
const pause = 200;

/** Which sidecars there are in the folders of the workspace, by their URIs, and what becomes of them. */
export class SidecarFiles implements vscode.Disposable {
  readonly #schemas: SchemaStore;
  readonly #disposables = new DisposableStore();
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  /** A sidecar was written, has come or has gone. One that is new counts until it turns out that the workspace hides it. */
  readonly onDidChange = this.#didChange.event;
  readonly #didGo = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  /** A sidecar has gone with a folder that it was in. */
  readonly onDidGo = this.#didGo.event;
  readonly #didMove = this.#disposables.add(new vscode.EventEmitter<void>());
  /** There may be others now: who wants to know them has them listed. */
  readonly onDidMove = this.#didMove.event;
  #listed: ReadonlyMap<string, vscode.Uri> = new Map();
  /** Those too that were told of since. */
  #known = new Map<string, vscode.Uri>();
  /** The folders that these are in, at any depth. */
  #folders = new Set<string>();
  readonly #afterRest = this.#disposables.add(
    new Scheduler(pause, () => {
      this.#didMove.fire();
    }),
  );

  constructor(schemas: SchemaStore) {
    const { workspace } = vscode;
    this.#schemas = schemas;
    const moved = () => {
      this.#afterRest.schedule();
    };
    this.#disposables.add(schemas.onDidChange(moved));
    this.#disposables.add(workspace.onDidChangeWorkspaceFolders(moved));
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.exclude')) moved();
      }),
    );
    this.#watch(moved);
  }

  /** Those that were listed last, by what their URIs are as strings. */
  get listed(): ReadonlyMap<string, vscode.Uri> {
    return this.#listed;
  }

  /** Looks up which there are. @throws what the search for files says */
  async list(token: vscode.CancellationToken): Promise<void> {
    const articles = await annotatedFiles(this.#schemas, token);
    const sidecars = articles.map(sidecarUri);
    this.#listed = new Map(sidecars.map((uri) => [uri.toString(), uri]));
    this.#known = new Map(this.#listed);
    this.#folders = foldersAbove(this.#known.keys());
  }

  /** Tells of a sidecar that may have changed. */
  look(uri: vscode.Uri): void {
    const article = articleUri(uri);
    if (!article || !this.#schemas.includes(article)) return;
    if (!this.#listed.has(uri.toString())) this.#afterRest.schedule();
    this.#note(uri);
    this.#didChange.fire(uri);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #watch(moved: () => void): void {
    const { workspace } = vscode;
    const sidecars = this.#disposables.add(workspace.createFileSystemWatcher(sidecarPattern));
    const changed = (uri: vscode.Uri) => {
      this.look(uri);
    };
    sidecars.onDidCreate(changed);
    sidecars.onDidChange(changed);
    sidecars.onDidDelete(changed);
    this.#disposables.add(whenFoldersCome(moved));
    // Of a folder that goes it is told that it goes, and not what was in it.
    const all = this.#disposables.add(workspace.createFileSystemWatcher('**', true, true, false));
    all.onDidDelete((uri) => {
      const folder = uri.toString();
      if (!this.#folders.has(folder)) return;
      moved();
      for (const [key, sidecar] of this.#known) {
        if (key.startsWith(`${folder}/`)) this.#didGo.fire(sidecar);
      }
    });
  }

  #note(sidecar: vscode.Uri): void {
    const key = sidecar.toString();
    if (this.#known.has(key)) return;
    this.#known.set(key, sidecar);
    for (const folder of foldersAbove([key])) this.#folders.add(folder);
  }
}
