import { touches, type Span } from '../text/span';
import { paragraphAt, trimmed } from '../text/words';
import { marksOf, type Family, type Mark } from './marks';

/** Words between a pair of quotation marks, or between a mark and the paragraph's end that closes it. */
export interface Quotation {
  /** With its marks, from the first to the last. */
  readonly outer: Span;
  /** Without marks and white space: a piece for each paragraph that it goes over. */
  readonly content: readonly Span[];
}

/** A quotation whose end has not been read yet. */
interface OpenQuotation {
  readonly family: Family;
  readonly outerStart: number;
  /** The pieces of earlier paragraphs. */
  readonly pieces: readonly Span[];
  /** Where its piece in this paragraph begins. */
  readonly start: number;
}

/**
 * The quotations that a cursor at `offset` is in, their marks included; the innermost first.
 * Offsets are UTF-16 code units.
 */
export function quotationsAt(text: string, offset: number): Quotation[] {
  return quotationsIn(text, { start: offset, end: offset })
    .filter(({ outer }) => touches(outer, offset))
    .sort((a, b) => a.outer.end - a.outer.start - (b.outer.end - b.outer.start));
}

/**
 * The quotations that reach into the paragraphs of `range`, in the order of their beginnings. One that a
 * paragraph leaves open goes on in the next where that begins with such a mark again, as is usual in
 * print; else the paragraph's end closes it.
 */
export function quotationsIn(text: string, range: Span): Quotation[] {
  const found: Quotation[] = [];
  let paragraph: Span | undefined = firstOfRun(text, paragraphAt(text, range.start));
  let open: OpenQuotation | undefined;
  while (paragraph && (open || paragraph.start <= range.end)) {
    open = readParagraph(text, paragraph, open, found);
    const next = paragraphAfter(text, paragraph);
    if (open && !(next && firstMark(text, next)?.family === open.family)) {
      const { outerStart, pieces } = open;
      const end = pieces.at(-1)?.end ?? outerStart;
      found.push({ outer: { start: outerStart, end }, content: pieces });
      open = undefined;
    }
    paragraph = next;
  }
  const { start } = paragraphAt(text, range.start);
  return found
    .filter(({ outer, content }) => outer.end >= start && content.length > 0)
    .sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
}

/**
 * Adds the quotations that the paragraph closes; gives the outermost one that it leaves open, its piece in
 * this paragraph among its pieces. `carried` was left open by the paragraph before and goes on in this one.
 */
function readParagraph(
  text: string,
  paragraph: Span,
  carried: OpenQuotation | undefined,
  found: Quotation[],
): OpenQuotation | undefined {
  const [first, ...others] = marksOf(text, paragraph);
  const open = carried && first ? [{ ...carried, start: first.end }] : [];
  for (const mark of [...(first && !carried ? [first] : []), ...others])
    readMark(text, mark, open, found);
  const end = trimmed(text, paragraph)?.end ?? paragraph.end;
  const [outermost, ...within] = open.filter(({ family }) => family !== 'single');
  found.push(...unclosed(text, within, end));
  return outermost && { ...outermost, pieces: piecesUntil(text, outermost, end) };
}

/** Opens a quotation at the mark, or closes the innermost one of its family, and with it those inside. */
function readMark(text: string, mark: Mark, open: OpenQuotation[], found: Quotation[]): void {
  const { family, side, start, end } = mark;
  const at = open.map((each) => each.family).lastIndexOf(family);
  if (side === 'opens' || (side === 'either' && at < 0)) {
    open.push({ family, outerStart: start, pieces: [], start: end });
  } else if (at >= 0) {
    const [closed, ...within] = open.splice(at);
    if (closed) found.push(quotation(text, closed, start, end));
    found.push(...unclosed(text, within, start));
  }
}

/** What is still open ends at `end`; a single mark that nothing closes was an apostrophe. */
function unclosed(text: string, open: readonly OpenQuotation[], end: number): Quotation[] {
  return open
    .filter(({ family }) => family !== 'single')
    .map((each) => quotation(text, each, end, end));
}

function quotation(
  text: string,
  open: OpenQuotation,
  contentEnd: number,
  outerEnd: number,
): Quotation {
  return {
    outer: { start: open.outerStart, end: outerEnd },
    content: piecesUntil(text, open, contentEnd),
  };
}

function piecesUntil(text: string, { pieces, start }: OpenQuotation, end: number): Span[] {
  const last = trimmed(text, { start, end });
  return last ? [...pieces, last] : [...pieces];
}

/** The first of the paragraphs, each of which but that one begins with a mark, that leads to this one. */
function firstOfRun(text: string, paragraph: Span): Span {
  let first = paragraph;
  for (;;) {
    const before = paragraphBefore(text, first);
    const isRun = firstMark(text, first) ?? !trimmed(text, first);
    if (!before || !isRun) return first;
    first = before;
  }
}

/** The mark that the paragraph begins with. */
function firstMark(text: string, paragraph: Span): Mark | undefined {
  const start = trimmed(text, paragraph)?.start;
  const [mark] = marksOf(text, paragraph);
  return mark?.start === start ? mark : undefined;
}

/** The next paragraph that has words. */
function paragraphAfter(text: string, { end }: Span): Span | undefined {
  let at = end;
  while (at < text.length) {
    const paragraph = paragraphAt(text, at + 1);
    if (trimmed(text, paragraph)) return paragraph;
    at = paragraph.end;
  }
  return undefined;
}

/** The paragraph before, with words or without. */
function paragraphBefore(text: string, { start }: Span): Span | undefined {
  return start > 0 ? paragraphAt(text, start - 1) : undefined;
}
