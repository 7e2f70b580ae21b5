import * as vscode from 'vscode';
import { summaryOf, type ArticleSummary } from '../core/corpus/articleSummary';
import { Corpus } from '../core/corpus/corpus';
import { areSameStamps, type Stamp } from '../core/corpus/summaryCache';
import type { SummaryEntry } from '../core/corpus/summaryLines';
import type { Entity, EntityId } from '../core/model/annotation';
import { DisposableStore } from '../host/disposables';
import { cancelled } from '../host/progress';
import { inSlices } from '../host/slices';
import { saysAll } from './articleState';
import type { ArticleStore } from './articleStore';
import { ChangedSidecars } from './changedSidecars';
import type { SchemaStore } from './schemaStore';
import { articleOfKey, articleUri, sidecarUri } from './sidecarFile';
import { SidecarFiles } from './sidecarFiles';
import { SidecarReader, type StampedSummary } from './sidecarReader';
import type { SummaryFile } from './summaryFile';

/** How long an act waits for the first reading, in ms; then it makes do with what has been read. */
const patience = 1000;

/** Fewer sidecars than these are read again the next time; keeping them would mean to write all of them down again. */
const worthKeeping = 50;

/** Entities as an article describes them, and the version of its sidecar that does. */
export interface Described {
  readonly entities: readonly Entity[];
  readonly inBlocks: Stamp;
}

/**
 * What all sidecars in the folders of the workspace say. They are read in the background, from when the first
 * article is opened or somebody asks, and again when they change; those of open articles are known at once.
 * What was read is kept between sessions, by the time and the size of each sidecar.
 */
