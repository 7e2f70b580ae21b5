import { spansOf } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { referencesTo } from '../../core/model/references';
import { mentionsAt, quoteIndex, type QuoteRole } from '../../core/model/spanIndex';
import type { Span } from '../../core/text/span';

/** What is highlighted: references to an entity, of which the first defines it, or the parts of a quote. */
export type HighlightRole = 'first' | 'further' | QuoteRole;

export interface Highlight {
  readonly span: Span;
  readonly role: HighlightRole;
}

/**
 * What belongs to what a cursor at `offset` touches. On a mention: all that refers to its entity. Elsewhere in
 * a quote, its cue or its speaker: the parts of that quote, the innermost one.
 */
export function highlightsAt(set: AnnotationSet, offset: number): Highlight[] {
  const [mention] = mentionsAt(set, offset);
  if (mention) {
    return referencesTo(set, mention.entity).flatMap((target, index) =>
      spansOf(target).map((span) => ({ span, role: index === 0 ? 'first' : 'further' })),
    );
  }
  const length = ({ span }: { readonly span: Span }) => span.end - span.start;
  const [part] = quoteIndex(set)
    .touching(offset)
    .sort((a, b) => length(a) - length(b));
  if (!part) return [];
  const { content, cue, speaker } = part.item.quote;
  const highlights = (role: QuoteRole, spans: readonly Span[]) =>
    spans.map((span) => ({ span, role }));
  return [
    ...highlights('content', spansOf(content)),
    ...highlights('cue', spansOf(cue?.target)),
    ...highlights('speaker', spansOf(speaker?.target)),
  ];
}
