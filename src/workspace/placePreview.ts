import * as vscode from 'vscode';
import type { Span } from '../core/text/span';
import { toRange } from '../host/convert';
import type { EditedArticle } from './activeArticle';

/** Marks places in the editor and scrolls to them, without selecting them, and back when it is disposed of. */
export class PlacePreview implements vscode.Disposable {
  readonly #edited: Pick<EditedArticle, 'editor' | 'file'>;
  readonly #seen: vscode.Range | undefined;
  readonly #mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
    outline: '1px solid',
    outlineColor: new vscode.ThemeColor('focusBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  });

  constructor(edited: Pick<EditedArticle, 'editor' | 'file'>) {
    this.#edited = edited;
    [this.#seen] = edited.editor.visibleRanges;
  }

  /** Shows the pieces of one place; none for nothing. */
  show(spans: readonly Span[]): void {
    const { editor, file } = this.#edited;
    const ranges = spans.map((span) => toRange(file.text, span));
    editor.setDecorations(this.#mark, ranges);
    const [first] = ranges;
    // What is at the top would be behind the list.
    if (first) editor.revealRange(first, vscode.TextEditorRevealType.InCenter);
  }

  dispose(): void {
    this.#mark.dispose();
    if (this.#seen) this.#edited.editor.revealRange(this.#seen, vscode.TextEditorRevealType.AtTop);
  }
}