export class CorpusIndex implements vscode.Disposable {
  readonly #articles: ArticleStore;
  readonly #kept: SummaryFile;
  readonly #log: vscode.LogOutputChannel;
  readonly #reader: SidecarReader;
  readonly #disposables = new DisposableStore();
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<string>());
  /** The article with this key, the URI of its sidecar, was read: it may say the same, or the same at other places. */
  readonly onDidChange = this.#didChange.event;
  readonly #didLearn = this.#disposables.add(new vscode.EventEmitter<string>());
  /** The article with this key says something else than was known of it, or is new, or gone. */
  readonly onDidLearn = this.#didLearn.event;
  readonly #corpus = new Corpus();
  /** Their URIs are the keys that the corpus has for their articles. */
  readonly #files: SidecarFiles;
  /** Which versions of them were read. */
  readonly #stamps = new Map<string, Stamp>();
  #reading: Promise<void> | undefined;
  readonly #changed = new ChangedSidecars(
    async () => {
      // What is being read now may be older, and what an act changes is read when the act is over.
      await this.#reading?.catch(() => undefined);
      await this.#articles.rest();
    },
    (sidecars) => this.#tryTo(() => this.#read(sidecars)),
  );
  readonly #end = this.#disposables.add(new vscode.CancellationTokenSource());

  constructor(
    articles: ArticleStore,
    schemas: SchemaStore,
    kept: SummaryFile,
    log: vscode.LogOutputChannel,
  ) {
    this.#articles = articles;
    this.#kept = kept;
    this.#log = log;
    this.#reader = new SidecarReader(this.#corpus.vocabulary, log, this.#end.token);
    this.#files = this.#disposables.add(new SidecarFiles(schemas));
    this.#disposables.add(
      this.#files.onDidMove(() => {
        if (!this.#reading) return;
        this.#reading = this.#reading.catch(() => undefined).then(() => this.#readListed());
        void this.#tryReading();
      }),
    );
    this.#disposables.add(
      this.#files.onDidChange((uri) => {
        this.#changed.add(uri);
      }),
    );
    this.#disposables.add(
      this.#files.onDidGo((uri) => {
        this.#forget(uri.toString(), uri);
        this.#changed.add(uri);
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
        this.#files.look(sidecar);
      }),
    );
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
    await Promise.race([this.#readAll(), cancelled(token)]);
    return this.#corpus;
  }

  /** As `whole`, and as the disk is now, whether VS Code has told of all that has changed or not. @throws as `whole` */
  async fresh(token: vscode.CancellationToken): Promise<Corpus> {
    await this.whole(token);
    await this.#list();
    const sidecars = [...this.#files.listed];
    const stamps = await this.#reader.stampsOf(sidecars.map(([, uri]) => uri));
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    const stale = sidecars.filter(([key], at) => !areSameStamps(this.#stamps.get(key), stamps[at]));
    await this.#read(stale);
    return this.#corpus;
  }

  /** The articles whose sidecars are not all in lines as Chiosa writes them, or cannot be read. */
  get unsure(): vscode.Uri[] {
    const keys = [...this.#files.listed.keys()];
    return keys.flatMap((key) => (this.#inBlocks(key) ? [] : (articleOfKey(key) ?? [])));
  }

  /** How an article that is not open describes entities, where its sidecar is all in such lines. */
  described(article: vscode.Uri, ids: readonly EntityId[]): Described | undefined {
    const key = sidecarUri(article).toString();
    const inBlocks = this.#inBlocks(key);
    const known = this.#corpus.summaryOf(key)?.entities ?? [];
    const entities = known.flatMap(({ entity }) => (ids.includes(entity.id) ? entity : []));
    return inBlocks && { inBlocks, entities };
  }

  #inBlocks(key: string): Stamp | undefined {
    return this.#corpus.packedSummaryOf(key)?.isInBlocks && this.#stamps.get(key);
  }

  /** The articles that describe an entity or have quotes of it, by URI, as far as is known by now. */
  articlesNaming(id: EntityId): vscode.Uri[] {
    return this.#corpus.articlesNaming(id).flatMap((key) => articleOfKey(key) ?? []);
  }

  /** The first of them, which is much sooner said. */
  firstNaming(id: EntityId): vscode.Uri | undefined {
    const key = this.#corpus.firstNaming(id);
    return key === undefined ? undefined : articleOfKey(key);
  }

  dispose(): void {
    this.#end.cancel();
    this.#disposables.dispose();
  }

  /** Acts make do with what has been read where the rest cannot be. */
  async #tryTo(read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (this.#end.token.isCancellationRequested) return;
      this.#log.error(error instanceof Error ? error : String(error));
    }
  }

  /** Reads all, where that has not been done. */
  #tryReading(): Promise<void> {
    return this.#tryTo(() => this.#readAll());
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
    // To look up which there are is to wait; what was kept is taken meanwhile, and forgotten again where it is not there.
    const listing = this.#files.list(this.#end.token);
    await Promise.all([listing, this.#takeKept()]);
    this.#forgetUnlisted();
    const known = this.#stamps.size;
    await this.#readUnread();
    const duration = Date.now() - began;
    this.#log.info(
      `sidecars: ${this.#files.listed.size}, known from before: ${known}, in ${duration} ms`,
    );
  }

  /** Takes what was kept of sidecars that have not changed since. */
  async #takeKept(): Promise<void> {
    const kept = await this.#kept.read(this.#corpus.vocabulary);
    const sidecars = [...kept.values()].map((entry) => ({
      ...entry,
      uri: vscode.Uri.parse(entry.key),
    }));
    const stamps = await this.#reader.stampsOf(sidecars.map(({ uri }) => uri));
    await inSlices(sidecars.entries(), ([at, { key, uri, stamp, summary }]) => {
      if (areSameStamps(stamp, stamps[at])) this.#take(key, uri, { stamp, summary });
    });
  }

  async #readListed(): Promise<void> {
    await this.#list();
    await this.#readUnread();
  }

  /** Looks up which sidecars there are, and forgets those that there are no more. */
  async #list(): Promise<void> {
    await this.#files.list(this.#end.token);
    this.#forgetUnlisted();
  }

  #forgetUnlisted(): void {
    for (const key of [...this.#corpus.articles]) {
      if (!this.#files.listed.has(key)) this.#forget(key, vscode.Uri.parse(key));
    }
  }

  async #readUnread(): Promise<void> {
    const unread = [...this.#files.listed].filter(([key]) => !this.#stamps.has(key));
    if (unread.length === 0) return;
    await this.#read(unread);
    if (unread.length >= worthKeeping) {
      await this.#kept.write(this.#entries(), this.#corpus.vocabulary);
    }
  }

  *#entries(): Generator<SummaryEntry, void, undefined> {
    for (const [key, stamp] of this.#stamps) {
      const summary = this.#corpus.packedSummaryOf(key);
      if (summary) yield { key, stamp, summary };
    }
  }

  /** Reads sidecars, on all cores where they are many, and forgets those that are gone. */
  async #read(sidecars: readonly (readonly [key: string, uri: vscode.Uri])[]): Promise<void> {
    const take = (index: number, read: StampedSummary | undefined) => {
      const [key, uri] = sidecars[index] ?? [];
      if (key === undefined || !uri) return;
      if (read) this.#take(key, uri, read);
      else this.#forget(key, uri);
    };
    const uris = sidecars.map(([, uri]) => uri);
    await this.#reader.read(uris, take);
  }

  /** Takes what a sidecar says, where its open article does not say it. */
  #take(key: string, uri: vscode.Uri, { stamp, summary }: StampedSummary): void {
    this.#stamps.set(key, stamp);
    if (!this.#isToldByArticle(uri)) this.#tell(key, this.#corpus.putPacked(key, summary));
  }

  #forget(key: string, uri: vscode.Uri): void {
    this.#stamps.delete(key);
    if (!this.#isToldByArticle(uri)) this.#put(key, undefined);
  }

  #put(key: string, summary: ArticleSummary | undefined): void {
    this.#tell(key, this.#corpus.put(key, summary));
  }

  #tell(key: string, isOther: boolean): void {
    this.#didChange.fire(key);
    if (isOther) this.#didLearn.fire(key);
  }

  #isToldByArticle(sidecar: vscode.Uri): boolean {
    const article = articleUri(sidecar);
    const state = article && this.#articles.get(article)?.state;
    return state !== undefined && saysAll(state);
  }
}
