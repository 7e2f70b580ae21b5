import * as vscode from 'vscode';
import type { MoreRow } from '../../host/pagedTree';
import { isMore } from '../../host/pagedTree';
import { draggedOf, dropOf, type Dragged } from './dragged';
import type { Row } from './rows';

/** What VS Code calls rows that are dragged out of the views. */
const mimeTypes = {
  'chiosa.entities': 'application/vnd.code.tree.chiosa.entities',
  'chiosa.quotes': 'application/vnd.code.tree.chiosa.quotes',
};

/** A view whose rows can be dragged. */
export type DraggedView = keyof typeof mimeTypes;

/** Drags rows out of a view, and drops those of either view onto rows. No question is asked: undo takes it back. */
export function dragAndDrop(
  view: DraggedView,
): vscode.TreeDragAndDropController<Row | MoreRow<Row>> {
  const dropMimeTypes = Object.values(mimeTypes);
  return {
    dragMimeTypes: [mimeTypes[view]],
    dropMimeTypes,

    handleDrag(nodes, transfer) {
      const rows = nodes.filter((node): node is Row => !isMore(node));
      const dragged = JSON.stringify(draggedOf(rows));
      transfer.set(mimeTypes[view], new vscode.DataTransferItem(dragged));
    },

    async handleDrop(target, transfer) {
      if (!target || isMore(target)) return;
      const dragged = await draggedIn(transfer);
      const drop = dragged && dropOf(dragged, target);
      if (drop) await vscode.commands.executeCommand(drop.command, drop.argument);
    },
  };
}

/** What was dragged. In another view VS Code puts an item of its own, of the same type, before that of `handleDrag`. */
async function draggedIn(transfer: vscode.DataTransfer): Promise<Dragged | undefined> {
  for (const [type, item] of transfer) {
    if (!Object.values(mimeTypes).includes(type)) continue;
    const value = await item.asString();
    const dragged = value === '' ? {} : (JSON.parse(value) as Partial<Dragged>);
    if (dragged.entities && dragged.mentions && dragged.quotes) return dragged as Dragged;
  }
  return undefined;
}
