import type { Selector } from '../anchor/selector';
import type { Span } from '../text/span';
import type { Conflict } from './conflict';

/** Keys of a sidecar that the format does not know; they are kept and written back as they were. */
export type Extra = Readonly<Record<string, unknown>>;

/** The slug that ties articles together: the same id in two sidecars is the same entity. */
export type EntityId = string;

/** A real-world thing. The id is the key under which a set and a sidecar hold it. */
export interface Entity {
  readonly id: EntityId;
  readonly name: string;
  readonly type: string;
  readonly extra?: Extra;
  readonly conflict?: Conflict;
}

/**
 * Where an annotation stands (the target of the W3C Web Annotation Data Model). `selectors` says it as
 * the sidecar does, one for each piece in the order of the text; `spans` are the places found for them,
 * as many and in the same order. Without `spans` the place is not certain: the annotation is kept as it
 * was written and shown nowhere in the text.
 */
export interface Target {
  readonly selectors: readonly Selector[];
  readonly spans?: readonly Span[];
}

/** A place in the text that a person, an organization, … is referred to. */
export interface Mention {
  readonly entity: EntityId;
  readonly target: Target;
  readonly extra?: Extra;
  readonly conflict?: Conflict;
}

/** Direct: all of the content in quotation marks; mixed: some of it; indirect: none (PARC 3.0). */
export const quoteKinds = ['direct', 'mixed', 'indirect'] as const;
export type QuoteKind = (typeof quoteKinds)[number];

/** The words that introduce a quote («ha detto»). */
export interface Cue {
  readonly target: Target;
  readonly extra?: Extra;
  readonly conflict?: Conflict;
}

/** Who said it: words of the article, an entity, or both. At least one of the two is there. */
export interface Speaker {
  readonly entity?: EntityId;
  readonly target?: Target;
  readonly extra?: Extra;
  readonly conflict?: Conflict;
}

/** An attribution in the sense of PARC 3.0 and PolNeAR. */
export interface Quote {
  readonly kind: QuoteKind;
  /** What was said, without quotation marks: one span, or several where the quote is split. */
  readonly content: Target;
  readonly cue?: Cue;
  readonly speaker?: Speaker;
  readonly extra?: Extra;
  readonly conflict?: Conflict;
}

/** The places of a target; none where the place is not certain. */
export function spansOf(target: Target | undefined): readonly Span[] {
  return target?.spans ?? [];
}

/** From the first to the last code unit of the target, what is between its pieces included. */
export function extentOf(target: Target): Span | undefined {
  const spans = spansOf(target);
  const [first] = spans;
  const last = spans[spans.length - 1];
  return first && last ? { start: first.start, end: last.end } : undefined;
}

/** The words of a target as its selectors quote them, its pieces joined by an ellipsis. */
export function wordsOf(target: {
  readonly selectors: readonly Pick<Selector, 'exact'>[];
}): string {
  return target.selectors.map(({ exact }) => exact).join(' … ');
}
