import type { AnnotationSet } from '../model/annotationSet';
import { mentionIndex, quoteIndex } from '../model/spanIndex';
import { quotationsIn } from '../quotes/quotations';
import { contentOf } from '../quotes/splitQuotation';
import { compareSpans, contains, overlaps, type Span } from '../text/span';
import { paragraphAt } from '../text/words';
import type { KnownNames } from './knownNames';
import { unannotatedNames } from './unannotatedNames';

/**
 * The nearest name or quotation behind the selected span, or before it, that is not annotated yet; from the
 * last one on to the first. A quotation is given by its content, all pieces of it. Undefined where there is none.
 */
export function nextCandidate(
  set: AnnotationSet,
  text: string,
  known: readonly KnownNames[],
  selected: Span,
  direction: 'next' | 'previous',
): readonly Span[] | undefined {
  // What begins at a cursor is behind it.
  const from = selected.start < selected.end ? selected : { start: selected.start, end: Infinity };
  const sign = direction === 'next' ? 1 : -1;
  const isFurther = (pieces: readonly Span[]) => sign * compareSpans(extentOf(pieces), from) > 0;
  const candidates = (paragraph: Span) => {
    const found = candidatesIn(set, text, known, paragraph);
    return direction === 'next' ? found : found.reverse();
  };
  const home = paragraphAt(text, from.start);
  const found = candidates(home).find(isFurther);
  if (found) return found;
  for (const paragraph of paragraphsFrom(text, home, direction)) {
    const [nearest] = candidates(paragraph);
    if (nearest) return nearest;
  }
  return undefined;
}

/** The other paragraphs in this direction, then those from the other end of the text, at last `home` itself. */
function* paragraphsFrom(
  text: string,
  home: Span,
  direction: 'next' | 'previous',
): Generator<Span> {
  let paragraph = home;
  do {
    if (direction === 'next') {
      paragraph = paragraphAt(text, paragraph.end < text.length ? paragraph.end + 1 : 0);
    } else {
      paragraph = paragraphAt(text, paragraph.start > 0 ? paragraph.start - 1 : text.length);
    }
    yield paragraph;
  } while (paragraph.start !== home.start);
}

/** The names and quotations that begin in a paragraph and are not annotated, in the order of the text. */
function candidatesIn(
  set: AnnotationSet,
  text: string,
  known: readonly KnownNames[],
  paragraph: Span,
): (readonly Span[])[] {
  const taken = mentionIndex(set)
    .overlapping(paragraph)
    .map(({ span }) => span);
  const pieces = quoteIndex(set).overlapping(paragraph);
  // A quotation within what is annotated is another quote.
  const isAnnotated = (piece: Span) =>
    pieces.some(
      ({ item, span }) =>
        item.role === 'content' &&
        overlaps(span, piece) &&
        !(contains(span, piece) && compareSpans(span, piece) !== 0),
    );
  const quotations = quotationsIn(text, paragraph)
    .filter(({ content }) => !content.every(isAnnotated))
    .map((quotation) => contentOf(text, quotation, isAnnotated))
    .filter((content) =>
      contains(paragraph, { start: extentOf(content).start, end: paragraph.end }),
    );
  const names = unannotatedNames(text, paragraph, taken, known).map((name) => [name]);
  return [...names, ...quotations].sort((a, b) => compareSpans(extentOf(a), extentOf(b)));
}

function extentOf(pieces: readonly Span[]): Span {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}
