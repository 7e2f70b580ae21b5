import * as vscode from 'vscode';
import type { Query } from '../../core/concordance/query';
import { showError } from '../../host/commands';
import { DisposableStore } from '../../host/disposables';
import { nextEvent } from '../../host/nextEvent';
import { Scheduler } from '../../host/scheduler';
import { concordanceScheme } from '../../workspace/concordanceScheme';
import type { Services } from '../../workspace/services';
import type { Row } from '../../core/concordance/row';
import { Concordance } from './concordance';
import type { ReadArticle } from './found';
import { Freshness } from './freshness';
import { concordanceUri, queryOfUri } from './place';

/** How long an order to search again waits, in ms, for others: an act tells of many articles. */
const pause = 50;

/** How long VS Code waits, in ms, for the first rows of a concordance that it opens; then it shows that these are sought. */
const firstRows = 50;

/** What stands in a line of a concordance. */
interface RowAt {
  readonly concordance: Concordance;
  readonly row: Row;
  readonly article: ReadArticle;
}

/** The concordances that are open in editors, as documents that cannot be edited. */
export class ConcordanceDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #services: Services;
  readonly #disposables = new DisposableStore();
  readonly #open = new Map<string, Concordance>();
  /** Looks at all files that change, so that it is there only while a concordance is open. */
  #freshness: Freshness | undefined;
  readonly #didChangeText = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#didChangeText.event;
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<void>());
  /** What is to be shown in or above a concordance has changed. */
  readonly onDidChangeAny = this.#didChange.event;
  #toRunAgain: Concordance | undefined;
  readonly #runAgain = this.#disposables.add(
    new Scheduler(pause, () => {
      if (this.#toRunAgain) this.run(this.#toRunAgain);
    }),
  );

  constructor(services: Services) {
    this.#services = services;
    const { workspace } = vscode;
    this.#disposables.add(workspace.registerTextDocumentContentProvider(concordanceScheme, this));
    this.#disposables.add(
      workspace.onDidOpenTextDocument((document) => {
        this.#opened(document);
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        this.get(document.uri)?.seen();
      }),
    );
    this.#disposables.add(
      workspace.onDidCloseTextDocument(({ uri }) => {
        // A document whose language the user changes closes and opens at once.
        if (uri.scheme !== concordanceScheme) return;
        setTimeout(() => {
          this.#close(uri);
        });
      }),
    );
    this.#disposables.add(
      services.articles.onDidAct(() => {
        // What the user does in a concordance shows in it; of what is done elsewhere it is told.
        this.#toRunAgain = this.active;
        if (this.#toRunAgain) this.#runAgain.schedule();
      }),
    );
    // They stay open where only the extensions are started again.
    for (const document of workspace.textDocuments) this.#opened(document);
  }

  /** The concordance of the active editor. */
  get active(): Concordance | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && this.get(editor.document.uri);
  }

  get(uri: vscode.Uri): Concordance | undefined {
    return this.#open.get(uri.toString());
  }

  /** What stands in a line, from 0, of a concordance; undefined where that is no row. */
  at(uri: vscode.Uri, line: number): RowAt | undefined {
    const concordance = this.get(uri);
    const row = concordance?.rowAt(line)?.row;
    if (!concordance || !row) return undefined;
    const article = concordance.articleOf(row);
    return article && { concordance, row, article };
  }

  /** What VS Code shows of a concordance. */
  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const concordance = this.#demand(uri);
    if (!concordance) return uri.query;
    // One that is opened with its first rows is seen sooner than one that is told of them later.
    if (concordance.isEmpty) await nextEvent(concordance.onDidChange, firstRows);
    return concordance.text();
  }

  /** Shows the concordance of a query, in an editor of its own or the one that it has. */
  async show(query: Query): Promise<void> {
    const uri = concordanceUri(query);
    const known = this.get(uri);
    if (known) this.run(known);
    const concordance = known ?? this.#add(uri, query);
    // VS Code makes the editor while it waits for the text, and not thereafter, as where the document is opened first.
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    concordance.seen();
  }

  /** Searches again. */
  run(concordance: Concordance): void {
    concordance.run().catch((error: unknown) => showError(error, this.#services.log));
  }

  dispose(): void {
    for (const concordance of this.#open.values()) concordance.dispose();
    this.#freshness?.dispose();
    this.#disposables.dispose();
  }

  #opened(document: vscode.TextDocument): void {
    if (document.uri.scheme !== concordanceScheme) return;
    // It may have been asked for while the one before it was closing.
    this.#demand(document.uri);
    // VS Code does not ask for the text of what was found while it was opening the document.
    this.#didChangeText.fire(document.uri);
  }

  /** The concordance of a document; one that is not known is of the window before it was loaded again. */
  #demand(uri: vscode.Uri): Concordance | undefined {
    const query = queryOfUri(uri, this.#services.schemas.articleAttributes);
    return this.get(uri) ?? (query && this.#add(uri, query));
  }

  #add(uri: vscode.Uri, query: Query): Concordance {
    const concordance = new Concordance(query, this.#services);
    this.#open.set(uri.toString(), concordance);
    this.#freshness ??= new Freshness(this.#services, this.#open);
    concordance.onDidChange(() => {
      this.#didChangeText.fire(uri);
      this.#didChange.fire();
    });
    this.run(concordance);
    return concordance;
  }

  #close(uri: vscode.Uri): void {
    const key = uri.toString();
    const isOpen = vscode.workspace.textDocuments.some((each) => each.uri.toString() === key);
    if (isOpen) return;
    this.#open.get(key)?.dispose();
    this.#open.delete(key);
    if (this.#open.size > 0) return;
    this.#freshness?.dispose();
    this.#freshness = undefined;
  }
}
