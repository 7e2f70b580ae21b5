import * as vscode from 'vscode';
import { platform } from '#platform';
import { summaryOf, type ArticleSummary } from '../core/corpus/articleSummary';
import { Corpus } from '../core/corpus/corpus';
import {
  areSameStamps,
  type Stamp,
  type StampedSummary,
  type SummaryEntry,
} from '../core/corpus/summaryCache';
import type { EntityId } from '../core/model/annotation';
import { sidecarSuffix } from '../core/sidecar/location';
import { DisposableStore } from '../host/disposables';
import { inParallel } from '../host/inParallel';
import { Scheduler } from '../host/scheduler';
import { annotatedFiles, foldersAbove } from './articleFiles';
import { saysAll } from './articleState';
import type { ArticleStore } from './articleStore';
import type { SchemaStore } from './schemaStore';
import { articleUri, sidecarUri } from './sidecarFile';
import { stampedSummaryOf, stampOf } from './stampedSummary';
import type { SummaryFile } from './summaryFile';

/** How long an act waits for the first reading, in ms; then it makes do with what has been read. */
const patience = 1000;

/** Fewer sidecars than these are read again the next time; keeping them would mean to write all of them down again. */
const worthKeeping = 50;

/** How long changes of files must rest, in ms, before the files are looked up again. */
const pause = 200;

/**
 * What all sidecars in the folders of the workspace say. They are read in the background, from when the first
 * article is opened or somebody asks, and again when they change; those of open articles are known at once.
 * What was read is kept between sessions, by the time and the size of each sidecar.
 */
export class CorpusIndex implements vscode.Disposable {
  readonly #articles: ArticleStore;
  readonly #schemas: SchemaStore;
  readonly #kept: SummaryFile;
  readonly #log: vscode.LogOutputChannel;
  readonly #disposables = new DisposableStore();
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Something else is known of the corpus, or more. */
  readonly onDidChange = this.#didChange.event;
  readonly #corpus = new Corpus();
  /** The sidecars of the workspace, by the keys that the corpus has for their articles. */
  #listed: ReadonlyMap<string, vscode.Uri> = new Map();
  /** The folders that they are in, at any depth. */
  #folders: ReadonlySet<string> = new Set();
  /** Which versions of them were read. */
  readonly #stamps = new Map<string, Stamp>();
  #reading: Promise<void> | undefined;
  /** Sidecars that have changed and are to be read again. */
  readonly #changed = new Map<string, vscode.Uri>();
  #isFollowing = false;
  readonly #end = this.#disposables.add(new vscode.CancellationTokenSource());
  readonly #listAgain = this.#disposables.add(
    new Scheduler(pause, () => {
      if (!this.#reading) return;
      this.#reading = this.#reading.catch(() => undefined).then(() => this.#readListed());
      void this.#tryReading();
    }),
  );

