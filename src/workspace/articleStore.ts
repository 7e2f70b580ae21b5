import * as vscode from 'vscode';
import { isEmpty, invert, type Change } from '../core/model/change';
import { History } from '../core/model/history';
import type { ArticleFile } from '../core/sidecar/read';
import type { ArticleText } from '../core/text/articleText';
import { DisposableStore } from '../host/disposables';
import { Scheduler } from '../host/scheduler';
import { UserError } from '../host/userError';
import { AnnotatedArticle, type ArticleState } from './annotatedArticle';
import { isArticle, settings } from './settings';
import { articleUri, nameOf } from './sidecarFile';

/** One act of the user on one article. */
interface Step {
  readonly uri: vscode.Uri;
  readonly change: Change;
  /** The text whose places the change speaks of. */
  readonly text: ArticleText;
}

/** What a change was made for. */
interface ChangedArticle {
  readonly article: AnnotatedArticle;
  readonly file: ArticleFile;
  readonly state: ArticleState;
}

/** How long typing must rest, in ms, before the annotations are looked for in the new text. */
const typingPause = 200;

/**
 * The articles that are open in editors, or whose sidecars are, with their annotations, and the history of what was done to
 * them. The only owner of annotations in the extension.
 */
export class ArticleStore implements vscode.Disposable {
  readonly #articles = new Map<string, AnnotatedArticle>();
  readonly #disposables = new DisposableStore();
  readonly #history = new History<Step>();
  #acts: Promise<unknown> = Promise.resolve();
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<AnnotatedArticle>());
  /** The annotations, the text or the problems of an article have changed. */
  readonly onDidChange = this.#didChange.event;
  readonly #didClose = this.#disposables.add(new vscode.EventEmitter<AnnotatedArticle>());
  /** An article is no longer open in an editor. */
  readonly onDidClose = this.#didClose.event;
  readonly #changed = new Set<string>();
  readonly #afterTyping = this.#disposables.add(
    new Scheduler(typingPause, () => {
      for (const key of this.#changed) void this.#articles.get(key)?.reload();
      this.#changed.clear();
    }),
  );

  constructor() {
    const { workspace, window } = vscode;
    this.#disposables.add(
      window.onDidChangeVisibleTextEditors(() => {
        this.#openVisible();
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#lookAgain(document.uri);
      }),
    );
    this.#disposables.add(
      workspace.onDidSaveTextDocument(({ uri }) => {
        this.#lookAgain(uri);
      }),
    );
    // A document whose language changes closes and opens again.
    this.#disposables.add(
      workspace.onDidOpenTextDocument(() => {
        this.#openVisible();
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (settings.articleLanguages.isChangedBy(event)) this.#openVisible();
      }),
    );
    this.#disposables.add(
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#close(uri);
      }),
    );
    this.#openVisible();
  }

  /** The article of a document that is open in an editor; undefined for other documents. */
  get(uri: vscode.Uri): AnnotatedArticle | undefined {
    return this.#articles.get(uri.toString());
  }

  get all(): Iterable<AnnotatedArticle> {
    return this.#articles.values();
  }

  /** The article of a document, read. */
  async open(uri: vscode.Uri): Promise<AnnotatedArticle> {
    const known = this.get(uri);
    if (known) return known;
    const article = new AnnotatedArticle(uri);
    this.#articles.set(uri.toString(), article);
    article.onDidChange(() => {
      this.#didChange.fire(article);
    });
    await article.reload();
    return article;
  }

  /**
   * Makes a change of the text of `file` that can be undone.
   * @throws {UserError} where the sidecar cannot be written or the text is another one by now
   */
  async apply({ article, file, state }: ChangedArticle, change: Change): Promise<void> {
    if (isEmpty(change)) return;
    await this.#inTurn(async () => {
      await article.apply(change, file.text, state);
      this.#history.record({ uri: article.uri, change, text: file.text });
    });
  }

  /**
   * Takes back the last act, in whichever article it was; false where there is none.
   * @throws {UserError} where that cannot be; an act whose text is gone is forgotten
   */
  undo(): Promise<boolean> {
    return this.#inTurn(() => this.#move('undo'));
  }

  /** Makes the act last taken back again; as `undo`. */
  redo(): Promise<boolean> {
    return this.#inTurn(() => this.#move('redo'));
  }

  dispose(): void {
    for (const article of this.#articles.values()) article.dispose();
    this.#disposables.dispose();
  }

  /** Acts wait for each other, so that an undo takes back the act before it, however quickly it comes. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#acts.then(act);
    this.#acts = result.catch(() => undefined);
    return result;
  }

  async #move(direction: 'undo' | 'redo'): Promise<boolean> {
    const isUndo = direction === 'undo';
    const step = isUndo ? this.#history.nextUndo : this.#history.nextRedo;
    if (!step) return false;
    const change = isUndo ? invert(step.change) : step.change;
    const article = await this.#shown(step.uri);
    await article?.reload();
    if (article?.state.file?.text.text !== step.text.text) {
      this.#history.forget(step);
      throw new UserError(
        vscode.l10n.t(
          'The last act cannot be changed any more, because {0} has another text by now. The one before it is next.',
          nameOf(step.uri),
        ),
      );
    }
    await article.apply(change, step.text, article.state);
    if (isUndo) this.#history.undone();
    else this.#history.redone();
    return true;
  }

  /** The article in an editor, so that the user sees what is undone; undefined where it is gone. */
  async #shown(uri: vscode.Uri): Promise<AnnotatedArticle | undefined> {
    try {
      if (vscode.window.activeTextEditor?.document.uri.toString() !== uri.toString()) {
        await vscode.window.showTextDocument(uri);
      }
      return await this.open(uri);
    } catch {
      // VS Code has said in its own words that the file cannot be opened.
      return undefined;
    }
  }

  #openVisible(): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      const article = articleUri(document.uri) ?? (isArticle(document) ? document.uri : undefined);
      if (article) void this.open(article);
    }
  }

  #lookAgain(uri: vscode.Uri): void {
    if (!this.#articles.has(uri.toString())) return;
    this.#changed.add(uri.toString());
    this.#afterTyping.schedule();
  }

  #close(uri: vscode.Uri): void {
    const article = this.get(articleUri(uri) ?? uri);
    if (!article || isOpen(article.uri) || isOpen(article.sidecar)) return;
    this.#articles.delete(article.uri.toString());
    article.dispose();
    this.#didClose.fire(article);
  }
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => !document.isClosed && document.uri.toString() === uri.toString(),
  );
}
