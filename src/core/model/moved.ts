import type { Span } from '../text/span';
import { movedBy, type TextEdit } from '../text/textEdit';
import type { Quote, Target } from './annotation';
import { inTextOrder, type AnnotationSet } from './annotationSet';

/**
 * The annotations as they stand in the text after edits, one after the other, each of the text that the one
 * before it left. A target of which a piece has lost all of its words has no certain place any more.
 */
export function moved(set: AnnotationSet, edits: readonly TextEdit[]): AnnotationSet {
  const mentions = set.mentions.map((mention) => {
    const target = movedTarget(mention.target, edits);
    return target === mention.target ? mention : { ...mention, target };
  });
  const quotes = set.quotes.map((quote) => movedQuote(quote, edits));
  return {
    ...set,
    mentions: reordered(set.mentions, mentions, ({ target }) => target),
    quotes: reordered(set.quotes, quotes, ({ content }) => content),
  };
}

/** An edit changes the order only where it has taken something's place away. */
function reordered<T>(
  before: readonly T[],
  after: readonly T[],
  targetOf: (item: T) => Target,
): readonly T[] {
  const isLost = (item: T, index: number) =>
    targetOf(item).spans === undefined && targetOf(before[index] ?? item).spans !== undefined;
  return after.some(isLost) ? inTextOrder(after, targetOf) : after;
}

function movedQuote(quote: Quote, edits: readonly TextEdit[]): Quote {
  const { content, cue, speaker } = quote;
  const now = {
    content: movedTarget(content, edits),
    cue: cue && movedTarget(cue.target, edits),
    speaker: speaker?.target && movedTarget(speaker.target, edits),
  };
  const isSame =
    now.content === content && now.cue === cue?.target && now.speaker === speaker?.target;
  if (isSame) return quote;
  return {
    ...quote,
    content: now.content,
    ...(now.cue && { cue: { ...cue, target: now.cue } }),
    ...(now.speaker && { speaker: { ...speaker, target: now.speaker } }),
  };
}

function movedTarget(target: Target, edits: readonly TextEdit[]): Target {
  const { selectors, spans = [] } = target;
  const last = spans[spans.length - 1];
  // Nearly all of a long article stands before what is typed, or behind it.
  if (!last || edits.every(({ span }) => span.start >= last.end)) return target;
  const after: Span[] = [];
  for (const span of spans) {
    const now = edits.reduce<Span | undefined>((at, edit) => at && movedBy(edit, at), span);
    if (!now) return { selectors };
    after.push(now);
  }
  return { selectors, spans: after };
}
