import * as vscode from 'vscode';
import { Corpus } from '../core/entities/corpus';
import { knownEntities } from '../core/entities/knownEntities';
import { sidecarSuffix } from '../core/sidecar/location';
import { readEntities } from '../core/sidecar/readEntities';
import { DisposableStore } from '../host/disposables';
import { inParallel } from '../host/inParallel';
import type { ArticleStore } from './articleStore';
import { articleUri, readSource } from './sidecarFile';

/** How long an act waits for the first reading, in ms; then it makes do with what has been read. */
const patience = 1000;
const sidecars = `**/*${sidecarSuffix}`;

/**
 * The entities of all sidecars in the folders of the workspace. They are read in the background, from when
 * the first article is opened, and again when they change; those of open articles are known at once.
 */
export class CorpusEntities implements vscode.Disposable {
  readonly #articles: ArticleStore;
  readonly #log: vscode.LogOutputChannel;
  readonly #disposables = new DisposableStore();
  #corpus = new Corpus();
  #reading: Promise<void> | undefined;
  /** Sidecars that have changed and are to be read again. */
  readonly #changed = new Map<string, vscode.Uri>();
  #isFollowing = false;

  constructor(articles: ArticleStore, log: vscode.LogOutputChannel) {
    this.#articles = articles;
    this.#log = log;
    this.#disposables.add(
      articles.onDidChange(({ sidecar, state }) => {
        // What is typed into an article changes no entity.
        if (state.isShownAsOnDisk !== false)
          this.#corpus.put(sidecar.toString(), knownEntities(state.set));
        void this.#tryReading();
      }),
    );
    // It may have been closed before it was read.
    this.#disposables.add(
      articles.onDidClose(({ sidecar }) => void this.#read(sidecar, this.#corpus)),
    );
    const watcher = this.#disposables.add(vscode.workspace.createFileSystemWatcher(sidecars));
    const read = (uri: vscode.Uri) => {
      this.#changed.set(uri.toString(), uri);
      if (!this.#isFollowing) void this.#readChanged();
    };
    watcher.onDidCreate(read);
    watcher.onDidChange(read);
    watcher.onDidDelete(read);
    this.#disposables.add(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#corpus = new Corpus();
        this.#reading = undefined;
        void this.#tryReading();
      }),
    );
  }

  /** What is known by now. Waits for the first reading, but not for long. */
  async now(): Promise<Corpus> {
    const enough = new Promise<void>((resolve) => setTimeout(resolve, patience));
    await Promise.race([this.#tryReading(), enough]);
    return this.#corpus;
  }

  /**
   * All that there is to be known, however long that takes.
   * @throws {vscode.CancellationError} where the user cancels @throws what the search for files says
   */
  async whole(token: vscode.CancellationToken): Promise<Corpus> {
    const cancelled = new Promise<never>((_, reject) => {
      token.onCancellationRequested(() => {
        reject(new vscode.CancellationError());
      });
    });
    await Promise.race([this.#readAll(), cancelled]);
    return this.#corpus;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Reads all, where that has not been done. Acts make do with what has been read where it fails. */
  async #tryReading(): Promise<void> {
    try {
      await this.#readAll();
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
    }
  }

  async #readAll(): Promise<void> {
    const reading = (this.#reading ??= this.#readInto(this.#corpus));
    try {
      await reading;
    } catch (error) {
      // The next time it is read again.
      if (this.#reading === reading) this.#reading = undefined;
      throw error;
    }
  }

  /** One after the other, so that acts come between. */
  async #readInto(corpus: Corpus): Promise<void> {
    for (const uri of await vscode.workspace.findFiles(sidecars)) await this.#read(uri, corpus);
  }

  /** Not all at once: an act may have changed thousands. */
  async #readChanged(): Promise<void> {
    this.#isFollowing = true;
    while (this.#changed.size > 0) {
      const uris = [...this.#changed.values()];
      this.#changed.clear();
      await inParallel(uris, (uri) => this.#read(uri, this.#corpus));
    }
    this.#isFollowing = false;
  }

  async #read(uri: vscode.Uri, corpus: Corpus): Promise<void> {
    const article = articleUri(uri);
    const open = article && this.#articles.get(article);
    if (open) {
      corpus.put(uri.toString(), knownEntities(open.state.set));
      return;
    }
    try {
      corpus.put(uri.toString(), readEntities((await readSource(uri))?.text ?? ''));
    } catch (error) {
      // Its annotations are unknown here; who opens the article is told why.
      this.#log.warn(`${uri.toString()}: ${String(error)}`);
    }
  }
}
