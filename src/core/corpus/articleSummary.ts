import { linksOf } from '../entities/links';
import { knownEntities, type KnownEntity } from '../entities/knownEntities';
import type { EntityId, QuoteKind } from '../model/annotation';
import { knownFields, type AnnotationSet, type ArticleFields } from '../model/annotationSet';
import { parseSource } from '../sidecar/parseBlocks';
import type { SidecarData } from '../sidecar/shape';

/** What a corpus knows of an article: what its sidecar says, without the places and the text. Plain data. */
export interface ArticleSummary {
  readonly fields: Omit<ArticleFields, 'extra' | 'conflict'>;
  /** Those that it describes. */
  readonly entities: readonly KnownEntity[];
  readonly quotes: readonly QuoteCount[];
  /** All lines of the sidecar are as Chiosa writes them (see `readBlocks`). */
  readonly isInBlocks?: true;
  /** How many quotes there are of each kind that there are any of; undefined where there are none. */
  readonly kinds?: Readonly<Partial<Record<QuoteKind, number>>>;
  /** How much of the sidecar cannot be read, where something cannot. */
  readonly problems?: number;
}

/** How many quotes of an article are said by an entity, which it may not describe; or by nobody who is known. */
export interface QuoteCount {
  readonly speaker?: EntityId;
  readonly quotes: number;
}

export const emptySummary: ArticleSummary = { fields: {}, entities: [], quotes: [] };

/** Whether an article has no annotations at all. */
export function saysNothing({ fields, entities, quotes }: ArticleSummary): boolean {
  return entities.length === 0 && quotes.length === 0 && Object.keys(fields).length === 0;
}

/** What a corpus knows of an article with these annotations. */
export function summaryOf(set: AnnotationSet): ArticleSummary {
  return {
    fields: knownFields(set.article),
    entities: knownEntities(set),
    quotes: quoteCounts(set.quotes),
    ...kindCounts(set.quotes),
  };
}

/** The same of a sidecar's source, without looking at its article. Never throws: what cannot be read is not there. */
export function readSummary(source: string): ArticleSummary {
  const { data, blocks, problems } = parseSource(source);
  const { article = {}, entities, quotes = [] } = data;
  return {
    fields: knownFields(article),
    entities: entitiesIn(entities),
    quotes: quoteCounts(quotes),
    ...(blocks && { isInBlocks: true }),
    ...kindCounts(quotes),
    ...(problems.length > 0 && { problems: problems.length }),
  };
}

function entitiesIn(entities: SidecarData['entities'] = {}): KnownEntity[] {
  return Object.entries(entities).map(([id, { name, type, mentions = [], ...extra }]) => {
    const words = mentions.flatMap(({ exact }) => exact ?? []);
    const links = linksOf(extra);
    return {
      entity: { id, name, type },
      forms: [...new Set([name, ...words])],
      mentions: mentions.length,
      ...(links && { links }),
    };
  });
}

function quoteCounts(
  quotes: readonly {
    readonly speaker?: { readonly entity?: EntityId | undefined } | undefined;
  }[],
): QuoteCount[] {
  const counts = new Map<EntityId | undefined, number>();
  for (const { speaker } of quotes) {
    counts.set(speaker?.entity, (counts.get(speaker?.entity) ?? 0) + 1);
  }
  return Array.from(counts, ([speaker, count]) => ({
    ...(speaker !== undefined && { speaker }),
    quotes: count,
  }));
}

function kindCounts(
  quotes: readonly { readonly kind: QuoteKind }[],
): Pick<ArticleSummary, 'kinds'> {
  const kinds: Partial<Record<QuoteKind, number>> = {};
  for (const { kind } of quotes) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return quotes.length > 0 ? { kinds } : {};
}
