import { firstIndex } from './bisect';
import type { Span } from './span';

/** A place in a text. Lines and columns are zero-based; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where lines begin and which of their ends were CRLF in the file, in UTF-16 code units of the LF text. */
interface Lines {
  readonly starts: readonly number[];
  readonly crlfs: readonly number[];
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

  /**
   * @param fileText the decoded file, its ends of line as they are, without a byte order mark
   * @param lines what is known of its lines already; the text then has no ends of line but LF
   */
  constructor(fileText: string, lines?: Lines) {
    const crlfs: number[] = [];
    this.text =
      lines || !fileText.includes('\r')
        ? fileText
        : fileText.replace(/\r\n?/g, (eol, at: number) => {
            if (eol.length === 2) crlfs.push(at - crlfs.length);
            return '\n';
          });
    this.#lineStarts = lines?.starts ?? lineStartsOf(this.text);
    this.#crlfs = lines?.crlfs ?? crlfs;
  }

  /** The text with the words of a span replaced by others; their ends of line become LF. */
  edited(span: Span, words: string): ArticleText {
    const inserted = words.replace(/\r\n?/g, '\n');
    const moved = (offset: number) => offset + inserted.length - (span.end - span.start);
    // A line that begins behind the span's first code unit, up to its end, began with a line end that goes.
    const starts = this.#lineStarts;
    const [first, last] = [countBelow(starts, span.start + 1), countBelow(starts, span.end + 1)];
    const crlfs = this.#crlfs;
    return new ArticleText(this.text.slice(0, span.start) + inserted + this.text.slice(span.end), {
      starts: [
        ...starts.slice(0, first),
        ...lineStartsOf(inserted)
          .slice(1)
          .map((start) => span.start + start),
        ...starts.slice(last).map(moved),
      ],
      crlfs: [
        ...crlfs.slice(0, countBelow(crlfs, span.start)),
        ...crlfs.slice(countBelow(crlfs, span.end)).map(moved),
      ],
    });
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

/** Where each line of a text begins, ascending, in UTF-16 code units; the first is 0. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', lf + 1)) starts.push(lf + 1);
  return starts;
}

/** How many of the ascending `values` are smaller than `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  return firstIndex(values.length, (index) => (values[index] ?? 0) >= limit);
}

function lowSurrogates(text: string): number[] {
  const offsets: number[] = [];
  for (const match of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g))
    offsets.push(match.index + 1);
  return offsets;
}
