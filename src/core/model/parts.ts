import type { Selector } from '../anchor/selector';
import { equal } from './equal';
import { extentOf, wordsOf, type Mention, type Quote, type Target } from './annotation';
import { mentionsOf, type AnnotationSet } from './annotationSet';

/** What of an annotation has a place of its own: a mention, or the content, the cue or the speaker of a quote. */
export type AnnotationPart =
  | { readonly role: 'mention'; readonly mention: Mention; readonly target: Target }
  | {
      readonly role: 'content' | 'cue' | 'speaker';
      readonly quote: Quote;
      readonly target: Target;
    };

/** The mention as a part. */
export function mentionPart(mention: Mention): AnnotationPart {
  return { role: 'mention', mention, target: mention.target };
}

/** The content of the quote as a part. */
export function contentPart(quote: Quote): AnnotationPart {
  return { role: 'content', quote, target: quote.content };
}

/** The parts that have no certain place: of mentions in their order, then of quotes in theirs. */
export function unplacedParts({
  mentions,
  quotes,
}: Pick<AnnotationSet, 'mentions' | 'quotes'>): AnnotationPart[] {
  const parts = [...mentions.map(mentionPart), ...quotes.flatMap(quoteParts)];
  return parts.filter(({ target }) => !target.spans);
}

/** The parts of `now` that have no certain place and are not written as one that had none `before`. */
export function newlyUnplaced(before: AnnotationSet, now: AnnotationSet): AnnotationPart[] {
  const known = unplacedParts(before);
  return unplacedParts(now).filter(
    ({ target }) => !known.some((each) => equal(writtenWords(each.target), writtenWords(target))),
  );
}

/** Whether two parts are the same of equal annotations. */
export function isSamePart(a: AnnotationPart, b: AnnotationPart): boolean {
  return a.role === b.role && equal(annotationOf(a), annotationOf(b));
}

/**
 * A part as a set has it now, whose text or sidecar may have changed since the part was known: the one that is written
 * alike, or else has the same words; of several the one that begins nearest to where it was.
 */
export function partNow(set: AnnotationSet, part: AnnotationPart): AnnotationPart | undefined {
  const all =
    part.role === 'mention'
      ? mentionsOf(set, part.mention.entity).map(mentionPart)
      : set.quotes.flatMap(quoteParts).filter(({ role }) => role === part.role);
  const words = wordsOf(part.target);
  const alike = all.filter(({ target }) => wordsOf(target) === words);
  const written = writtenWords(part.target);
  const same = alike.filter(({ target }) => equal(writtenWords(target), written));
  const from = extentOf(part.target)?.start ?? 0;
  const distance = ({ target }: AnnotationPart) =>
    Math.abs((extentOf(target)?.start ?? Infinity) - from);
  return (same.length > 0 ? same : alike).reduce<AnnotationPart | undefined>(
    (nearest, each) => (nearest && distance(nearest) <= distance(each) ? nearest : each),
    undefined,
  );
}

function quoteParts(quote: Quote): AnnotationPart[] {
  const { cue, speaker } = quote;
  return [
    contentPart(quote),
    ...(cue ? [{ role: 'cue' as const, quote, target: cue.target }] : []),
    ...(speaker?.target ? [{ role: 'speaker' as const, quote, target: speaker.target }] : []),
  ];
}

/** Selectors without the text that they were written for, of which a later text may remind. */
function writtenWords({ selectors }: Target): readonly Selector[] {
  return selectors.map(({ text: _, ...written }) => written);
}

function annotationOf(part: AnnotationPart): Mention | Quote {
  return part.role === 'mention' ? part.mention : part.quote;
}
