import { compareSpans, touches, type Span } from '../text/span';
import { extentOf, spansOf, type EntityId, type Target } from './annotation';
import { mentionsOf, type AnnotationSet } from './annotationSet';
import { mentionsAt, quoteIndex } from './spanIndex';

/** A place of the text that refers to an entity: a piece of a mention of it, or of the words that speak for it. */
export interface Reference {
  readonly entity: EntityId;
  readonly span: Span;
}

/** The reference that a cursor at `offset` touches: the shortest mention, or else the words of a speaker. */
export function referenceAt(set: AnnotationSet, offset: number): Reference | undefined {
  for (const { entity, target } of mentionsAt(set, offset)) {
    const span = spansOf(target).find((each) => touches(each, offset));
    if (span) return { entity, span };
  }
  for (const { item, span } of quoteIndex(set).touching(offset)) {
    const entity = item.role === 'speaker' ? item.quote.speaker?.entity : undefined;
    if (entity !== undefined) return { entity, span };
  }
  return undefined;
}

/**
 * What refers to the entity, in the order of the text: its mentions, and the words of speakers that are none
 * of them. Those without a certain place are left out.
 */
export function referencesTo(set: AnnotationSet, entity: EntityId): Target[] {
  const said = set.quotes.flatMap(({ speaker }) =>
    speaker?.entity === entity ? (speaker.target ?? []) : [],
  );
  const targets = new Map<string, { readonly target: Target; readonly extent: Span }>();
  for (const target of [...mentionsOf(set, entity).map((mention) => mention.target), ...said]) {
    const extent = extentOf(target);
    if (!extent) continue;
    const key = `${extent.start} ${extent.end}`;
    if (!targets.has(key)) targets.set(key, { target, extent });
  }
  return [...targets.values()]
    .sort((a, b) => compareSpans(a.extent, b.extent))
    .map(({ target }) => target);
}
