import * as vscode from 'vscode';
import type { Change } from '../core/model/change';
import type { ArticleFile } from '../core/sidecar/articleFile';
import { showError } from '../host/commands';
import { DisposableStore } from '../host/disposables';
import { Scheduler } from '../host/scheduler';
import { ActHistory, type Step } from './actHistory';
import { AnnotatedArticle } from './annotatedArticle';
import { ArticlePrefetch } from './articlePrefetch';
import type { ArticleState } from './articleState';
import { openDocument } from './articleWords';
import type { LeftOut } from './leftOut';
import type { Redescription } from './redescription';
import type { Replacement } from './replacement';
import type { SchemaRename } from './schemaRename';
import type { SchemaStore } from './schemaStore';
import { isArticle, settings } from './settings';
import type { TextMemory } from './textMemory';
import { articleUri } from './sidecarFile';

/** What a change was made for. */
interface ChangedArticle {
  readonly article: AnnotatedArticle;
  readonly file: ArticleFile;
  readonly state: ArticleState;
}

/** An article that was read, open or not. */
export interface CorpusArticle {
  readonly uri: vscode.Uri;
  readonly file: ArticleFile;
  readonly state: ArticleState;
}

/** A change of an article as it was read. */
export interface ArticleChange extends CorpusArticle {
  readonly change: Change;
}

/** How long typing must rest, in ms, before the annotations are looked for in the new text. */
const typingPause = 200;

/**
 * The articles that are open in editors, or whose sidecars are, with their annotations, and the history of what was done to
 * them. The only owner of annotations in the extension.
 */
