import * as vscode from 'vscode';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { AnnotationPart } from '../../core/model/parts';
import { defaultSchema } from '../../core/model/schema';
import { registerCommand } from '../../host/commands';
import { DisposableStore } from '../../host/disposables';
import { nothingOf, type ArticleState } from '../../workspace/articleState';
import { reveal } from '../../workspace/reveal';
import type { Services } from '../../workspace/services';
import { entityDragAndDrop } from './dragAndDrop';
import { treeItem } from './items';
import {
  entityTree,
  lostInQuotes,
  lostMentions,
  quoteTree,
  targetOf,
  type EntityNode,
  type QuoteNode,
} from './treeModel';

type Node = EntityNode | QuoteNode;

/** The views “Entities” and “Quotes” of the active article. */
export function register(services: Services): vscode.Disposable {
  const { active, log } = services;
  const store = new DisposableStore();
  const addView = (
    id: string,
    roots: (state: ArticleState) => Node[],
    lostIn: (set: AnnotationSet) => readonly AnnotationPart[],
    dragAndDropController?: vscode.TreeDragAndDropController<EntityNode>,
  ) => {
    const changed = store.add(new vscode.EventEmitter<void>());
    store.add(
      active.onDidChange(() => {
        changed.fire();
      }),
    );
    const provider: vscode.TreeDataProvider<Node> = {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => {
        if (!node) return active.article ? roots(active.article.state) : [];
        return 'children' in node ? [...node.children] : [];
      },
      getTreeItem: (node) => treeItem(node, active.article?.state ?? nothingOf(defaultSchema)),
    };
    const view = store.add(
      vscode.window.createTreeView(id, {
        treeDataProvider: provider,
        showCollapseAll: true,
        ...(dragAndDropController && { dragAndDropController }),
      }),
    );
    const describe = () => {
      const { article } = active;
      view.description = article ? vscode.workspace.asRelativePath(article.uri) : '';
      const lost = article ? lostIn(article.state.set).length : 0;
      const tooltip = vscode.l10n.t('Not found: {0}', lost);
      view.badge = lost > 0 ? { value: lost, tooltip } : undefined;
    };
    store.add(active.onDidChange(describe));
    describe();
  };
  addView(
    'chiosa.entities',
    ({ set, schema }) => entityTree(set, schema),
    lostMentions,
    entityDragAndDrop,
  );
  addView('chiosa.quotes', ({ set }) => quoteTree(set), lostInQuotes);
  store.add(
    registerCommand('_chiosa.reveal', log, async (node) => {
      const target = targetOf(node as Node);
      if (active.article && target) await reveal(active.article, target);
    }),
  );
  return store;
}
