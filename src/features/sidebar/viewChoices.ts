import * as vscode from 'vscode';
import type { QuoteOptions } from './articleQuoteRows';
import type { EntityOptions } from './entityRows';
import type { Source } from './rows';

/** What a user chooses of a view, besides what it is filtered by. */
export interface Choices {
  readonly scope: Source['scope'];
  readonly grouping: string;
  readonly sorting?: string;
}

/** What is chosen of the view “Entities”. */
export interface EntityChoices extends Omit<EntityOptions, 'filter'> {
  readonly scope: Source['scope'];
}

/** What is chosen of the view “Quotes”. */
export interface QuoteChoices extends Omit<QuoteOptions, 'filter'> {
  readonly scope: Source['scope'];
}

/** What the user has chosen for a view: remembered for the workspace, but for the filter. */
export class ViewChoices<Chosen extends Choices> implements vscode.Disposable {
  readonly #key: string;
  readonly #memory: vscode.Memento;
  readonly #defaults: Chosen;
  readonly #didChange = new vscode.EventEmitter<void>();
  /** Something else is chosen, or looked for. */
  readonly onDidChange = this.#didChange.event;
  readonly #willFilter = new vscode.EventEmitter<void>();
  /** The user is about to write a filter. */
  readonly onWillFilter = this.#willFilter.event;
  #filter = '';

  /** @param key of the view, under which its choices are remembered */
  constructor(key: string, memory: vscode.Memento, defaults: Chosen) {
    this.#key = key;
    this.#memory = memory;
    this.#defaults = defaults;
  }

  get chosen(): Chosen {
    return { ...this.#defaults, ...this.#memory.get<Partial<Chosen>>(this.#key) };
  }

  /** What is looked for; empty for nothing. */
  get filter(): string {
    return this.#filter;
  }

  set filter(filter: string) {
    if (filter === this.#filter) return;
    this.#filter = filter;
    this.#didChange.fire();
  }

  /** Tells that the user is about to write a filter. */
  prepareFilter(): void {
    this.#willFilter.fire();
  }

  async choose(choice: Partial<Chosen>): Promise<void> {
    await this.#memory.update(this.#key, { ...this.chosen, ...choice });
    this.#didChange.fire();
  }

  dispose(): void {
    this.#didChange.dispose();
    this.#willFilter.dispose();
  }
}
