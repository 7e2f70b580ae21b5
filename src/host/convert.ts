import * as vscode from 'vscode';
import type { ArticleText, Position } from '../core/text/articleText';
import type { Span } from '../core/text/span';

// The only place where offsets become positions of VS Code and back. Both count UTF-16 code units, and
// VS Code breaks lines where `ArticleText` does, so a position means the same in both, whatever the ends
// of line of the document are.

export function toRange(text: ArticleText, span: Span): vscode.Range {
  return new vscode.Range(
    toPosition(text.positionAt(span.start)),
    toPosition(text.positionAt(span.end)),
  );
}

export function toSpan(text: ArticleText, range: vscode.Range): Span {
  return { start: toOffset(text, range.start), end: toOffset(text, range.end) };
}

export function toOffset(text: ArticleText, position: vscode.Position): number {
  return text.offsetAt({ line: position.line, column: position.character });
}

/** The range of a problem, whose positions are zero-based as those of VS Code. */
export function toProblemRange(range: {
  readonly start: Position;
  readonly end: Position;
}): vscode.Range {
  return new vscode.Range(toPosition(range.start), toPosition(range.end));
}

/** Whether the document has just these lines of the text, which are zero-based and both included. */
export function showsText(
  document: vscode.TextDocument,
  text: ArticleText,
  lines: { readonly first: number; readonly last: number },
): boolean {
  if (document.lineCount !== text.lineCount) return false;
  for (let line = lines.first; line <= lines.last; line += 1) {
    const { start, end } = text.lineSpan(line);
    if (document.lineAt(line).text !== text.text.slice(start, end)) return false;
  }
  return true;
}

function toPosition({ line, column }: Position): vscode.Position {
  return new vscode.Position(line, column);
}
