import {
  extentOf,
  spansOf,
  type Entity,
  type EntityId,
  type Mention,
  type Quote,
  type Speaker,
} from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { equal } from '../model/equal';
import { contains, overlaps, type Span } from '../text/span';
import { paragraphAt } from '../text/words';
import { targetFor } from '../edit/target';
import { proposeAttribution } from './attribution';
import { precedingQuote } from './precedingQuote';

/** Who may have said a quote, the likeliest first; each named once. */
export interface LikelySpeakers {
  /** Who is set already, where it is an entity. */
  readonly present?: Speaker;
  /** What the words around the quote say, with the speaker of the quote before where they have no name. */
  readonly proposed: readonly Speaker[];
  /** Mentions of the quote's paragraphs outside its content, the nearest first. */
  readonly near: readonly Mention[];
  /** Speakers of quotes before this one, the last first. */
  readonly recent: readonly Entity[];
  /** All other entities, people first. */
  readonly others: readonly Entity[];
}

export function likelySpeakers(set: AnnotationSet, text: string, quote: Quote): LikelySpeakers {
  const listed = new Set<string>();
  if (quote.speaker?.entity !== undefined) listed.add(quote.speaker.entity);
  const isNew = (id: string) => !listed.has(id) && Boolean(listed.add(id));
  const proposed = proposedSpeakers(set, text, quote).filter(
    (speaker) =>
      !equal(speaker, quote.speaker) && (speaker.entity === undefined || isNew(speaker.entity)),
  );
  const near = mentionsNear(set, text, quote).filter(({ entity }) => isNew(entity));
  const recent = recentSpeakers(set, quote).filter(({ id }) => isNew(id));
  const others = [...set.entities.values()].filter(({ id }) => isNew(id));
  others.sort((a, b) => rank(a) - rank(b));
  const { speaker } = quote;
  const isKnown = set.entities.has(speaker?.entity ?? '');
  return { ...(speaker && isKnown && { present: speaker }), proposed, near, recent, others };
}

/** Who speaks most often comes first. */
function rank({ type }: Entity): number {
  return type === 'person' ? 0 : type === 'organization' ? 1 : 2;
}

function proposedSpeakers(set: AnnotationSet, text: string, quote: Quote): Speaker[] {
  const { cue, speaker } = proposeAttribution(set, text, spansOf(quote.content));
  const words = speaker?.span && { target: targetFor(text, [speaker.span]) };
  if (speaker?.entity !== undefined) return [{ entity: speaker.entity, ...words }];
  // A pronoun, a description («the minister»), or a verb without a subject most often goes on with the speaker before.
  const isOpen = speaker ? !speaker.isNamed : cue !== undefined;
  const before = isOpen ? speakerBefore(set, text, quote) : undefined;
  return [
    ...(before === undefined ? [] : [{ entity: before, ...words }]),
    ...(words ? [words] : []),
  ];
}

function speakerBefore(set: AnnotationSet, text: string, { content }: Quote): EntityId | undefined {
  const start = extentOf(content)?.start;
  return start === undefined ? undefined : precedingQuote(set, text, start)?.speaker?.entity;
}

function mentionsNear(set: AnnotationSet, text: string, quote: Quote): Mention[] {
  const extent = extentOf(quote.content);
  if (!extent) return [];
  const around = {
    start: paragraphAt(text, extent.start).start,
    end: paragraphAt(text, extent.end).end,
  };
  const near = set.mentions.flatMap((mention) => {
    const place = extentOf(mention.target);
    const isInContent = place && spansOf(quote.content).some((piece) => overlaps(piece, place));
    if (!place || isInContent || !contains(around, place)) return [];
    return [{ mention, distance: distance(spansOf(quote.content), place) }];
  });
  return near.sort((a, b) => a.distance - b.distance).map(({ mention }) => mention);
}

/** From the nearest of the pieces, in UTF-16 units. */
function distance(pieces: readonly Span[], { start, end }: Span): number {
  return Math.min(...pieces.map((piece) => Math.max(piece.start - end, start - piece.end)));
}

function recentSpeakers(set: AnnotationSet, quote: Quote): Entity[] {
  const start = extentOf(quote.content)?.start ?? 0;
  return set.quotes
    .filter(({ content }) => (extentOf(content)?.end ?? Infinity) <= start)
    .reverse()
    .flatMap(({ speaker }) => set.entities.get(speaker?.entity ?? '') ?? []);
}
