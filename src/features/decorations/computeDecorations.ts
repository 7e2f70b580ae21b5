import { spansOf } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { Span } from '../../core/text/span';

/** What is marked in the text, by what it is. */
export interface ComputedDecorations {
  /** The mentions of entities, by type. */
  readonly entities: ReadonlyMap<string, readonly Span[]>;
  readonly quotes: readonly Span[];
  /** The first character of each piece of a quote, and the last: where its marks stand. */
  readonly quoteStarts: readonly Span[];
  readonly quoteEnds: readonly Span[];
  readonly cues: readonly Span[];
  readonly speakers: readonly Span[];
}

/** What to mark for a set of annotations. Those without a certain place are not marked. */
export function computeDecorations(set: AnnotationSet): ComputedDecorations {
  const entities = new Map<string, Span[]>();
  for (const { entity, target } of set.mentions) {
    const type = set.entities.get(entity)?.type ?? 'other';
    entities.set(type, [...(entities.get(type) ?? []), ...spansOf(target)]);
  }
  const quotes = set.quotes.flatMap(({ content }) => spansOf(content));
  return {
    entities,
    quotes,
    quoteStarts: quotes.map(({ start }) => ({ start, end: start + 1 })),
    quoteEnds: quotes.map(({ end }) => ({ start: end - 1, end })),
    cues: set.quotes.flatMap(({ cue }) => spansOf(cue?.target)),
    speakers: set.quotes.flatMap(({ speaker }) => spansOf(speaker?.target)),
  };
}
