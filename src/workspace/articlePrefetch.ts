import * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables';
import type { AnnotatedArticle } from './annotatedArticle';
import { sidecarUri, statIfThere } from './sidecarFile';

/** How long an article that was read is kept for an editor that does not come, in ms. */
const patience = 10_000;

/**
 * Reads annotated articles while VS Code is still opening them: a tab is there before its text, so that the
 * first marks need not wait for both, one after the other.
 */
export class ArticlePrefetch implements vscode.Disposable {
  readonly #read: (uri: vscode.Uri) => AnnotatedArticle;
  readonly #isKnown: (uri: vscode.Uri) => boolean;
  readonly #articles = new Map<string, AnnotatedArticle>();
  readonly #disposables = new DisposableStore();

  /** @param read makes an article @param isKnown whether an article is read already */
  constructor(read: (uri: vscode.Uri) => AnnotatedArticle, isKnown: (uri: vscode.Uri) => boolean) {
    this.#read = read;
    this.#isKnown = isKnown;
    this.#disposables.add(
      vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
        for (const { input, isActive } of [...opened, ...changed]) {
          if (!isActive || !(input instanceof vscode.TabInputText)) continue;
          if (!this.#isKnown(input.uri)) void this.#prefetch(input.uri);
        }
      }),
    );
  }

  /** Hands over an article that has been read, or is being read; undefined where it is not. */
  take(uri: vscode.Uri): AnnotatedArticle | undefined {
    const article = this.#articles.get(uri.toString());
    this.#articles.delete(uri.toString());
    return article;
  }

  dispose(): void {
    for (const article of this.#articles.values()) article.dispose();
    this.#disposables.dispose();
  }

  async #prefetch(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    if (this.#articles.has(key)) return;
    // What has no sidecar has no marks to wait for.
    if (!(await statIfThere(sidecarUri(uri)).catch(() => undefined))) return;
    if (this.#articles.has(key) || this.#isKnown(uri)) return;
    const article = this.#read(uri);
    this.#articles.set(key, article);
    void article.reload();
    setTimeout(() => {
      if (this.#articles.get(key) === article) this.take(uri)?.dispose();
    }, patience);
  }
}
