import * as vscode from 'vscode';
import type { EntityNode } from './treeModel';

/** What VS Code calls rows that are dragged within the view `chiosa.entities`. */
const mimeType = 'application/vnd.code.tree.chiosa.entities';

/**
 * An entity that is dropped onto another one is merged into it, a mention that is dropped onto an entity
 * becomes one of it. No question is asked: undo takes it back.
 */
export const entityDragAndDrop: vscode.TreeDragAndDropController<EntityNode> = {
  dragMimeTypes: [mimeType],
  dropMimeTypes: [mimeType],

  handleDrag(nodes, transfer) {
    transfer.set(mimeType, new vscode.DataTransferItem(nodes));
  },

  async handleDrop(target, transfer) {
    if (target?.kind !== 'entity') return;
    const into = target.entity.id;
    const nodes = (transfer.get(mimeType)?.value ?? []) as readonly EntityNode[];
    const [node] = nodes;
    if (node?.kind === 'entity') {
      await vscode.commands.executeCommand('chiosa.mergeEntities', { entity: node.entity, into });
    } else if (node?.kind === 'mention') {
      const { mention } = node;
      await vscode.commands.executeCommand('_chiosa.moveMention', { mention, into });
    }
  },
};
