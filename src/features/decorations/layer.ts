import type * as vscode from 'vscode';

/**
 * What one editor shows of some decoration types. VS Code is told only what differs from what it has: each
 * call costs a message to the window and a drawing there.
 */
export class Layer {
  readonly #editor: vscode.TextEditor;
  /** What each type has; undefined where that is not known. */
  readonly #shown = new Map<vscode.TextEditorDecorationType, readonly vscode.Range[] | undefined>();

  constructor(editor: vscode.TextEditor) {
    this.#editor = editor;
  }

  /** Shows these ranges, and nothing of other types. */
  show(wanted: ReadonlyMap<vscode.TextEditorDecorationType, readonly vscode.Range[]>): void {
    for (const type of this.#shown.keys()) if (!wanted.has(type)) this.#set(type, []);
    for (const [type, ranges] of wanted) this.#set(type, ranges);
  }

  /** VS Code has moved the ranges with an edit of the text: nobody knows to where. */
  forget(): void {
    for (const type of this.#shown.keys()) this.#shown.set(type, undefined);
  }

  #set(type: vscode.TextEditorDecorationType, ranges: readonly vscode.Range[]): void {
    const before = this.#shown.get(type);
    if (before && isSame(before, ranges)) return;
    this.#shown.set(type, ranges);
    this.#editor.setDecorations(type, ranges);
  }
}

function isSame(a: readonly vscode.Range[], b: readonly vscode.Range[]): boolean {
  return a.length === b.length && a.every((range, i) => b[i]?.isEqual(range));
}
