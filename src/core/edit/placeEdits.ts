import type { Quote, Target } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { Change } from '../model/change';
import { equal } from '../model/equal';
import { unplacedParts, type AnnotationPart } from '../model/parts';
import type { Span } from '../text/span';
import { removeMentions } from './mentionEdits';
import { ownItems } from './references';
import { samePlace, targetFor } from './target';

/** Whether another mention, or the content of another quote, has exactly this place already. */
export function isTaken(set: AnnotationSet, part: AnnotationPart, spans: readonly Span[]): boolean {
  switch (part.role) {
    case 'mention':
      return set.mentions.some(({ target }) => samePlace(target, spans));
    case 'content':
      return set.quotes.some(({ content }) => samePlace(content, spans));
    case 'cue':
    case 'speaker':
      return false;
  }
}

/**
 * Words that had no certain place have this one. So have all that the sidecar writes alike, since they were the
 * same words: a speaker that is a mention too. What would be a second annotation of these words stays without.
 */
export function findPlace(
  set: AnnotationSet,
  text: string,
  part: AnnotationPart,
  spans: readonly Span[],
): Change {
  const parts = unplacedParts(set).filter(
    (each) => equal(each.target, part.target) && !isTaken(set, each, spans),
  );
  const target = placedTarget(text, spans, part.target);
  const quotes = new Map<Quote, Quote>();
  for (const each of parts) {
    if (each.role === 'mention') continue;
    quotes.set(each.quote, withTarget(quotes.get(each.quote) ?? each.quote, each.role, target));
  }
  return {
    mentions: parts.flatMap((each) =>
      each.role === 'mention' ? [{ before: each.mention, after: { ...each.mention, target } }] : [],
    ),
    quotes: [...quotes].map(([before, after]) => ({ before, after })),
  };
}

/** A mention goes, a quote whose content it is, or only the cue or the words of the speaker, whose entity stays. */
export function removePart(set: AnnotationSet, part: AnnotationPart): Change {
  return removeParts(set, [part]);
}

/** The same for several parts, by one change. What the set does not have any more is not removed. */
export function removeParts(set: AnnotationSet, parts: readonly AnnotationPart[]): Change {
  const mentions = parts.flatMap((part) => (part.role === 'mention' ? [part.mention] : []));
  const left = new Map<Quote, Quote | undefined>();
  for (const role of ['content', 'cue', 'speaker'] as const) {
    const named = parts.flatMap((part) =>
      part.role !== 'mention' && part.role === role ? [part.quote] : [],
    );
    for (const quote of ownItems(set.quotes, named, ({ content }) => content)) {
      const rest = left.has(quote) ? left.get(quote) : quote;
      left.set(quote, rest && withoutPart(rest, role));
    }
  }
  const own = ownItems(set.mentions, mentions, ({ target }) => target);
  const gone = [...left].flatMap(([before, after]) => (after ? [] : [before]));
  const quotes = Array.from(left, ([before, after]) => ({ before, ...(after && { after }) }));
  return { ...removeMentions(set, own, gone), quotes };
}

/** What is left of a quote. */
function withoutPart(quote: Quote, role: 'content' | 'cue' | 'speaker'): Quote | undefined {
  const { cue: _, speaker, ...rest } = quote;
  switch (role) {
    case 'content':
      return undefined;
    case 'cue':
      return { ...rest, ...(speaker && { speaker }) };
    case 'speaker': {
      const { target: _words, ...known } = speaker ?? {};
      const { speaker: _speaker, ...unsaid } = quote;
      return known.entity === undefined ? unsaid : { ...unsaid, speaker: known };
    }
  }
}

/** The target for spans, each piece with the further keys of the one that was written there before. */
function placedTarget(text: string, spans: readonly Span[], { selectors }: Target): Target {
  const target = targetFor(text, spans);
  return {
    ...target,
    selectors: target.selectors.map((selector, i) => {
      const extra = selectors[i]?.extra;
      return extra ? { ...selector, extra } : selector;
    }),
  };
}

function withTarget(quote: Quote, role: 'content' | 'cue' | 'speaker', target: Target): Quote {
  return role === 'content'
    ? { ...quote, content: target }
    : { ...quote, [role]: { ...quote[role], target } };
}