export class ArticleStore implements vscode.Disposable {
  readonly #schemas: SchemaStore;
  readonly #memory: TextMemory;
  readonly #articles = new Map<string, AnnotatedArticle>();
  readonly #disposables = new DisposableStore();
  readonly #history = new ActHistory((uri, act) => this.use(uri, act));
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<AnnotatedArticle>());
  /** The annotations, the text or the problems of an article have changed. */
  readonly onDidChange = this.#didChange.event;
  readonly #didClose = this.#disposables.add(new vscode.EventEmitter<AnnotatedArticle>());
  /** An article is no longer open in an editor. */
  readonly onDidClose = this.#didClose.event;
  readonly #didSave = this.#disposables.add(new vscode.EventEmitter<AnnotatedArticle>());
  /** An article in an editor was saved, and its sidecar says where its annotations stand in the new text. */
  readonly onDidSave = this.#didSave.event;
  readonly #didAct = this.#disposables.add(new vscode.EventEmitter<void>());
  /** An act of the user, or its undoing, is over, in whichever articles it was. */
  readonly onDidAct = this.#didAct.event;
  #acting: Promise<unknown> = Promise.resolve();
  readonly #prefetch = this.#disposables.add(
    new ArticlePrefetch(
      (uri) => new AnnotatedArticle(uri, this.#schemas, this.#memory).watch(),
      (uri) => this.#articles.has(uri.toString()),
    ),
  );
  readonly #changed = new Set<string>();
  readonly #afterTyping = this.#disposables.add(
    new Scheduler(typingPause, () => {
      for (const key of this.#changed) void this.#articles.get(key)?.reload();
      this.#changed.clear();
    }),
  );

  /** @param log where a sidecar that cannot be written for a saved article is told of, beside a message */
  constructor(schemas: SchemaStore, memory: TextMemory, log: vscode.LogOutputChannel) {
    const { workspace, window } = vscode;
    this.#schemas = schemas;
    this.#memory = memory;
    this.#disposables.add(
      schemas.onDidChange(() => {
        this.#judgeAgain();
      }),
    );
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
      workspace.onDidSaveTextDocument((document) => {
        this.#saved(document).catch((error: unknown) => showError(error, log));
      }),
    );
    // A document whose language changes closes and opens again.
    this.#disposables.add(
      workspace.onDidOpenTextDocument(({ uri }) => {
        const article = this.get(uri);
        if (article) this.#judge(article);
        this.#openVisible();
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (settings.articleLanguages.isChangedBy(event)) this.#judgeAgain();
      }),
    );
    this.#disposables.add(
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#close(uri);
      }),
    );
    // Now git may be asked for old texts.
    this.#disposables.add(
      workspace.onDidGrantWorkspaceTrust(() => {
        this.#judgeAgain();
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

  /** Whether a document is an article, by its language and by the schema of its project. */
  isArticle(document: vscode.TextDocument): boolean {
    return isArticle(document) && this.#schemas.includes(document.uri);
  }

  /** The article of a document, read. */
  async open(uri: vscode.Uri): Promise<AnnotatedArticle> {
    const known = this.get(uri);
    if (known) return known;
    const prefetched = this.#prefetch.take(uri);
    const article = prefetched ?? new AnnotatedArticle(uri, this.#schemas, this.#memory).watch();
    this.#articles.set(uri.toString(), article);
    article.onDidChange(() => {
      this.#didChange.fire(article);
    });
    // One that was read before has nothing new to tell.
    if (prefetched) this.#didChange.fire(article);
    await article.reload();
    return article;
  }

  /**
   * Acts on an article whether it is open or not. One that is not is read without being watched, and forgotten
   * afterwards, so that acts on thousands of articles are cheap and leave nothing behind.
   */
  async use<T>(uri: vscode.Uri, act: (article: AnnotatedArticle) => Promise<T>): Promise<T> {
    const open = this.get(uri);
    if (open) return act(open);
    const article = new AnnotatedArticle(uri, this.#schemas, this.#memory);
    try {
      return await act(article);
    } finally {
      article.dispose();
    }
  }

  /**
   * Makes a change of the text of `file` that can be undone.
   * @throws {UserError} where the sidecar cannot be written or the text is another one by now
   */
  apply({ article, file, state }: ChangedArticle, change: Change): Promise<void> {
    return this.applyAll('', [{ uri: article.uri, file, state, change }]);
  }

  /**
   * Makes changes of many articles, each of them once, that are undone together. `title` says what is done
   * while it takes long, and then that it is. `leftOut` are files that the act should have changed too, `rename`
   * is what it changes in the schema.
   * @throws {UserError} where there are some, or articles cannot be changed; the others are
   * @throws {vscode.CancellationError} where the user has cancelled; nothing is changed then
   */
  applyAll(
    title: string,
    changes: readonly (ArticleChange | Redescription | Replacement)[],
    leftOut: readonly LeftOut[] = [],
    rename?: SchemaRename,
  ): Promise<void> {
    const edits = changes.map((each) => {
      if (!('change' in each)) return each;
      const { uri, file, state, change } = each;
      return { uri, change, text: file.text, base: state };
    });
    return this.#told(this.#history.make({ title, edits, ...(rename && { rename }) }, leftOut));
  }

  /** Replaces the whole sidecar of an article, which can be undone. @throws {UserError} where it holds something else by now */
  replaceSidecar(replacement: Replacement): Promise<void> {
    return this.applyAll('', [replacement]);
  }

  /**
   * Takes back the last act, in whichever articles it was; undefined where there is none.
   * @param isShown whether an article that was alone is shown
   * @throws {UserError} where that cannot be; an act whose text is gone is forgotten
   */
  undo(isShown: boolean): Promise<Step | undefined> {
    return this.#told(this.#history.move('undo', isShown));
  }

  /** Makes the act last taken back again; as `undo`. */
  redo(isShown: boolean): Promise<Step | undefined> {
    return this.#told(this.#history.move('redo', isShown));
  }

  /** Takes back the renaming of a type, or makes it again, where the schema has been changed back by other means. */
  followSchema(schema: vscode.Uri): Promise<void> {
    return this.#history.followSchema(schema);
  }

  dispose(): void {
    for (const article of this.#articles.values()) article.dispose();
    this.#disposables.dispose();
  }

  /** Waits until the act that is under way is over, if one is. */
  async rest(): Promise<void> {
    await this.#acting;
  }

  #told<T>(act: Promise<T>): Promise<T> {
    this.#acting = act.catch(() => undefined);
    return act.finally(() => {
      this.#didAct.fire();
    });
  }

  #openVisible(): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      const article =
        articleUri(document.uri) ?? (this.isArticle(document) ? document.uri : undefined);
      if (article) void this.open(article);
    }
  }

  #lookAgain(uri: vscode.Uri): void {
    if (!this.#articles.has(uri.toString())) return;
    this.#changed.add(uri.toString());
    this.#afterTyping.schedule();
  }

  /** Replacing in many files saves articles that no editor shows. */
  async #saved(document: vscode.TextDocument): Promise<void> {
    if (!this.isArticle(document)) return;
    await this.use(document.uri, (article) => article.save());
    const article = this.get(document.uri);
    if (article) this.#didSave.fire(article);
  }

  #close(uri: vscode.Uri): void {
    const article = this.get(articleUri(uri) ?? uri);
    if (article && !isOpen(article.uri) && !isOpen(article.sidecar)) this.#forget(article);
  }

  /** Other files are articles now, by the schema or by the languages that the user says. */
  #judgeAgain(): void {
    for (const article of this.#articles.values()) this.#judge(article);
    this.#openVisible();
  }

  /** What is no article any more stays one only for who has opened its sidecar. */
  #judge(article: AnnotatedArticle): void {
    const document = openDocument(article.uri);
    const isOne = document ? this.isArticle(document) : this.#schemas.includes(article.uri);
    if (isOne || isOpen(article.sidecar)) void article.reload();
    else this.#forget(article);
  }

  #forget(article: AnnotatedArticle): void {
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
