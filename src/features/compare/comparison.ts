import * as vscode from 'vscode';
import { diffSets } from '../../core/diff/diffSets';
import type { Difference } from '../../core/diff/difference';
import type { TwoSets } from '../../core/diff/restoring';
import type { ParsedSource } from '../../core/sidecar/parseBlocks';
import type { ArticleFile } from '../../core/sidecar/articleFile';
import { DisposableStore } from '../../host/disposables';
import { Scheduler } from '../../host/scheduler';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import type { ArticleState } from '../../workspace/articleState';
import type { ArticleStore } from '../../workspace/articleStore';
import { nameOf } from '../../workspace/sidecarFile';
import { placedVersion, type SidecarVersion } from '../../workspace/sidecarVersions';

/** What differs between a version of a sidecar and what it says now, in the article's present text. */
export interface Compared extends TwoSets {
  readonly article: vscode.Uri;
  /** What is compared, as `ponte.txt: HEAD ↔ now`. */
  readonly title: string;
  /** The state that the later set is of. */
  readonly state: ArticleState & { readonly file: ArticleFile };
  readonly differences: readonly Difference[];
}

/** How long changes must rest, in ms, before an article is compared anew. */
const rest = 200;

/** What an article is compared with, and what that said when it was last read. */
interface Subject {
  readonly article: vscode.Uri;
  readonly version: SidecarVersion;
  readonly parsed: ParsedSource;
  readonly following: vscode.Disposable;
}

/** The comparison of one article with a version of its annotations: it follows both, until it is closed. */
export class Comparison implements vscode.Disposable {
  readonly #articles: ArticleStore;
  readonly #disposables = new DisposableStore();
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<void>());
  /** What differs has changed, or there is another comparison, or none. */
  readonly onDidChange = this.#didChange.event;
  #subject: Subject | undefined;
  #compared: Compared | undefined;
  readonly #articleChanged = this.#disposables.add(
    new Scheduler(rest, () => void this.#compareAgain()),
  );
  readonly #versionMoved: Scheduler;

  constructor(articles: ArticleStore, log: vscode.LogOutputChannel) {
    this.#articles = articles;
    this.#versionMoved = this.#disposables.add(
      new Scheduler(rest, () => {
        // A version that is not to be read any more, as that of a branch that is gone, stays what it was.
        this.#readAgain().catch((error: unknown) => {
          log.warn(String(error));
        });
      }),
    );
    this.#disposables.add(
      articles.onDidChange(({ uri }) => {
        if (uri.toString() === this.#subject?.article.toString()) this.#articleChanged.schedule();
      }),
    );
  }

  /** What differs, as it was last compared; undefined while nothing is compared. */
  get compared(): Compared | undefined {
    return this.#compared;
  }

  /** Compares an article, whose text is known, with a version. @throws {UserError} where that cannot be read wholly */
  async start({ uri }: AnnotatedArticle, version: SidecarVersion): Promise<void> {
    const parsed = await version.read();
    const repository = version.repository?.state;
    const following =
      repository?.onDidChange(() => {
        this.#versionMoved.schedule();
      }) ?? new DisposableStore();
    this.#subject?.following.dispose();
    this.#subject = { article: uri, version, parsed, following };
    await this.#compareAgain();
  }

  close(): void {
    this.#subject?.following.dispose();
    this.#subject = undefined;
    this.#become(undefined);
  }

  dispose(): void {
    this.#subject?.following.dispose();
    this.#disposables.dispose();
  }

  #become(compared: Compared | undefined): void {
    this.#compared = compared;
    this.#didChange.fire();
  }

  /** A branch may have moved. */
  async #readAgain(): Promise<void> {
    const before = this.#subject;
    if (!before) return;
    const parsed = await before.version.read();
    if (this.#subject !== before || parsed.source === before.parsed.source) return;
    this.#subject = { ...before, parsed };
    await this.#compareAgain();
  }

  async #compareAgain(): Promise<void> {
    const subject = this.#subject;
    if (!subject) return;
    const { article, version, parsed } = subject;
    const state = this.#articles.get(article)?.state;
    const { file } = state ?? {};
    // An article that is closed is as it was.
    if (!state || !file) return;
    const before = await placedVersion(article, { ...state, file }, parsed);
    // What was asked for later may have been there first.
    if (this.#subject !== subject || this.#articles.get(article)?.state !== state) {
      this.#articleChanged.schedule();
      return;
    }
    const after = state.set;
    const title = vscode.l10n.t('{0}: {1} ↔ now', nameOf(article), version.label);
    const differences = diffSets(before, after);
    this.#become({ article, title, state: { ...state, file }, before, after, differences });
  }
}
