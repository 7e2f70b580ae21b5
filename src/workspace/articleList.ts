import * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables';
import { Scheduler } from '../host/scheduler';
import { articleFiles, extensions, foldersAbove } from './articleFiles';
import { whenFoldersCome } from './newFolders';
import type { SchemaStore } from './schemaStore';
import { articleUri } from './sidecarFile';
import { settings } from './settings';

/** How long files must rest, in ms, before they are looked up again. */
const rest = 500;

/** The articles of the workspace, annotated or not: looked up when somebody asks, and again when others come or go. */
export class ArticleList implements vscode.Disposable {
  readonly #schemas: SchemaStore;
  readonly #disposables = new DisposableStore();
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Other files may be articles. */
  readonly onDidChange = this.#didChange.event;
  readonly #end = this.#disposables.add(new vscode.CancellationTokenSource());
  #listed: Promise<readonly vscode.Uri[]> | undefined;
  #isOutdated = false;
  /** The files of the list, and the folders that they are in; undefined as long as these are not known. */
  #known:
    { readonly files: ReadonlySet<string>; readonly folders: ReadonlySet<string> } | undefined;

  constructor(schemas: SchemaStore) {
    const { workspace } = vscode;
    this.#schemas = schemas;
    const afterRest = this.#disposables.add(
      new Scheduler(rest, () => {
        this.#didChange.fire();
      }),
    );
    const changed = () => {
      if (!this.#listed) return;
      this.#isOutdated = true;
      afterRest.schedule();
    };
    const files = this.#disposables.add(
      workspace.createFileSystemWatcher('**', false, true, false),
    );
    files.onDidCreate((uri) => {
      if (this.#mayHaveCome(uri)) changed();
    });
    files.onDidDelete((uri) => {
      if (this.#mayHaveGone(uri)) changed();
    });
    this.#disposables.add(whenFoldersCome(changed));
    this.#disposables.add(schemas.onDidChange(changed));
    this.#disposables.add(workspace.onDidChangeWorkspaceFolders(changed));
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        const isOther = settings.articleLanguages.isChangedBy(event);
        if (isOther || event.affectsConfiguration('files.exclude')) changed();
      }),
    );
  }

  /** All of them, by path. @throws what the search for files says */
  async now(): Promise<readonly vscode.Uri[]> {
    if (this.#isOutdated) {
      this.#listed = undefined;
      this.#known = undefined;
      this.#isOutdated = false;
    }
    const listed = (this.#listed ??= articleFiles(this.#schemas, this.#end.token));
    try {
      const uris = await listed;
      if (this.#listed === listed && !this.#known) {
        const files = new Set(uris.map((uri) => uri.toString()));
        this.#known = { files, folders: foldersAbove(files) };
      }
      return uris;
    } catch (error) {
      if (this.#listed === listed) this.#listed = undefined;
      throw error;
    }
  }

  dispose(): void {
    this.#end.cancel();
    this.#disposables.dispose();
  }

  /** Whether a file that has come may be an article that is not listed, or the sidecar of one. */
  #mayHaveCome(uri: vscode.Uri): boolean {
    const article = articleUri(uri) ?? (isNamedAsArticle(uri) ? uri : undefined);
    if (!article || !this.#schemas.includes(article)) return false;
    return !this.#known?.files.has(article.toString());
  }

  /** Whether what has gone may be listed, by itself or by its sidecar, or be a folder of what is. */
  #mayHaveGone(uri: vscode.Uri): boolean {
    if (!this.#known) return true;
    const { files, folders } = this.#known;
    const article = articleUri(uri) ?? uri;
    return files.has(article.toString()) || folders.has(uri.toString());
  }
}

function isNamedAsArticle({ path }: vscode.Uri): boolean {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return settings.articleLanguages.get().some((language) => extensions[language]?.includes(ending));
}
