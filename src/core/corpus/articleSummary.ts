import { knownEntities, type KnownEntity } from '../entities/knownEntities';
import type { EntityId } from '../model/annotation';
import { knownFields, type AnnotationSet, type ArticleFields } from '../model/annotationSet';
import { parseSidecar } from '../sidecar/parse';
import { parseBlocks } from '../sidecar/parseBlocks';
import type { SidecarData } from '../sidecar/shape';

/** What a corpus knows of an article: what its sidecar says, without the places and the text. Plain data. */
export interface ArticleSummary {
  readonly fields: Omit<ArticleFields, 'extra'>;
  /** Those that it describes. */
  readonly entities: readonly KnownEntity[];
  readonly quotes: readonly QuoteCount[];
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
  };
}

/** The same of a sidecar's source, without looking at its article. Never throws: what cannot be read is not there. */
export function readSummary(source: string): ArticleSummary {
  const {
    article = {},
    entities,
    quotes = [],
  } = (parseBlocks(source) ?? parseSidecar(source)).data;
  return {
    fields: knownFields(article),
    entities: entitiesIn(entities),
    quotes: quoteCounts(quotes),
  };
}

function entitiesIn(entities: SidecarData['entities'] = {}): KnownEntity[] {
  return Object.entries(entities).map(([id, { name, type, mentions = [] }]) => {
    const words = mentions.flatMap(({ exact }) => exact ?? []);
    return {
      entity: { id, name, type },
      forms: [...new Set([name, ...words])],
      mentions: mentions.length,
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
