import type { EntityId, Quote, QuoteKind, Speaker } from '../model/annotation';
import { extentOf, spansOf } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { Change } from '../model/change';
import { inferQuoteKind } from '../quotes/quotationMarks';
import { contains, overlaps, touches, type Span } from '../text/span';
import { paragraphAt } from '../text/words';
import { samePlace, targetFor } from './target';

/** What is said of a new quote beyond its content. */
export interface NewQuote {
  /** Without it, the kind follows from the marks. */
  readonly kind?: QuoteKind;
  readonly cue?: Span;
  readonly speaker?: { readonly span?: Span; readonly entity?: EntityId };
}

/** The spans become one quote, of several pieces where they are several. */
export function annotateQuote(
  set: AnnotationSet,
  text: string,
  content: readonly Span[],
  { kind, cue, speaker }: NewQuote = {},
): Change {
  const target = targetFor(text, content);
  if (set.quotes.some((quote) => samePlace(quote.content, spansOf(target)))) return {};
  const quote: Quote = {
    kind: kind ?? inferQuoteKind(text, content),
    content: target,
    ...(cue && { cue: { target: targetFor(text, [cue]) } }),
    ...(speaker && {
      speaker: {
        ...(speaker.entity !== undefined && { entity: speaker.entity }),
        ...(speaker.span && { target: targetFor(text, [speaker.span]) }),
      },
    }),
  };
  return { quotes: [{ after: quote }] };
}

/** The spans join the content of a quote; those that overlap a piece of it grow that piece. */
export function extendQuote(text: string, quote: Quote, added: readonly Span[]): Change {
  const pieces = [...spansOf(quote.content)];
  for (const span of added) {
    const met = pieces.filter((piece) => overlaps(piece, span));
    const grown = [...met, span].reduce((a, b) => ({
      start: Math.min(a.start, b.start),
      end: Math.max(a.end, b.end),
    }));
    const kept = pieces.filter((piece) => !met.includes(piece));
    pieces.splice(0, pieces.length, ...kept, grown);
  }
  // A kind that a person has set otherwise than it follows from the marks stays.
  const isInferred = quote.kind === inferQuoteKind(text, spansOf(quote.content));
  const kind = isInferred ? inferQuoteKind(text, pieces) : quote.kind;
  const content = targetFor(text, pieces, quote.content);
  return { quotes: [{ before: quote, after: { ...quote, kind, content } }] };
}

/** The quote is said by `speaker`, or by nobody known. */
export function setSpeaker(quote: Quote, speaker: Speaker | undefined): Change {
  const { speaker: replaced, ...rest } = quote;
  return { quotes: [{ before: quote, after: speaker ? { ...rest, speaker } : rest }] };
}

/** The spans, in one piece or more, introduce the quote. */
export function setCue(text: string, quote: Quote, spans: readonly Span[]): Change {
  const cue = { ...quote.cue, target: targetFor(text, spans) };
  return { quotes: [{ before: quote, after: { ...quote, cue } }] };
}

/** The quote is of this kind, whatever its marks say. */
export function setQuoteKind(quote: Quote, kind: QuoteKind): Change {
  return { quotes: [{ before: quote, after: { ...quote, kind } }] };
}

/** The speaker that words of the text are: those words, and the entity that they mention. */
export function speakerFor(
  set: AnnotationSet,
  text: string,
  spans: readonly Span[],
  entity?: EntityId,
): Speaker {
  const isPartOf = (a: Span, b: Span) => contains(a, b) || contains(b, a);
  const mention = set.mentions.find(({ target }) =>
    spansOf(target).some((own) => spans.some((span) => isPartOf(own, span))),
  );
  const id = entity ?? mention?.entity;
  return { ...(id !== undefined && { entity: id }), target: targetFor(text, spans) };
}

/**
 * The quote that an act at `span` means: the shortest one whose content it touches, else the nearest one
 * of the same paragraph, the one before it where two are as near.
 */
export function quoteNear(set: AnnotationSet, text: string, span: Span): Quote | undefined {
  const paragraph = paragraphAt(text, span.start);
  const distances = set.quotes.flatMap((quote) => {
    const pieces = spansOf(quote.content).filter((piece) => overlaps(piece, paragraph));
    const extent = extentOf(quote.content);
    if (pieces.length === 0 || !extent) return [];
    return [{ quote, distance: Math.min(...pieces.map((piece) => gap(piece, span))), extent }];
  });
  distances.sort(
    (a, b) =>
      a.distance - b.distance ||
      (a.distance === 0 ? length(a.extent) - length(b.extent) : a.extent.start - b.extent.start),
  );
  return distances[0]?.quote;
}

/** Whether the span lies in the content of the quote, or touches it as a cursor does. */
export function isInQuote(quote: Quote, span: Span): boolean {
  return spansOf(quote.content).some(
    (piece) => overlaps(piece, span) || (span.start === span.end && touches(piece, span.start)),
  );
}

function gap(a: Span, b: Span): number {
  return Math.max(0, b.start - a.end, a.start - b.end);
}

function length({ start, end }: Span): number {
  return end - start;
}
