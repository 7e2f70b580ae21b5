import type * as vscode from 'vscode';
import type { ArticleText } from '../core/text/articleText';
import type { TextEdit } from '../core/text/textEdit';
import { toSpan } from '../host/convert';

/** What was typed into an article: the text that came of it, and its edits in their order. */
export interface Typed {
  readonly text: ArticleText;
  readonly edits: readonly TextEdit[];
}

/** Follows what is typed into an article, so that its annotations move along and need not be looked for. */
export class Typing {
  #version: number | undefined;
  #text: ArticleText | undefined;
  #edits: TextEdit[] = [];

  /** @param version that of the document that has just this text */
  start(text: ArticleText, version: number): void {
    [this.#text, this.#version, this.#edits] = [text, version, []];
  }

  follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const before = document.version - 1;
    if (this.#version !== before) this.#text = undefined;
    this.#version = document.version;
    // They stand in the text as it was before all of them, the last one first.
    for (const { range, text } of contentChanges) {
      if (!this.#text) return;
      const span = toSpan(this.#text, range);
      const { length } = this.#text.text;
      this.#text = this.#text.edited(span, text);
      const growth = this.#text.text.length - length;
      this.#edits.push({ span, length: growth + span.end - span.start });
    }
  }

  /** Whether the text of this version of the document is known. */
  follows(version: number): boolean {
    return this.#text !== undefined && this.#version === version;
  }

  /** What was typed since `start` or the last call, or undefined where that version was not followed. */
  take(version: number): Typed | undefined {
    if (!this.#text || !this.follows(version)) return undefined;
    const typed = { text: this.#text, edits: this.#edits };
    this.#edits = [];
    return typed;
  }
}
