import * as vscode from 'vscode';
import { moveBoundary as boundaryMoved, type BoundaryMove } from '../../core/edit/boundaryEdits';
import { touches } from '../../core/text/span';
import { toRange } from '../../host/convert';
import type { Services } from '../../workspace/services';
import { offsetMeant } from './selection';

/** Moves a boundary of the annotation at the cursor by a word; pressed twice, however quickly, by two. */
export function moveBoundary({ active, articles }: Services, move: BoundaryMove): Promise<void> {
  return active.move(async (edited) => {
    const { editor, file, state } = edited;
    const offset = offsetMeant(edited, undefined);
    const moved = boundaryMoved(state.set, file.text.text, offset, move);
    if (!moved) {
      const message = vscode.l10n.t(
        'There is no annotation at the cursor that can be extended or shrunk so.',
      );
      vscode.window.setStatusBarMessage(message, 4000);
      return;
    }
    await articles.apply(edited, moved.change);
    // The cursor stays in the annotation, so that the key can be pressed again.
    if (touches(moved.span, offset)) return;
    const range = toRange(file.text, moved.span);
    const position = move.boundary === 'end' ? range.end : range.start;
    editor.selection = new vscode.Selection(position, position);
  });
}
