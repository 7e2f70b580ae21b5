import * as vscode from 'vscode';
import type { Listing } from './listing';

/** What a tree needs to know of a row. */
export interface TreeRow<Row> {
  /** The same for the same row whenever the tree is drawn, another one for each row. */
  readonly id: string;
  readonly parent?: Row | undefined;
}

/** The row behind a page: it says how many rows there are more, and shows the next of them. */
export interface MoreRow<Row> {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: Row | undefined;
  readonly rest: number;
}

/** The rows at most that a row hands out at first, and further at each demand: VS Code takes all that it is given. */
export const page = 500;

/** So far rows are looked for that are to be shown, in pages that are not shown yet. */
const furthest = 10 * page;

/** Gives the rows below a row, or the first ones. */
export type ListingOf<Row> = (row: Row | undefined) => Listing<Row> | Promise<Listing<Row>>;

/** The rows of a view, handed out by the page. What is below a row is computed when it is expanded. */
export class PagedTree<Row extends TreeRow<Row>>
  implements vscode.TreeDataProvider<Row | MoreRow<Row>>, vscode.Disposable
{
  readonly #listingOf: ListingOf<Row>;
  readonly #itemOf: (row: Row) => vscode.TreeItem;
  readonly #moreCommand: string;
  readonly #changed = new vscode.EventEmitter<Row | MoreRow<Row> | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** What is below rows, by their ids, since it was last refreshed. */
  readonly #listings = new Map<string, Promise<Listing<Row>>>();
  /** How many rows are shown below rows, by their ids, where it is more than a page. */
  readonly #shown = new Map<string, number>();

  /** @param moreCommand what the row behind a page runs, with that row */
  constructor(
    listingOf: ListingOf<Row>,
    itemOf: (row: Row) => vscode.TreeItem,
    moreCommand: string,
  ) {
    this.#listingOf = listingOf;
    this.#itemOf = itemOf;
    this.#moreCommand = moreCommand;
  }

  /** Everything may be otherwise. @param isOther whether the rows are others, so that each begins with one page again */
  refresh(isOther = false): void {
    this.#listings.clear();
    if (isOther) this.#shown.clear();
    this.#changed.fire(undefined);
  }

  async getChildren(row?: Row | MoreRow<Row>): Promise<(Row | MoreRow<Row>)[]> {
    if (isMore(row)) return [];
    const listing = await this.#listing(row);
    const rows = listing.first(this.#shownBelow(row));
    const rest = listing.length - rows.length;
    if (rest <= 0) return [...rows];
    return [...rows, { kind: 'more', id: `${idOf(row)}/more`, parent: row, rest }];
  }

  getParent({ parent }: Row | MoreRow<Row>): Row | undefined {
    return parent;
  }

  getTreeItem(row: Row | MoreRow<Row>): vscode.TreeItem {
    const item = isMore(row) ? moreItem(row, this.#moreCommand) : this.#itemOf(row);
    item.id = row.id;
    return item;
  }

  /** Shows the next page in the place of the row behind one. @returns the first row of it */
  async showMore({ parent }: MoreRow<Row>): Promise<Row | undefined> {
    const shown = this.#shownBelow(parent);
    this.#shown.set(idOf(parent), shown + page);
    this.#changed.fire(parent);
    const listing = await this.#listing(parent);
    return listing.first(shown + 1)[shown];
  }

  /**
   * The row to which the ids of all rows on the way to it lead, or the last one on the way that there is. Pages are
   * shown up to it, unless it is too far behind.
   */
  async find(ids: readonly string[]): Promise<Row | undefined> {
    let found: Row | undefined;
    for (const id of ids) {
      const listing = await this.#listing(found);
      const index = listing.indexOf(id);
      if (index < 0 || index >= furthest) return found;
      if (index >= this.#shownBelow(found)) {
        this.#shown.set(idOf(found), page * Math.ceil((index + 1) / page));
        this.#changed.fire(undefined);
      }
      found = listing.first(this.#shownBelow(found))[index];
    }
    return found;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #listing(row: Row | undefined): Promise<Listing<Row>> {
    const id = idOf(row);
    let listing = this.#listings.get(id);
    if (!listing) {
      listing = Promise.resolve(this.#listingOf(row));
      this.#listings.set(id, listing);
    }
    return listing;
  }

  #shownBelow(row: Row | undefined): number {
    return this.#shown.get(idOf(row)) ?? page;
  }
}

function idOf<Row extends TreeRow<Row>>(row: Row | undefined): string {
  return row?.id ?? '';
}

/** Whether a row is one behind a page. */
export function isMore<Row>(row: Row | MoreRow<Row> | undefined): row is MoreRow<Row> {
  return (row as { readonly kind?: unknown } | undefined)?.kind === 'more';
}

function moreItem<Row>(row: MoreRow<Row>, command: string): vscode.TreeItem {
  const next = Math.min(page, row.rest);
  const item = new vscode.TreeItem(vscode.l10n.t('Show {0} more', next));
  item.description = vscode.l10n.t('not shown: {0}', row.rest);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'more';
  item.command = { title: vscode.l10n.t('Show More'), command, arguments: [row] };
  const label = vscode.l10n.t('Show {0} more rows; not shown yet: {1}', next, row.rest);
  item.accessibilityInformation = { label };
  return item;
}
