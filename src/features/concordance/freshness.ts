import * as vscode from 'vscode';
import { looksIntoBareArticles, mayHaveRows } from '../../core/concordance/articleFilter';
import { DisposableStore } from '../../host/disposables';
import { Scheduler } from '../../host/scheduler';
import type { Services } from '../../workspace/services';
import { articleOfKey, sidecarUri } from '../../workspace/sidecarFile';
import type { Concordance } from './concordance';

/** How long changes must rest, in ms, before it is looked whether they change rows. */
const pause = 300;

/** Sees whether what open concordances show is what articles still say. */
export class Freshness implements vscode.Disposable {
  readonly #services: Services;
  readonly #open: ReadonlyMap<string, Concordance>;
  readonly #disposables = new DisposableStore();
  readonly #changed = new Map<string, vscode.Uri>();
  /** The articles that were listed when it was last looked. */
  #seen: ReadonlySet<string> = new Set();
  readonly #look = this.#disposables.add(
    new Scheduler(pause, () => {
      this.#lookAtChanged().catch((error: unknown) => {
        this.#services.log.error(String(error));
      });
    }),
  );

  constructor(services: Services, open: ReadonlyMap<string, Concordance>) {
    this.#services = services;
    this.#open = open;
    const note = (uri: vscode.Uri | undefined) => {
      if (!uri) return;
      this.#changed.set(uri.toString(), uri);
      this.#look.schedule();
    };
    this.#disposables.add(
      services.corpus.onDidChange((key) => {
        note(articleOfKey(key));
      }),
    );
    const files = this.#disposables.add(vscode.workspace.createFileSystemWatcher('**/*'));
    for (const event of [files.onDidChange, files.onDidCreate, files.onDidDelete]) {
      this.#disposables.add(event(note));
    }
    // Of a folder that comes VS Code may not tell what is in it; the list knows.
    this.#disposables.add(
      services.list.onDidChange(() => {
        this.#look.schedule();
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Looks at each changed article until no concordance is left that still shows what the articles say. */
  async #lookAtChanged(): Promise<void> {
    const all = [...this.#open.values()];
    // What is being searched may have been read before it changed.
    if (all.some(({ progress }) => progress === 'reading')) {
      this.#look.schedule();
      return;
    }
    const uris = [...this.#changed.values()];
    this.#changed.clear();
    const areListed = all.some(({ query }) => looksIntoBareArticles(query));
    const list = areListed ? await this.#services.list.now() : [];
    const listed = new Set(list.map((uri) => uri.toString()));
    const come = list.filter((uri) => !this.#seen.has(uri.toString()));
    this.#seen = listed;
    for (const concordance of all) {
      const unsearched = come.filter((uri) => !concordance.found.isExpected(uri));
      for (const uri of [...uris, ...unsearched]) {
        if (!concordance.isStale && (await this.#isChanged(concordance, uri, listed)))
          concordance.outdate();
      }
    }
  }

  async #isChanged(
    { query, found }: Concordance,
    uri: vscode.Uri,
    listed: ReadonlySet<string>,
  ): Promise<boolean> {
    const { articles, corpus } = this.#services;
    const summary = corpus.known.summaryOf(sidecarUri(uri).toString());
    const isLookedInto = looksIntoBareArticles(query)
      ? listed.has(uri.toString())
      : mayHaveRows(query, summary);
    if (!isLookedInto && !found.hasRead(uri)) return false;
    return articles.use(uri, async (article) => {
      await article.reload();
      const { file, set } = article.state;
      return !found.isUpToDate(uri, file && { set, text: file.text });
    });
  }
}
