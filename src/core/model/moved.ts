import { movedBy, type TextEdit } from '../text/textEdit';
import { spansOf, type Quote, type Target } from './annotation';
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
    mentions: inTextOrder(mentions, ({ target }) => target),
    quotes: inTextOrder(quotes, ({ content }) => content),
  };
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
  const before = spansOf(target);
  const after = before.flatMap((span) => {
    let now: typeof span | undefined = span;
    for (const edit of edits) now &&= movedBy(edit, now);
    return now ?? [];
  });
  if (after.length < before.length) return { selectors: target.selectors };
  const isSame = after.every((span, index) => span === before[index]);
  return isSame ? target : { ...target, spans: after };
}
