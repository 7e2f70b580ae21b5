import * as vscode from 'vscode';
import type { Query } from '../../core/concordance/query';
import type { Row } from '../../core/concordance/row';
import type { Order } from '../../core/concordance/sorting';
import { nextEvent } from '../../host/nextEvent';
import { withProgress, type Watch } from '../../host/progress';
import type { Services } from '../../workspace/services';
import { articlesToSearch } from './articlesToSearch';
import { Found, type ReadArticle, type ShownRow } from './found';
import { headingLines, headingOf } from './heading';
import { searchIn } from './search';

/**
 * When rows are shown after the first ones, in ms; the next ones after twice as long each time, up to 2 s. VS Code compares
 * each text with the one before letter by letter, so that more seldom is sooner.
 */
const firstPause = 300;
const longestPause = 2000;
/** When they are shown where there are rows already, which people read meanwhile. */
const pauseOverRows = 1000;

/** How long a search waits, in ms, for VS Code to show its first rows: the extension host has one thread for both. */
const wayGiven = 300;

/** How far a search is. */
export type Progress = 'reading' | 'whole' | 'stopped' | 'full';

/** The rows of a query: searched for, sorted, and as lines of a document. */
export class Concordance implements vscode.Disposable {
  readonly query: Query;
  readonly #services: Services;
  readonly #didChange = new vscode.EventEmitter<void>();
  /** There are other rows, in another order, or there is something else to say of them. */
  readonly onDidChange = this.#didChange.event;
  readonly #wasSeen = new vscode.EventEmitter<void>();
  #order: Order = 'article';
  #found: Found;
  #progress: Progress = 'reading';
  #isStale = false;
  /** Counts searches: what an earlier one finds is no longer wanted. */
  #search = 0;
  #isStopped = false;
  /** The articles that the last search looked at. */
  #searched: readonly vscode.Uri[] = [];
  #shown: readonly ShownRow[] = [];

  constructor(query: Query, services: Services) {
    this.query = query;
    this.#services = services;
    this.#found = new Found(query);
  }

  get order(): Order {
    return this.#order;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Whether articles say something else by now. */
  get isStale(): boolean {
    return this.#isStale;
  }

  get found(): Found {
    return this.#found;
  }

  /** Whether its first rows are still sought. */
  get isEmpty(): boolean {
    return this.#progress === 'reading' && this.#found.rowCount === 0;
  }

  /** The rows in their order. */
  get rows(): Row[] {
    return this.#found.sorted(this.#order);
  }

  /** The article of a row. */
  articleOf(row: Row): ReadArticle | undefined {
    return this.#found.articleOf(row);
  }

  /** What a line of the document shows, from 0; undefined for lines of the heading. */
  rowAt(line: number): ShownRow | undefined {
    return this.#shown[line - headingLines];
  }

  /** Says that the editor shows what there is so far. */
  seen(): void {
    this.#wasSeen.fire();
  }

  /** What the document says. */
  text(): string {
    this.#shown = this.#found.lines(this.#order);
    const heading = headingOf(this.query, this.#found, this.#progress);
    return [...heading, ...this.#shown.map(({ line }) => line.text), ''].join('\n');
  }

  sort(order: Order): void {
    this.#order = order;
    this.#didChange.fire();
  }

  /** Ends the search; what was found stays. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Says that articles have changed since they were searched. */
  outdate(): void {
    if (this.#isStale || this.#progress === 'reading') return;
    this.#isStale = true;
    this.#didChange.fire();
  }

  /** Searches, again where it has been done. Rows are shown as they are found. */
  async run(): Promise<void> {
    this.#search += 1;
    const search = this.#search;
    this.#isStopped = false;
    this.#isStale = false;
    this.#progress = 'reading';
    const found = new Found(this.query);
    const began = Date.now();
    let progress: Progress = 'stopped';
    try {
      const title = vscode.l10n.t('Concordance');
      await withProgress(title, (watch) =>
        this.#read(found, this.#guarded(watch, search), () => search === this.#search),
      );
      progress = 'whole';
    } catch (error) {
      if (found.isFull) progress = 'full';
      else if (!(error instanceof vscode.CancellationError)) throw error;
    } finally {
      if (search === this.#search) this.#show(found, progress);
      this.#services.log.info(`concordance: rows: ${found.rowCount}, in ${Date.now() - began} ms`);
    }
  }

  dispose(): void {
    this.#search += 1;
    this.#didChange.dispose();
    this.#wasSeen.dispose();
  }

  /** A watch that ends the search also where it is stopped or another one has begun. */
  #guarded(watch: Watch, search: number): Watch {
    return {
      token: watch.token,
      step: (done, all) => {
        if (this.#isStopped || search !== this.#search) throw new vscode.CancellationError();
        watch.step(done, all);
      },
    };
  }

  async #read(found: Found, watch: Watch, isWanted: () => boolean): Promise<void> {
    const uris = await articlesToSearch(this.#services, this.query, this.#searched, watch.token);
    this.#searched = uris;
    const areRowsShown = this.#found.rowCount > 0;
    const pace = new Pace(areRowsShown ? pauseOverRows : firstPause);
    await searchIn(this.#services.articles, uris, found, watch, {
      onFirstRows: async () => {
        if (areRowsShown || !isWanted()) return;
        this.#show(found, 'reading');
        await nextEvent(this.#wasSeen.event, wayGiven);
      },
      onRead: () => {
        if ((found.rowCount > 0 || !areRowsShown) && isWanted() && pace.isTime())
          this.#show(found, 'reading');
      },
    });
  }

  #show(found: Found, progress: Progress): void {
    this.#found = found;
    this.#progress = progress;
    this.#didChange.fire();
  }
}

/** Shows what is found at the beginning soon, then seldom: the whole document is made anew each time. */
class Pace {
  #pause: number;
  #next: number;

  constructor(first: number) {
    this.#pause = first;
    this.#next = Date.now() + first;
  }

  isTime(): boolean {
    const now = Date.now();
    if (now < this.#next) return false;
    this.#pause = Math.min(longestPause, 2 * this.#pause);
    this.#next = now + this.#pause;
    return true;
  }
}
