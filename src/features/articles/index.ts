import * as vscode from 'vscode';
import { saysNothing } from '../../core/corpus/articleSummary';
import { DisposableStore } from '../../host/disposables';
import { Scheduler } from '../../host/scheduler';
import type { Services } from '../../workspace/services';
import { articleUri, nameOf as pathOf } from '../../workspace/sidecarFile';
import { articleItem, type PlacedFile } from './articleItems';
import { articleTree, progressOf, type ArticleNode } from './articleTree';
import { articleBadges } from './badges';

/** How long the corpus must rest, in ms, before the view is drawn anew. */
const rest = 300;

/** The view “Articles”, with how far each is and all are, and badges on them in the explorer. */
export function register(services: Services): vscode.Disposable {
  const { corpus } = services;
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<undefined>());
  const provider: vscode.TreeDataProvider<ArticleNode<PlacedFile>> = {
    onDidChangeTreeData: changed.event,
    async getChildren(node) {
      if (node) return node.kind === 'status' ? [...node.children] : [];
      await corpus.now();
      const tree = articleTree(filesOf(services));
      describe(progressOf(tree));
      return tree;
    },
    getTreeItem: articleItem,
  };
  const view = store.add(
    vscode.window.createTreeView('chiosa.articles', {
      treeDataProvider: provider,
      showCollapseAll: true,
    }),
  );
  const describe = ({ done, all }: ReturnType<typeof progressOf>) => {
    view.description = all > 0 ? vscode.l10n.t('done: {0} of {1}', done, all) : '';
  };
  const afterRest = store.add(
    new Scheduler(rest, () => {
      changed.fire(undefined);
    }),
  );
  store.add(
    corpus.onDidChange(() => {
      afterRest.schedule();
    }),
  );
  const badges = articleBadges(services, changed.event);
  store.add(vscode.window.registerFileDecorationProvider(badges));
  return store;
}

function* filesOf({ corpus: { known } }: Services): Generator<PlacedFile, void, undefined> {
  for (const key of known.articles) {
    const uri = articleUri(vscode.Uri.parse(key));
    const summary = known.summaryOf(key);
    // An article that is only open says nothing.
    if (uri && summary && !saysNothing(summary)) yield { uri, path: pathOf(uri), summary };
  }
}
