/** Replaces `source[start, end)`; offsets are UTF-16 code units. */
export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What puts a text before what stands at an offset. */
export function insertion(offset: number, text: string): SourceEdit {
  return { start: offset, end: offset, text };
}

/** The end of line that a source has; LF where it has none. */
export function eolOf(source: string): '\r\n' | '\n' {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

/** The text with that end of line. */
export function withEol(text: string, eol: '\r\n' | '\n'): string {
  return text.replace(/\r?\n/g, eol);
}

/**
 * The source with the edits, which do not overlap; insertions at one place come in their order, before what is replaced
 * there.
 */
export function applyEdits(source: string, edits: readonly SourceEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = '';
  let from = 0;
  for (const { edit } of ordered) {
    result += source.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + source.slice(from);
}
