import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import { DisposableStore } from '../../host/disposables';
import { reveal } from '../../workspace/reveal';
import type { Services } from '../../workspace/services';
import { entityDragAndDrop } from './dragAndDrop';
import { treeItem } from './items';
import { entityTree, quoteTree, targetOf, type EntityNode, type QuoteNode } from './treeModel';

type Node = EntityNode | QuoteNode;

/** The views “Entities” and “Quotes” of the active article. */
export function register(services: Services): vscode.Disposable {
  const { active, log } = services;
  const store = new DisposableStore();
  const addView = (
    id: string,
    roots: () => Node[],
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
      getChildren: (node) => (node ? ('children' in node ? [...node.children] : []) : roots()),
      getTreeItem: (node) => treeItem(node, active.article?.state),
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
    };
    store.add(active.onDidChange(describe));
    describe();
  };
  addView(
    'chiosa.entities',
    () => (active.article ? entityTree(active.article.state.set, active.article.state.schema) : []),
    entityDragAndDrop,
  );
  addView('chiosa.quotes', () => (active.article ? quoteTree(active.article.state.set) : []));
  store.add(
    registerCommand('_chiosa.reveal', log, async (node) => {
      const target = targetOf(node as Node);
      if (active.article && target) await reveal(active.article, target);
    }),
  );
  return store;
}
