import { contains, type Span } from '../text/span';
import { paragraphAt } from '../text/words';
import { quotationsIn, type Quotation } from './quotations';
import { sentenceEnds } from './sentence';

/** The surroundings of a quote in which its attribution is looked for. Offsets are those of the article. */
export interface QuoteContext {
  /** The article's text, what stands in quotation marks hidden (see `hidden`), the quote itself too. */
  readonly text: string;
  /** The quote with its marks, from its first to its last piece. */
  readonly outer: Span;
  /** Where its first piece ends, with its mark. */
  readonly firstEnd: number;
  /** The paragraph, or the words of the quotation that the quote stands in. */
  readonly bounds: Span;
  /** From the beginning of its sentence to the end of it, within the bounds. */
  readonly sentence: Span;
  /** Where the quotation before it in the bounds ends, with its mark. */
  readonly previousEnd: number | undefined;
  readonly language: string | undefined;
}

/** Stands for each code unit in quotation marks, so that no rule reads what was said as who said it. */
export const hidden = '\uFFFC';

/** The surroundings of a quote with these pieces; undefined where it has none. */
export function quoteContext(
  text: string,
  content: readonly Span[],
  language?: string,
): QuoteContext | undefined {
  const [first, last] = [content[0], content.at(-1)];
  if (!first || !last) return undefined;
  const paragraph = {
    start: startOfParagraph(text, first.start),
    end: paragraphAt(text, last.end).end,
  };
  const quotations = quotationsIn(text, paragraph);
  const firstOuter = withMarks(quotations, first);
  const outer = { start: firstOuter.start, end: withMarks(quotations, last).end };
  const bounds =
    quotations
      .filter((each) => contains(each.outer, outer) && each.outer.start < outer.start)
      .flatMap((each) => each.content.filter((piece) => contains(piece, outer)))
      .at(-1) ?? paragraph;
  const others = quotations
    .filter((each) => contains(bounds, each.outer))
    .map((each) => each.outer);
  const own = content.map((piece) => withMarks(quotations, piece));
  const shown = hide(text, paragraph, [...others, ...own]);
  const ends = sentenceEnds(shown, bounds);
  return {
    text: shown,
    outer,
    firstEnd: firstOuter.end,
    bounds,
    sentence: {
      start: ends.filter((end) => end <= outer.start).at(-1) ?? bounds.start,
      end: ends.find((end) => end > outer.end) ?? bounds.end,
    },
    previousEnd: others.filter(({ end }) => end <= outer.start).at(-1)?.end,
    language,
  };
}

/** The text with what a paragraph has in quotation marks hidden. */
export function withoutQuotations(text: string, paragraph: Span): string {
  const quotations = quotationsIn(text, paragraph).map(({ outer }) => outer);
  const inside = quotations.filter((outer) => contains(paragraph, outer));
  return hide(text, paragraph, inside);
}

/** Where the paragraph begins, or the one before if that announces this one by a colon. */
function startOfParagraph(text: string, offset: number): number {
  const { start } = paragraphAt(text, offset);
  const before = text.slice(0, start).trimEnd();
  return /[:：]$/u.test(before) ? paragraphAt(text, before.length).start : start;
}

/** The quotation that a piece is all of or the beginning of, else the piece. */
function withMarks(quotations: readonly Quotation[], piece: Span): Span {
  const own = quotations.filter(({ content }) =>
    content.some(({ start, end }) => start === piece.start && piece.end <= end),
  );
  return own.at(-1)?.outer ?? piece;
}

/** The text with spans of a paragraph hidden; where a sentence ends in one a full stop stays. */
function hide(text: string, paragraph: Span, spans: readonly Span[]): string {
  const shown = spans.reduce(
    (words, { start, end }) => {
      const [from, to] = [start - paragraph.start, end - paragraph.start];
      const last = /[.!?…]\P{L}?$/u.test(text.slice(start, end)) ? '.' : hidden;
      return words.slice(0, from) + hidden.repeat(to - from - 1) + last + words.slice(to);
    },
    text.slice(paragraph.start, paragraph.end),
  );
  return text.slice(0, paragraph.start) + shown + text.slice(paragraph.end);
}
