import * as vscode from 'vscode';
import { hitsIn, type SearchedArticle } from '../../core/concordance/hits';
import { cellsOf, Layout, type Cells, type Line } from '../../core/concordance/layout';
import type { Query } from '../../core/concordance/query';
import { rowOf, type Row } from '../../core/concordance/row';
import { sorted, type Order } from '../../core/concordance/sorting';
import type { ArticleFields } from '../../core/model/annotationSet';
import { equal } from '../../core/model/equal';
import type { ArticleText } from '../../core/text/articleText';
import type { CorpusArticle } from '../../workspace/articleStore';
import type { LeftOut } from '../../workspace/leftOut';

/** More rows nobody reads, and an editor would be slow with them. */
export const mostRows = 50_000;

/** An article that was searched, as it was then. */
export interface ReadArticle {
  readonly uri: vscode.Uri;
  /** Its path in the workspace. */
  readonly name: string;
  readonly text: ArticleText;
  readonly fields: ArticleFields;
}

/** A row as the editor has it. */
export interface ShownRow {
  readonly row: Row;
  readonly line: Line;
}

/** What a search has found so far. */
export class Found {
  readonly query: Query;
  /** The articles that have rows, at their places among those that are searched. */
  readonly #articles: ReadArticle[] = [];
  /** The places of articles among those that are searched, by their URIs. */
  #places: ReadonlyMap<string, number> = new Map();
  readonly #read = new Set<string>();
  readonly #rows: Row[] = [];
  /** Those of each article that has some, by its place. */
  readonly #rowsAt = new Map<number, readonly Row[]>();
  readonly #cells = new Map<Row, Cells>();
  readonly #layout = new Layout();
  /** The articles that could not be read, and why. */
  leftOut: readonly LeftOut[] = [];

  constructor(query: Query) {
    this.query = query;
  }

  /** Says which articles are searched, in which order. */
  expect(uris: readonly vscode.Uri[]): void {
    this.#places = new Map(uris.map((uri, index) => [uri.toString(), index]));
  }

  /** Whether an article is among those that are searched. */
  isExpected(uri: vscode.Uri): boolean {
    return this.#places.has(uri.toString());
  }

  /** How many articles are searched. */
  get all(): number {
    return this.#places.size;
  }

  /** How many articles were read. */
  get read(): number {
    return this.#read.size;
  }

  get rowCount(): number {
    return this.#rows.length;
  }

  /** How many articles have rows. */
  get articleCount(): number {
    return this.#rowsAt.size;
  }

  get isFull(): boolean {
    return this.rowCount >= mostRows;
  }

  /** Adds the rows of an article. */
  take({ uri, file, state: { set } }: CorpusArticle): void {
    const key = uri.toString();
    const index = this.#places.get(key) ?? 0;
    const name = vscode.workspace.asRelativePath(uri);
    const searched = { set, text: file.text };
    this.#read.add(key);
    const rows = this.#rowsOf(searched, index);
    if (rows.length === 0) return;
    this.#articles[index] = { uri, name, text: file.text, fields: set.article };
    this.#rowsAt.set(index, rows);
    for (const row of rows) {
      const cells = cellsOf(row, name);
      this.#rows.push(row);
      this.#cells.set(row, cells);
      this.#layout.add(cells);
    }
  }

  /** Notes that an article was read that has no rows. */
  pass(uri: vscode.Uri): void {
    this.#read.add(uri.toString());
  }

  articleOf({ article }: Row): ReadArticle | undefined {
    return this.#articles[article];
  }

  sorted(order: Order): Row[] {
    // Articles come as they are read, and not all have rows.
    const dates = Array.from(this.#articles, (article?: ReadArticle) => article?.fields.published);
    return sorted(this.#rows, order, dates);
  }

  /** The rows as lines, aligned with each other. */
  lines(order: Order): ShownRow[] {
    return this.sorted(order).flatMap((row) => {
      const cells = this.#cells.get(row);
      return cells ? [{ row, line: this.#layout.lineOf(cells) }] : [];
    });
  }

  hasRead(uri: vscode.Uri): boolean {
    return this.#read.has(uri.toString());
  }

  /** Whether an article, as it is now, has just these rows. @param now undefined where it is gone */
  isUpToDate(uri: vscode.Uri, now: SearchedArticle | undefined): boolean {
    const index = this.#places.get(uri.toString()) ?? -1;
    const before = this.#rowsAt.get(index) ?? [];
    const rows = now ? this.#rowsOf(now, index, Infinity) : [];
    return equal(before.map(shownOf), rows.map(shownOf));
  }

  #rowsOf(searched: SearchedArticle, index: number, most = mostRows - this.rowCount): Row[] {
    return hitsIn(searched, this.query, most).flatMap((hit) => rowOf(hit, searched, index) ?? []);
  }
}

/** What is seen of a row. */
function shownOf({ extent, line, left, keyword, right, names }: Row): object {
  return { extent, line, left, keyword, right, names };
}
