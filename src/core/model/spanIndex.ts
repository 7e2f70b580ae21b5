import { firstIndex } from '../text/bisect';
import { compareSpans, type Span } from '../text/span';
import { spansOf, type Mention, type Quote, type Target } from './annotation';
import type { AnnotationSet } from './annotationSet';
import { changedStretch } from './changedStretch';
import { Places, type Placed } from './places';

/**
 * Finds what stands in a stretch of the text, however many there are elsewhere: places ordered by start,
 * each with the furthest end up to it, are searched by bisection from both sides. (The interval tree of
 * Cormen et al., Introduction to Algorithms, 14.3, keeps such ends for each subtree; the spans of an
 * article are short, so those of a list do.)
 */
export class SpanIndex<T> {
  readonly #places: Places<T>;
  /** The furthest end of all places up to the one at this index, ascending. */
  readonly #furthestEnds: readonly number[];

  /** @param places in any order; those in order are taken in with the least work */
  constructor(places: Places<T>) {
    this.#places = places.inOrder();
    let furthest = 0;
    this.#furthestEnds = this.#places.ends.map((end) => (furthest = Math.max(furthest, end)));
  }

  /** All places, in the order of the text. */
  get all(): readonly Placed<T>[] {
    return this.#places.items.map((_, i) => this.#places.at(i));
  }

  /** The places that share a code unit with the span, in the order of the text. */
  overlapping({ start, end }: Span): Placed<T>[] {
    const { starts, ends, length } = this.#places;
    const found: Placed<T>[] = [];
    const first = firstIndex(length, (i) => (this.#furthestEnds[i] ?? 0) > start);
    for (let i = first; i < length && (starts[i] ?? 0) < end; i += 1) {
      if ((ends[i] ?? 0) > start) found.push(this.#places.at(i));
    }
    return found;
  }

  /** The places that a cursor at `offset` touches (see `touches` of spans), in the order of the text. */
  touching(offset: number): Placed<T>[] {
    return this.overlapping({ start: offset - 1, end: offset + 1 });
  }

  /**
   * The index without the places of some items, and with others; undefined where one of these has the very
   * span of one that was there, so that only the list can say which comes first.
   */
  changed(
    isGone: ((item: T) => boolean) | undefined,
    added: readonly Placed<T>[],
  ): SpanIndex<T> | undefined {
    const isThere = (span: Span) =>
      this.overlapping(span).some((place) => compareSpans(place.span, span) === 0);
    if (added.some(({ span }) => isThere(span))) return undefined;
    const places = this.#places.without(isGone);
    for (const place of added) places.insert(place);
    return new SpanIndex(places);
  }
}

/** What a place of a quote is to it. */
export type QuoteRole = 'content' | 'cue' | 'speaker';

/** A quote, by one of its parts. */
export interface QuotePart {
  readonly quote: Quote;
  readonly role: QuoteRole;
}

/** Says each place of an item that comes of an annotation. */
type Placing<From, T> = (from: From, add: (item: T, target: Target | undefined) => void) => void;

/** The indexes of lists of annotations; each is made once, from that of the list before where it can be. */
class Indexes<From extends object, T> {
  // Sets are immutable and share what a change leaves alone, so an index lives as long as its list.
  readonly #known = new WeakMap<readonly From[], SpanIndex<T>>();
  readonly #place: Placing<From, T>;
  readonly #fromOf: (item: T) => From;
  #latest: readonly From[] = [];

  constructor(place: Placing<From, T>, fromOf: (item: T) => From) {
    this.#place = place;
    this.#fromOf = fromOf;
  }

  of(list: readonly From[]): SpanIndex<T> {
    const known = this.#known.get(list);
    if (known) return known;
    const index = this.#changed(list) ?? new SpanIndex(this.#placesOf(list));
    this.#known.set(list, index);
    this.#latest = list;
    return index;
  }

  /** From the index made last, where the list differs from that one's by little. */
  #changed(list: readonly From[]): SpanIndex<T> | undefined {
    const { removed, added } = changedStretch(this.#latest, list);
    if (removed.length + added.length > fewChanges) return undefined;
    const gone = new Set(removed);
    const isGone = gone.size > 0 ? (item: T) => gone.has(this.#fromOf(item)) : undefined;
    return this.#known.get(this.#latest)?.changed(isGone, new SpanIndex(this.#placesOf(added)).all);
  }

  #placesOf(list: readonly From[]): Places<T> {
    const places = Places.none<T>();
    const add = (item: T, target: Target | undefined) => {
      for (const span of spansOf(target)) places.add(item, span);
    };
    for (const from of list) this.#place(from, add);
    return places;
  }
}

/** Up to so many annotations that differ, an index is changed and not made anew. */
const fewChanges = 20;

const mentionIndexes = new Indexes<Mention, Mention>(
  (mention, add) => {
    add(mention, mention.target);
  },
  (mention) => mention,
);
const quoteIndexes = new Indexes<Quote, QuotePart>(
  (quote, add) => {
    add({ quote, role: 'content' }, quote.content);
    if (quote.cue) add({ quote, role: 'cue' }, quote.cue.target);
    if (quote.speaker) add({ quote, role: 'speaker' }, quote.speaker.target);
  },
  ({ quote }) => quote,
);

/** The pieces of the mentions of a set. */
export function mentionIndex({ mentions }: AnnotationSet): SpanIndex<Mention> {
  return mentionIndexes.of(mentions);
}

/** The pieces of the contents, the cues and the speakers of the quotes of a set. */
export function quoteIndex({ quotes }: AnnotationSet): SpanIndex<QuotePart> {
  return quoteIndexes.of(quotes);
}

/** The mentions that a cursor at `offset` touches, the shortest first. */
export function mentionsAt(set: AnnotationSet, offset: number): Mention[] {
  const touched = mentionIndex(set).touching(offset);
  return shortestFirst(
    touched.map(({ item }) => item),
    ({ target }) => target,
  );
}

/** The quotes whose content a cursor at `offset` touches, the shortest first: quotes may hold quotes. */
export function quotesAt(set: AnnotationSet, offset: number): Quote[] {
  const touched = quoteIndex(set).touching(offset);
  const quotes = touched
    .filter(({ item }) => item.role === 'content')
    .map(({ item }) => item.quote);
  return shortestFirst(quotes, ({ content }) => content);
}

/** Each of the items once, by the length of all its pieces. */
function shortestFirst<T>(items: readonly T[], targetOf: (item: T) => Target): T[] {
  const length = (item: T) =>
    spansOf(targetOf(item)).reduce((sum, { start, end }) => sum + end - start, 0);
  return [...new Set(items)].sort((a, b) => length(a) - length(b));
}
