import type { Span } from './span';

/** A place in a text. Lines and columns are zero-based; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The text of an article as annotations see it: every end of line (CRLF, CR or LF) is one LF and a
 * byte order mark is not part of it. Its offsets, in UTF-16 code units, are those of every `Span`, so
 * they are the same on all systems, whatever git or an editor did to the ends of line.
 */
export class ArticleText {
  readonly text: string;
  /** Where each line begins, ascending; the first is 0. */
  readonly #lineStarts: readonly number[];
  /** LF-text offsets of the LFs that were CRLF in the file, ascending. */
  readonly #crlfs: readonly number[];
  /** Offsets of the second halves of surrogate pairs, found when first asked for. */
  #lowSurrogates: readonly number[] | undefined;

  /** @param fileText the decoded file, its ends of line as they are, without a byte order mark */
  constructor(fileText: string) {
    const lineStarts = [0];
    const crlfs: number[] = [];
    this.text = fileText.replace(/\r\n?|\n/g, (eol, at: number) => {
      const lf = at - crlfs.length;
      if (eol.length === 2) crlfs.push(lf);
      lineStarts.push(lf + 1);
      return '\n';
    });
    this.#lineStarts = lineStarts;
    this.#crlfs = crlfs;
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** The span of the line's words, without its end of line. `line` is zero-based and must exist. */
  lineSpan(line: number): Span {
    const start = this.#lineStarts[line];
    if (start === undefined) throw new RangeError(`no line ${line}`);
    return { start, end: (this.#lineStarts[line + 1] ?? this.text.length + 1) - 1 };
  }

  /** The position of an offset; offsets outside the text are moved to its start or end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = countBelow(this.#lineStarts, inside + 1) - 1;
    return { line, column: inside - (this.#lineStarts[line] ?? 0) };
  }

  /** The offset of a position; positions outside the text are moved to the nearest end of line. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.text.length;
    const line = this.lineSpan(position.line);
    return Math.max(line.start, Math.min(line.start + position.column, line.end));
  }

  /**
   * The offset in Unicode code points from the start of the file's text, with the ends of line as they
   * are in the file (a CRLF is two): the unit of the command line's output.
   */
  codePointOffset(offset: number): number {
    this.#lowSurrogates ??= lowSurrogates(this.text);
    return offset + countBelow(this.#crlfs, offset) - countBelow(this.#lowSurrogates, offset);
  }
}

/** How many of the ascending `values` are smaller than `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lowSurrogates(text: string): number[] {
  const offsets: number[] = [];
  for (const match of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g))
    offsets.push(match.index + 1);
  return offsets;
}
