import * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables';
import { UserError } from '../host/userError';
import type { AnnotatedArticle } from './annotatedArticle';
import type { ArticleState } from './articleState';
import type { ArticleStore } from './articleStore';
import type { ArticleFile } from '../core/sidecar/articleFile';
import { messageOf } from './problemMessage';
import { bringToFront } from './reveal';
import { articleUri } from './sidecarFile';

/** An article as it is while the user acts on it. */
export interface ShownArticle {
  readonly article: AnnotatedArticle;
  readonly state: ArticleState;
  readonly file: ArticleFile;
}

/** An article in an editor. */
export interface EditedArticle extends ShownArticle {
  readonly editor: vscode.TextEditor;
  /** What was selected when the act began: the user may have gone on by now. */
  readonly selections: readonly vscode.Selection[];
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
  /** The acts that move the cursor, while there are any. */
  #moving: Promise<void> | undefined;

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
   * The article of the active editor, or the one of `uri` brought into an editor, read.
   * @throws {UserError} where no article is active, or it cannot be annotated because it is no text
   */
  async demand(uri?: vscode.Uri): Promise<EditedArticle> {
    if (this.#moving) await this.#moving;
    return this.#demandNow(uri);
  }

  /**
   * Runs an act that moves the cursor. Acts that are begun meanwhile wait for it and mean the place to which
   * it goes, however quickly their keys come. @throws as `demand`
   */
  move(act: (edited: EditedArticle) => Promise<void>): Promise<void> {
    const before = this.#moving;
    const moving = (async () => {
      await before;
      await act(await this.#demandNow());
    })();
    const ended = moving
      .catch(() => undefined)
      .then(() => {
        if (this.#moving === ended) this.#moving = undefined;
      });
    this.#moving = ended;
    return moving;
  }

  async #demandNow(uri?: vscode.Uri): Promise<EditedArticle> {
    const editor =
      uri && uri.toString() !== vscode.window.activeTextEditor?.document.uri.toString()
        ? await bringToFront(uri)
        : vscode.window.activeTextEditor;
    if (!editor || !this.#articles.isArticle(editor.document)) {
      throw new UserError(
        vscode.l10n.t(
          'Open an article first: a saved file in plain text, Markdown, or a language of “chiosa.articleLanguages”.',
        ),
      );
    }
    const { selections } = editor;
    const article = await this.#articles.open(editor.document.uri);
    return { editor, selections, ...(await readNow(article)) };
  }

  /** The article that the sidebar shows, or the one of `uri`, read. @throws {UserError} where there is none */
  async demandShown(uri?: vscode.Uri): Promise<ShownArticle> {
    const article = uri ? await this.#articles.open(uri) : this.article;
    if (!article) throw new UserError(vscode.l10n.t('Open an article first.'));
    return readNow(article);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #follow(): void {
    const editor = vscode.window.activeTextEditor;
    // Without an active editor (the sidebar has the focus) the last article stays.
    if (!editor) return;
    const { document } = editor;
    this.#become(
      articleUri(document.uri) ?? (this.#articles.isArticle(document) ? document.uri : undefined),
    );
  }

  #become(uri: vscode.Uri | undefined): void {
    if (uri?.toString() === this.#uri?.toString()) return;
    this.#uri = uri;
    this.#didChange.fire();
  }
}

/** What was typed or changed outside a moment ago may not have been looked at yet. */
async function readNow(article: AnnotatedArticle): Promise<ShownArticle> {
  await article.reload();
  const { state } = article;
  const { file, articleProblems } = state;
  if (!file) {
    const [problem] = articleProblems;
    throw new UserError(
      problem ? messageOf(article.uri, problem) : vscode.l10n.t('There is no article.'),
    );
  }
  return { article, state, file };
}
