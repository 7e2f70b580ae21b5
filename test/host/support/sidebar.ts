import assert from 'assert';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { ArticleQuoteRows } from '../../../src/features/sidebar/articleQuoteRows';
import { CorpusQuoteRows } from '../../../src/features/sidebar/corpusQuoteRows';
import { dragAndDrop, type DraggedView } from '../../../src/features/sidebar/dragAndDrop';
import { EntityRows, type EntityOptions } from '../../../src/features/sidebar/entityRows';
import type { Row, Source } from '../../../src/features/sidebar/rows';
import { SidebarTree } from '../../../src/features/sidebar/sidebarTree';
import { isMore, type MoreRow } from '../../../src/host/pagedTree';
import { ActiveArticle } from '../../../src/workspace/activeArticle';
import { ArticleStore } from '../../../src/workspace/articleStore';
import { CorpusIndex } from '../../../src/workspace/corpusIndex';
import { SchemaStore } from '../../../src/workspace/schemaStore';
import { SummaryFile } from '../../../src/workspace/summaryFile';
import { TextMemory } from '../../../src/workspace/textMemory';
import { closeAll, eventually, read, run, sidecarOf, uriOf, write } from './workbench';

// The rows of the sidebar’s views in VS Code, made of services of their own; what is done with them, the extension does.

/** What the view shows: all rows that a test asks for are of these. */
export interface Shown {
  scope: Source['scope'];
  options: EntityOptions;
}

/** The words of each of two articles. */
const article = 'Ubalda Nerz va. «Piove», dice Ubalda Nerz a Rigo Falt.\n';
const sidecar = `chiosa: 1
entities:
  rigo-falt: { name: Rigo Falt, type: person, mentions: [ { exact: Rigo Falt } ] }
  ubalda-nerz: { name: Ubalda Nerz, type: person, mentions: [ { exact: Ubalda Nerz, suffix: " va" } ] }
quotes:
  - { kind: direct, content: [ { exact: Piove } ], speaker: { entity: ubalda-nerz } }
`;

/** Both views, and the services that they stand on. */
export class Sidebar implements vscode.Disposable {
  readonly shown: Shown = {
    scope: 'corpus',
    options: { grouping: 'type', sorting: 'mentions', filter: '' },
  };
  readonly active: ActiveArticle;
  readonly entities: SidebarTree;
  readonly quotes: SidebarTree;
  readonly #corpus: CorpusIndex;
  readonly #disposables: readonly vscode.Disposable[];

  constructor() {
    const log = vscode.window.createOutputChannel('The rows of the sidebar', { log: true });
    const schemas = new SchemaStore();
    const memory = new TextMemory();
    const articles = new ArticleStore(schemas, memory, log);
    const active = new ActiveArticle(articles);
    const corpus = new CorpusIndex(articles, schemas, new SummaryFile(undefined), log);
    const services = { articles, active, corpus, schemas };
    const scope = () => this.shown.scope;
    const rowsOf = (source: Source) => new EntityRows(source, this.shown.options);
    this.entities = new SidebarTree(services, scope, rowsOf, '_more');
    const quotesOf = (source: Source) => {
      const options = { grouping: 'speaker' as const, filter: this.shown.options.filter };
      return source.scope === 'article'
        ? new ArticleQuoteRows(source.article, options)
        : new CorpusQuoteRows(source.articles, options);
    };
    this.quotes = new SidebarTree(services, scope, quotesOf, '_more');
    this.active = active;
    this.#corpus = corpus;
    const { entities, quotes } = this;
    this.#disposables = [entities, quotes, corpus, active, articles, memory, schemas, log];
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  /** Two articles that no editor shows, known. */
  async twoArticles(): Promise<readonly [vscode.Uri, vscode.Uri]> {
    const uris = [uriOf('laterale-a.txt'), uriOf('laterale-b.txt')] as const;
    await closeAll();
    for (const uri of uris) {
      await write(uri, article);
      await write(sidecarOf(uri), sidecar);
    }
    await eventually('both are known', async () => {
      const known = (await this.#corpus.now()).get('ubalda-nerz');
      assert.deepEqual([known?.mentions, known?.articles, known?.quotes], [2, 2, 2]);
    });
    return uris;
  }

  refresh(): void {
    this.entities.refresh(true);
    this.quotes.refresh(true);
  }

  /** The labels and descriptions of the rows below a row, or of the first ones. */
  async labels(tree: SidebarTree, row?: Row): Promise<string[]> {
    return (await tree.tree.getChildren(row)).map((each) => {
      const { label, description } = tree.tree.getTreeItem(each);
      return `${typeof label === 'string' ? label : ''} | ${String(description)}`;
    });
  }

  /** The row at the end of a way: below each row the first one with the next of these labels. */
  async rowAt(tree: SidebarTree, ...way: readonly string[]): Promise<Row> {
    this.refresh();
    let row: Row | MoreRow<Row> | undefined;
    for (const label of way) {
      const rows: readonly (Row | MoreRow<Row>)[] = await tree.tree.getChildren(row);
      row = rows.find((each) => tree.tree.getTreeItem(each).label === label);
      assert.ok(row, label);
    }
    assert.ok(row && !isMore(row));
    return row;
  }

  /** Drags rows out of a view and drops them onto a row of either. */
  async drop(view: DraggedView, rows: readonly Row[], onto: Row): Promise<void> {
    const transfer = new vscode.DataTransfer();
    const { token } = new vscode.CancellationTokenSource();
    await dragAndDrop(view).handleDrag?.(rows, transfer, token);
    await dragAndDrop('chiosa.entities').handleDrop?.(onto, transfer, token);
  }
}

/** The sidecars of articles. */
export async function sourcesOf(uris: readonly vscode.Uri[]): Promise<string[]> {
  const sources: string[] = [];
  for (const uri of uris) sources.push((await read(sidecarOf(uri))) ?? '');
  return sources;
}

/** What an act does to articles, all of which one undo takes back. */
export async function isOneStep(
  uris: readonly vscode.Uri[],
  act: () => Thenable<unknown>,
  isDone: (sources: readonly string[]) => void,
): Promise<void> {
  // What was written anew may stand on other lines, and says which text it is of.
  const saidIn = (source: string) => ({ ...(parse(source) as object), text: undefined });
  const before = await sourcesOf(uris);
  await act();
  isDone(await sourcesOf(uris));
  await run('undo');
  assert.deepEqual((await sourcesOf(uris)).map(saidIn), before.map(saidIn));
}
