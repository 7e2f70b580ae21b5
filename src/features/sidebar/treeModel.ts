import {
  extentOf,
  wordsOf,
  type Entity,
  type Mention,
  type Quote,
  type Target,
} from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { unplacedParts, type AnnotationPart } from '../../core/model/parts';
import type { Schema } from '../../core/model/schema';
import { speakerName } from '../../core/model/speakerName';

/** What has no certain place in the article, and each such part of an annotation. */
export type LostNode =
  | { readonly kind: 'lost'; readonly children: readonly LostNode[] }
  | { readonly kind: 'part'; readonly part: AnnotationPart; readonly words: string };

/** A row of the view of entities: type → entity → mention; first what is lost of the mentions. */
export type EntityNode =
  | LostNode
  | { readonly kind: 'type'; readonly type: string; readonly children: readonly EntityNode[] }
  | { readonly kind: 'entity'; readonly entity: Entity; readonly children: readonly EntityNode[] }
  | { readonly kind: 'mention'; readonly mention: Mention; readonly words: string };

/** A row of the view of quotes: speaker → quote; first what is lost of the quotes. */
export type QuoteNode =
  | LostNode
  | {
      readonly kind: 'speaker';
      readonly name: string | undefined;
      readonly children: readonly QuoteNode[];
    }
  | { readonly kind: 'quote'; readonly quote: Quote; readonly words: string };

/** Types in the order of the schema, entities by how often they are mentioned, mentions as in the text. */
export function entityTree(set: AnnotationSet, schema: Schema): EntityNode[] {
  const mentions = new Map<string, EntityNode[]>([...set.entities.keys()].map((id) => [id, []]));
  for (const mention of set.mentions) {
    mentions
      .get(mention.entity)
      ?.push({ kind: 'mention', mention, words: wordsOf(mention.target) });
  }
  const entities = [...set.entities.values()].map((entity) => ({
    kind: 'entity' as const,
    entity,
    children: mentions.get(entity.id) ?? [],
  }));
  entities.sort(
    (a, b) => b.children.length - a.children.length || a.entity.name.localeCompare(b.entity.name),
  );
  const known = schema.types.map(({ id }) => id);
  const unknown = entities.map(({ entity }) => entity.type).filter((type) => !known.includes(type));
  const types = [...known, ...new Set(unknown)].flatMap((type) => {
    const children = entities.filter(({ entity }) => entity.type === type);
    return children.length > 0 ? [{ kind: 'type' as const, type, children }] : [];
  });
  return [...lostGroup(lostMentions(set)), ...types];
}

/** Speakers by name, quotes without one last; quotes as in the text. */
export function quoteTree(set: AnnotationSet): QuoteNode[] {
  const bySpeaker = new Map<string | undefined, QuoteNode[]>();
  for (const quote of set.quotes) {
    const name = speakerName(set, quote);
    const node: QuoteNode = { kind: 'quote', quote, words: wordsOf(quote.content) };
    bySpeaker.set(name, [...(bySpeaker.get(name) ?? []), node]);
  }
  const speakers = [...bySpeaker]
    .sort(([a], [b]) => (a === undefined ? 1 : b === undefined ? -1 : a.localeCompare(b)))
    .map(([name, children]) => ({ kind: 'speaker' as const, name, children }));
  return [...lostGroup(lostInQuotes(set)), ...speakers];
}

/** The mentions that have no certain place. */
export function lostMentions({ mentions }: AnnotationSet): AnnotationPart[] {
  return unplacedParts({ mentions, quotes: [] });
}

/** What of the quotes has no certain place: contents, cues, speakers. */
export function lostInQuotes({ quotes }: AnnotationSet): AnnotationPart[] {
  return unplacedParts({ mentions: [], quotes });
}

/** The parts in one row; none where there are none. */
function lostGroup(parts: readonly AnnotationPart[]): LostNode[] {
  const children = parts.map((part) => ({
    kind: 'part' as const,
    part,
    words: wordsOf(part.target),
  }));
  return children.length > 0 ? [{ kind: 'lost', children }] : [];
}

/** The target that a row leads to: its own, or the first below it. */
export function targetOf(node: EntityNode | QuoteNode): Target | undefined {
  if (node.kind === 'mention') return node.mention.target;
  if (node.kind === 'quote') return node.quote.content;
  if (node.kind === 'part') return node.part.target;
  for (const child of node.children) {
    const target = targetOf(child);
    if (target && extentOf(target)) return target;
  }
  return undefined;
}
