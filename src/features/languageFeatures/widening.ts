import { extentOf } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { mentionIndex, quoteIndex } from '../../core/model/spanIndex';
import { contains, touches, type Span } from '../../core/text/span';
import { paragraphAt, wordAt } from '../../core/text/words';

/**
 * What a selection at `offset` grows to, step by step: the word, the annotations around it (pieces first, then all
 * of them), the paragraph. Each step holds the one before and more; what crosses it is left out.
 */
export function wideningAt(set: AnnotationSet, text: string, offset: number): Span[] {
  const mentions = mentionIndex(set).touching(offset);
  const parts = quoteIndex(set).touching(offset);
  const candidates = [
    wordAt(text, offset),
    ...[...mentions, ...parts].map(({ span }) => span),
    ...mentions.map(({ item }) => extentOf(item.target)),
    ...parts.map(({ item }) => extentOf(item.quote.content)),
    paragraphAt(text, offset),
  ].flatMap((span) => (span && lengthOf(span) > 0 && touches(span, offset) ? [span] : []));
  const steps: Span[] = [];
  for (const span of candidates.sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const before = steps.at(-1);
    if (!before || (contains(span, before) && lengthOf(span) > lengthOf(before))) steps.push(span);
  }
  return steps;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
