import * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables';
import { UserError } from '../host/userError';
import type { AnnotatedArticle } from './annotatedArticle';
import type { ArticleStore } from './articleStore';
import type { ArticleFile } from '../core/sidecar/read';
import { messageOf } from './problemMessage';
import { isArticle } from './settings';
import { articleUri } from './sidecarFile';

/** An article in the active editor, with the words that it has. */
export interface EditedArticle {
  readonly editor: vscode.TextEditor;
  readonly article: AnnotatedArticle;
  readonly file: ArticleFile;
}

/**
 * The article that the user works on: that of the active editor, which may show its sidecar, or of the
 * last one while none is active.
 */
export class ActiveArticle implements vscode.Disposable {
  readonly #articles: ArticleStore;
  readonly #disposables = new DisposableStore();
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Another article is active, or the active one has changed. */
  readonly onDidChange = this.#didChange.event;
  #uri: vscode.Uri | undefined;

  constructor(articles: ArticleStore) {
    this.#articles = articles;
    this.#disposables.add(
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#follow();
      }),
    );
    this.#disposables.add(
      articles.onDidChange(({ uri }) => {
        this.#follow();
        if (uri.toString() === this.#uri?.toString()) this.#didChange.fire();
      }),
    );
    this.#disposables.add(
      articles.onDidClose(({ uri }) => {
        if (uri.toString() === this.#uri?.toString()) this.#become(undefined);
      }),
    );
    this.#follow();
  }

  get article(): AnnotatedArticle | undefined {
    return this.#uri && this.#articles.get(this.#uri);
  }

  /**
   * The article of the active editor, read.
   * @throws {UserError} where no article is active, or it cannot be annotated because it is no text
   */
  async demand(): Promise<EditedArticle> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isArticle(editor.document)) {
      throw new UserError(
        vscode.l10n.t(
          'Open an article first: a text or Markdown file, or one in a language of “chiosa.articleLanguages”.',
        ),
      );
    }
    const article = await this.#articles.open(editor.document.uri);
    // What was typed or changed outside a moment ago may not have been looked at yet.
    await article.reload();
    const { file, articleProblems } = article.state;
    if (!file) {
      const [problem] = articleProblems;
      throw new UserError(problem ? messageOf(article.uri, problem) : article.uri.toString());
    }
    return { editor, article, file };
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #follow(): void {
    const editor = vscode.window.activeTextEditor;
    // Without an active editor (the sidebar has the focus) the last article stays.
    if (!editor) return;
    const { document } = editor;
    this.#become(articleUri(document.uri) ?? (isArticle(document) ? document.uri : undefined));
  }

  #become(uri: vscode.Uri | undefined): void {
    if (uri?.toString() === this.#uri?.toString()) return;
    this.#uri = uri;
    this.#didChange.fire();
  }
}
