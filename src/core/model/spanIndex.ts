import { firstIndex } from '../text/bisect';
import { compareSpans, type Span } from '../text/span';
import { spansOf, type Mention, type Quote, type Target } from './annotation';
import type { AnnotationSet } from './annotationSet';

/** A thing of the article at one of its places. */
export interface Placed<T> {
  readonly item: T;
  readonly span: Span;
}

/**
 * Finds what stands in a stretch of the text, however many there are elsewhere: places ordered by start,
 * each with the furthest end up to it, are searched by bisection from both sides. (The interval tree of
 * Cormen et al., Introduction to Algorithms, 14.3, keeps such ends for each subtree; the spans of an
 * article are short, so those of a list do.)
 */
export class SpanIndex<T> {
  readonly #places: readonly Placed<T>[];
  /** The furthest end of all places up to the one at this index, ascending. */
  readonly #furthestEnds: readonly number[];

  /** @param places in any order; those in order are taken in with the least work */
  constructor(places: readonly Placed<T>[]) {
    this.#places = [...places].sort((a, b) => compareSpans(a.span, b.span));
    let furthest = 0;
    this.#furthestEnds = this.#places.map(({ span }) => (furthest = Math.max(furthest, span.end)));
  }

  /** All places, in the order of the text. */
  get all(): readonly Placed<T>[] {
    return this.#places;
  }

  /** The places that share a code unit with the span, in the order of the text. */
  overlapping({ start, end }: Span): Placed<T>[] {
    const { length } = this.#places;
    const first = firstIndex(length, (i) => (this.#furthestEnds[i] ?? 0) > start);
    const behind = firstIndex(length, (i) => (this.#places[i]?.span.start ?? 0) >= end);
    return this.#places.slice(first, behind).filter(({ span }) => span.end > start);
  }

  /** The places that a cursor at `offset` touches (see `touches` of spans), in the order of the text. */
  touching(offset: number): Placed<T>[] {
    return this.overlapping({ start: offset - 1, end: offset + 1 });
  }
}

/** What a place of a quote is to it. */
export type QuoteRole = 'content' | 'cue' | 'speaker';

/** A quote, by one of its parts. */
export interface QuotePart {
  readonly quote: Quote;
  readonly role: QuoteRole;
}

// Sets are immutable and share what a change leaves alone, so an index lives as long as its list.
const mentionIndexes = new WeakMap<readonly Mention[], SpanIndex<Mention>>();
const quoteIndexes = new WeakMap<readonly Quote[], SpanIndex<QuotePart>>();

/** The pieces of the mentions of a set. Made once for each list of mentions. */
export function mentionIndex({ mentions }: AnnotationSet): SpanIndex<Mention> {
  return remembered(mentionIndexes, mentions, (mention, places) => {
    for (const span of spansOf(mention.target)) places.push({ item: mention, span });
  });
}

/** The pieces of the contents, the cues and the speakers of the quotes of a set. Made once for each list. */
export function quoteIndex({ quotes }: AnnotationSet): SpanIndex<QuotePart> {
  return remembered(quoteIndexes, quotes, (quote, places) => {
    const add = (role: QuoteRole, target: Target | undefined) => {
      for (const span of spansOf(target)) places.push({ item: { quote, role }, span });
    };
    add('content', quote.content);
    add('cue', quote.cue?.target);
    add('speaker', quote.speaker?.target);
  });
}

function remembered<From, T>(
  indexes: WeakMap<readonly From[], SpanIndex<T>>,
  list: readonly From[],
  addPlaces: (from: From, places: Placed<T>[]) => void,
): SpanIndex<T> {
  const known = indexes.get(list);
  if (known) return known;
  const places: Placed<T>[] = [];
  for (const from of list) addPlaces(from, places);
  const index = new SpanIndex(places);
  indexes.set(list, index);
  return index;
}
