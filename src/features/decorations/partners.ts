import type { EntityId } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { Placed } from '../../core/model/places';
import { mentionIndex, quoteIndex } from '../../core/model/spanIndex';
import { inOrder, touches, type Span } from '../../core/text/span';

/** What belongs to the annotations at the cursor. */
export interface Partners {
  /** The entity of the mention at the cursor. */
  readonly entity?: EntityId;
  /** In the stretch: the mentions of it, and the further parts of the quote at the cursor. */
  readonly spans: readonly Span[];
}

/** The partners, in a stretch of the text, of the innermost mention and quote that a cursor touches. */
export function partnersAt(set: AnnotationSet, offset: number, stretch: Span): Partners {
  const entity = shortest(mentionIndex(set).touching(offset))?.entity;
  const quote = shortest(quoteIndex(set).touching(offset))?.quote;
  const mentions = mentionIndex(set)
    .overlapping(stretch)
    .filter(({ item }) => item.entity === entity);
  const parts = quoteIndex(set)
    .overlapping(stretch)
    .filter(({ item, span }) => item.quote === quote && !touches(span, offset));
  return {
    ...(entity !== undefined && { entity }),
    spans: inOrder([...mentions, ...parts].map(({ span }) => span)),
  };
}

function shortest<T>(placed: readonly Placed<T>[]): T | undefined {
  const length = ({ span }: Placed<T>) => span.end - span.start;
  return [...placed].sort((a, b) => length(a) - length(b))[0]?.item;
}
