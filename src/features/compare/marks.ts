import { itemOf, type Difference } from '../../core/diff/difference';
import { spansOf, type Target } from '../../core/model/annotation';
import type { Span } from '../../core/text/span';
import { wayOf, ways, type Way } from './ways';

/** Where differences stand in the text, by the way in which they differ; removed ones where they stood. */
export function markedSpans(differences: readonly Difference[]): ReadonlyMap<Way, readonly Span[]> {
  const marked = new Map<Way, Span[]>(ways.map((way) => [way, []]));
  for (const difference of differences) {
    const spans = targetsOf(difference).flatMap(spansOf);
    marked.get(wayOf(difference))?.push(...spans);
  }
  return marked;
}

/** The words that a difference is of: those of a mention or a quote, with the cue and the speaker that have changed. */
export function targetsOf(difference: Difference): readonly Target[] {
  if (difference.thing === 'mention') return [itemOf(difference).target];
  if (difference.thing !== 'quote') return [];
  const { content, cue, speaker } = itemOf(difference);
  const parts = 'parts' in difference ? difference.parts : [];
  return [
    content,
    ...(cue && parts.includes('cue') ? [cue.target] : []),
    ...(speaker?.target && parts.includes('speaker') ? [speaker.target] : []),
  ];
}