  constructor(
    articles: ArticleStore,
    schemas: SchemaStore,
    kept: SummaryFile,
    log: vscode.LogOutputChannel,
  ) {
    this.#articles = articles;
    this.#schemas = schemas;
    this.#kept = kept;
    this.#log = log;
    const listAgain = () => {
      this.#listAgain.schedule();
    };
    this.#disposables.add(schemas.onDidChange(listAgain));
    this.#disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(listAgain));
    this.#disposables.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.exclude')) listAgain();
      }),
    );
    this.#disposables.add(
      articles.onDidChange(({ sidecar, state }) => {
        if (saysAll(state)) this.#put(sidecar.toString(), summaryOf(state.set));
        void this.#tryReading();
      }),
    );
    // It may have been closed before it was read.
    this.#disposables.add(
      articles.onDidClose(({ sidecar }) => {
        this.#follow(sidecar);
      }),
    );
    this.#watch();
  }

  /** What is known by now. */
  get known(): Corpus {
    return this.#corpus;
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

  /** The articles that describe an entity or have quotes of it, by path, as far as is known by now. */
  articlesNaming(id: EntityId): vscode.Uri[] {
    return this.#corpus
      .articlesNaming(id)
      .flatMap((key) => articleUri(vscode.Uri.parse(key)) ?? [])
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  dispose(): void {
    this.#end.cancel();
    this.#disposables.dispose();
  }

  #watch(): void {
    const { workspace } = vscode;
    const pattern = `**/*${sidecarSuffix}`;
    const sidecars = this.#disposables.add(workspace.createFileSystemWatcher(pattern));
    const follow = (uri: vscode.Uri) => {
      this.#follow(uri);
    };
    sidecars.onDidCreate(follow);
    sidecars.onDidChange(follow);
    sidecars.onDidDelete(follow);
    // Of a folder that goes it is told that it goes, and not what was in it.
    const all = this.#disposables.add(workspace.createFileSystemWatcher('**', true, true, false));
    all.onDidDelete((uri) => {
      if (this.#folders.has(uri.toString())) this.#listAgain.schedule();
    });
  }

  /** Reads a sidecar again. One that is new counts until it turns out that the workspace hides it. */
  #follow(uri: vscode.Uri): void {
    const key = uri.toString();
    const article = articleUri(uri);
    if (!article || !this.#schemas.includes(article)) return;
    if (!this.#listed.has(key)) this.#listAgain.schedule();
    this.#changed.set(key, uri);
    if (!this.#isFollowing) void this.#readChanged();
  }

  /** Reads all, where that has not been done. Acts make do with what has been read where it fails. */
  async #tryReading(): Promise<void> {
    try {
      await this.#readAll();
    } catch (error) {
      if (this.#end.token.isCancellationRequested) return;
      this.#log.error(error instanceof Error ? error : String(error));
    }
  }

  async #readAll(): Promise<void> {
    const reading = (this.#reading ??= this.#readFirst());
    try {
      await reading;
    } catch (error) {
      // The next time it is read again.
      if (this.#reading === reading) this.#reading = undefined;
      throw error;
    }
  }

  async #readFirst(): Promise<void> {
    const began = Date.now();
    const kept = await this.#kept.read();
    await this.#list();
    await inParallel([...this.#listed], async ([key, uri]) => {
      const entry = kept.get(key);
      const stamp = entry && (await stampOf(uri).catch(() => undefined));
      if (stamp && areSameStamps(entry.stamp, stamp)) this.#take(key, uri, entry);
    });
    const known = this.#stamps.size;
    await this.#readUnread();
    const duration = Date.now() - began;
    this.#log.info(
      `sidecars: ${this.#listed.size}, known from before: ${known}, in ${duration} ms`,
    );
  }

  async #readListed(): Promise<void> {
    await this.#list();
    await this.#readUnread();
  }

  /** Looks up which sidecars there are, and forgets those that there are no more. */
  async #list(): Promise<void> {
    const articles = await annotatedFiles(this.#schemas, this.#end.token);
    const sidecars = articles.map(sidecarUri);
    this.#listed = new Map(sidecars.map((uri) => [uri.toString(), uri]));
    this.#folders = foldersAbove(this.#listed.keys());
    for (const key of [...this.#corpus.articles]) {
      if (!this.#listed.has(key)) this.#forget(key, vscode.Uri.parse(key));
    }
  }

  async #readUnread(): Promise<void> {
    const unread = [...this.#listed].filter(([key]) => !this.#stamps.has(key));
    if (unread.length === 0) return;
    const uris = unread.map(([, uri]) => uri);
    const take = (index: number, read: StampedSummary | undefined) => {
      const [key, uri] = unread[index] ?? [];
      if (key !== undefined && uri && read) this.#take(key, uri, read);
    };
    const stop = new AbortController();
    const cancelling = this.#end.token.onCancellationRequested(() => {
      stop.abort();
    });
    try {
      if (!(await platform.readSummaries(uris, take, stop.signal))) {
        await inParallel(unread, ([key, uri]) => this.#readAgain(key, uri));
      }
      if (unread.length >= worthKeeping) await this.#kept.write(this.#entries());
    } finally {
      cancelling.dispose();
    }
  }

  *#entries(): Generator<SummaryEntry, void, undefined> {
    for (const [key, stamp] of this.#stamps) {
      const summary = this.#corpus.summaryOf(key);
      if (summary) yield { key, stamp, summary };
    }
  }

  /** Not all at once: an act may have changed thousands. */
  async #readChanged(): Promise<void> {
    this.#isFollowing = true;
    while (this.#changed.size > 0) {
      // What is being read now may be older.
      await this.#reading?.catch(() => undefined);
      const uris = [...this.#changed];
      this.#changed.clear();
      await inParallel(uris, ([key, uri]) => this.#readAgain(key, uri));
    }
    this.#isFollowing = false;
  }

  /** Reads a sidecar with VS Code's file system. */
  async #readAgain(key: string, uri: vscode.Uri): Promise<void> {
    try {
      const read = await stampedSummaryOf(uri);
      if (read) this.#take(key, uri, read);
      else this.#forget(key, uri);
    } catch (error) {
      // Its annotations are unknown here; who opens the article is told why.
      this.#log.warn(`${key}: ${String(error)}`);
    }
  }

  /** Takes what a sidecar says, where its open article does not say it. */
  #take(key: string, uri: vscode.Uri, { stamp, summary }: StampedSummary): void {
    this.#stamps.set(key, stamp);
    if (!this.#isToldByArticle(uri)) this.#put(key, summary);
  }

  #forget(key: string, uri: vscode.Uri): void {
    this.#stamps.delete(key);
    if (!this.#isToldByArticle(uri)) this.#put(key, undefined);
  }

  #put(key: string, summary: ArticleSummary | undefined): void {
    this.#corpus.put(key, summary);
    this.#didChange.fire();
  }

  #isToldByArticle(sidecar: vscode.Uri): boolean {
    const article = articleUri(sidecar);
    const state = article && this.#articles.get(article)?.state;
    return state !== undefined && saysAll(state);
  }
}
