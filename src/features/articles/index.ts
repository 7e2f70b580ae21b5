import * as vscode from 'vscode';
import { saysNothing } from '../../core/corpus/articleSummary';
import { disposeAll, DisposableStore } from '../../host/disposables';
import { PagedTree, type MoreRow } from '../../host/pagedTree';
import { Scheduler } from '../../host/scheduler';
import type { Services } from '../../workspace/services';
import {
  articleOfKey,
  articleUri,
  nameOf as pathOf,
  sidecarUri,
} from '../../workspace/sidecarFile';
import type { ArticleList } from '../../workspace/articleList';
import { articleItem, problemsReported, type PlacedFile } from './articleItems';
import {
  articleGroups,
  articleListing,
  progressOf,
  type ArticleRow,
  type StatusRow,
} from './articleTree';
import { articleBadges } from './badges';

/** How long the corpus must rest, in ms, before the view is drawn anew. */
const rest = 300;

/** Of more files than these VS Code draws only some of the badges anew, unless it is told to look at all. */
const mostNamed = 200;

const moreCommand = '_chiosa.articles.showMore';

/** The view “Articles”, with how far each is and all are, and badges on them in the explorer. */
export function register(services: Services): vscode.Disposable {
  const { list } = services;
  const store = new DisposableStore();
  const places = placesOf(list);
  let groups: readonly StatusRow<PlacedFile>[] = [];
  /** How many problems the rows tell of, by the keys of their articles. */
  const reported = new Map<string, number>();
  const tree = store.add(
    new PagedTree<ArticleRow<PlacedFile>>(
      async (row) => {
        if (!row) {
          groups = await groupsOf(services, await places());
          describe(progressOf(groups));
        }
        return articleListing(groups, row);
      },
      (row) => {
        if (row.kind === 'article') {
          reported.set(row.article.key, problemsReported(row.article.uri));
        }
        return articleItem(row);
      },
      moreCommand,
    ),
  );
  const view = store.add(
    vscode.window.createTreeView('chiosa.articles', {
      treeDataProvider: tree,
      showCollapseAll: true,
    }),
  );
  const describe = ({ done, all }: ReturnType<typeof progressOf>) => {
    view.description = all > 0 ? vscode.l10n.t('done: {0} of {1}', done, all) : '';
  };
  store.add(
    vscode.commands.registerCommand(moreCommand, async (row: MoreRow<ArticleRow<PlacedFile>>) => {
      const next = await tree.showMore(row);
      if (next) await view.reveal(next, { select: true, focus: true });
    }),
  );
  const badgesChanged = store.add(new vscode.EventEmitter<vscode.Uri[] | undefined>());
  const redraw = (learned: readonly vscode.Uri[]) => {
    tree.refresh();
    if (learned.length === 0) return;
    badgesChanged.fire(learned.length > mostNamed ? undefined : [...learned]);
  };
  store.add(whenChanged(services, list, reported, redraw));
  const badges = articleBadges(services, badgesChanged.event);
  store.add(vscode.window.registerFileDecorationProvider(badges));
  return store;
}

/**
 * Calls back after changes of what the view shows, with the articles that say something else.
 * @param reported how many problems the rows tell of, by the keys of their articles
 */
function whenChanged(
  { corpus }: Services,
  list: ArticleList,
  reported: ReadonlyMap<string, number>,
  redraw: (learned: readonly vscode.Uri[]) => void,
): vscode.Disposable {
  const learned = new Set<string>();
  const afterRest = new Scheduler(rest, () => {
    const uris = [...learned].flatMap((key) => articleOfKey(key) ?? []);
    learned.clear();
    redraw(uris);
  });
  return disposeAll(
    afterRest,
    corpus.onDidLearn((key) => {
      learned.add(key);
      afterRest.schedule();
    }),
    list.onDidChange(() => {
      afterRest.schedule();
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const isOther = uris.some((uri) => {
        const article = articleUri(uri) ?? uri;
        const shown = reported.get(sidecarUri(article).toString());
        return shown !== undefined && shown !== problemsReported(article);
      });
      if (isOther) afterRest.schedule();
    }),
  );
}

/** Where an article is. */
type Place = Omit<PlacedFile, 'summary'>;

/** Says where the articles of the workspace are, told once for each list of them. */
function placesOf(list: ArticleList): () => Promise<readonly Place[]> {
  let known:
    { readonly uris: readonly vscode.Uri[]; readonly places: readonly Place[] } | undefined;
  return async () => {
    const uris = await list.now();
    if (known?.uris !== uris) known = { uris, places: uris.map(placeOf) };
    return known.places;
  };
}

function placeOf(uri: vscode.Uri): Place {
  return { key: sidecarUri(uri).toString(), uri, path: pathOf(uri) };
}

/** All articles of the workspace, and those of other folders that are open and annotated. */
async function groupsOf(
  { corpus }: Services,
  places: readonly Place[],
): Promise<readonly StatusRow<PlacedFile>[]> {
  const known = await corpus.now();
  const files = new Map<string, PlacedFile>();
  for (const place of places) {
    files.set(place.key, { ...place, summary: known.summaryOf(place.key) });
  }
  for (const key of known.articles) {
    const summary = files.has(key) ? undefined : known.summaryOf(key);
    // An article that is only open says nothing.
    if (!summary || saysNothing(summary)) continue;
    const uri = articleOfKey(key);
    if (uri) files.set(key, { ...placeOf(uri), summary });
  }
  return articleGroups(files.values());
}
