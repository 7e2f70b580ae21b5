import type { KnownEntity } from '../entities/knownEntities';
import type { Links } from '../entities/links';
import { areSameItems, equal } from '../model/equal';
import type { ArticleSummary, QuoteCount } from './articleSummary';
import { ownCopy, type Vocabulary } from './vocabulary';

/** What a corpus knows of an article, in the numbers of a vocabulary: of a large corpus no more fits into memory. Plain data. */
export interface PackedSummary extends Omit<ArticleSummary, 'entities' | 'quotes'> {
  /**
   * One entity after the other: its number, how often it is mentioned, by how many words it is known, and their
   * numbers; none where its name is the only one.
   */
  readonly entities: readonly number[];
  /** One speaker after the other: the number of its id among the words, `nobody` where it is not known, and how many quotes. */
  readonly quotes: readonly number[];
  /** By how many entities of `entities` come before it, of those that have some. */
  readonly links?: readonly (readonly [at: number, links: Links])[];
}

/** Stands for the speaker of quotes that nobody is known to have said. */
export const nobody = -1;

/** What one article says of an entity that it describes, in numbers. */
export interface PackedEntity {
  readonly entity: number;
  readonly mentions: number;
  /** Of the words by which it is known, its name among them. */
  readonly forms: readonly number[];
  readonly links?: Links;
}

/** A summary in numbers. What else is said of an entity than its name, its type and its addresses is left out. */
export function packed(summary: ArticleSummary, vocabulary: Vocabulary): PackedSummary {
  const entities: number[] = [];
  const links: [number, Links][] = [];
  summary.entities.forEach(({ entity, forms, mentions, links: own }, at) => {
    const number = vocabulary.numberOf(entity);
    const isName = forms.length === 1 && forms[0] === entity.name;
    const words = isName ? [] : forms.map((form) => vocabulary.numberOfWords(form));
    entities.push(number, mentions, words.length, ...words);
    if (own) links.push([at, own]);
  });
  const quotes = summary.quotes.flatMap(({ speaker, quotes: count }) => [
    speaker === undefined ? nobody : vocabulary.numberOfWords(speaker),
    count,
  ]);
  const { entities: _, quotes: __, ...rest } = summary;
  return { ...ownCopy({ ...rest, ...(links.length > 0 && { links }) }), entities, quotes };
}

/** The summary that was packed. Its entities and quotes are made when they are first asked for. */
export function unpacked(summary: PackedSummary, vocabulary: Vocabulary): ArticleSummary {
  const { entities: _, quotes: __, links: ___, ...rest } = summary;
  let entities: readonly KnownEntity[] | undefined;
  let quotes: readonly QuoteCount[] | undefined;
  return {
    ...rest,
    get entities() {
      return (entities ??= [...entitiesOf(summary, vocabulary)].map((each) =>
        unpackedEntity(each, vocabulary),
      ));
    },
    get quotes() {
      return (quotes ??= [...quotesOf(summary, vocabulary)]);
    },
  };
}

export function unpackedEntity(
  { entity, mentions, forms, links }: PackedEntity,
  vocabulary: Vocabulary,
): KnownEntity {
  return {
    entity: vocabulary.entity(entity),
    forms: forms.map((form) => vocabulary.words(form)),
    mentions,
    ...(links && { links }),
  };
}

/** The entities that an article describes. */
export function* entitiesOf(
  { entities, links }: PackedSummary,
  vocabulary: Vocabulary,
): Generator<PackedEntity, void, undefined> {
  const linksAt = links && new Map(links);
  let at = 0;
  for (let i = 0; i < entities.length; at += 1) {
    const entity = entities[i] ?? 0;
    const mentions = entities[i + 1] ?? 0;
    const end = i + 3 + (entities[i + 2] ?? 0);
    const forms = end === i + 3 ? vocabulary.nameOf(entity) : entities.slice(i + 3, end);
    const own = linksAt?.get(at);
    yield own ? { entity, mentions, forms, links: own } : { entity, mentions, forms };
    i = end;
  }
}

/** How many quotes of an article are said by whom. */
export function* quotesOf(
  { quotes }: PackedSummary,
  vocabulary: Vocabulary,
): Generator<QuoteCount, void, undefined> {
  for (let i = 0; i < quotes.length; i += 2) {
    const number = quotes[i] ?? nobody;
    const count = quotes[i + 1] ?? 0;
    yield number === nobody
      ? { quotes: count }
      : { speaker: vocabulary.words(number), quotes: count };
  }
}

/** Whether two summaries, in numbers of the same vocabulary, say the same; in which lines sidecars do so does not matter. */
export function areSayingTheSame(
  a: PackedSummary | undefined,
  b: PackedSummary | undefined,
): boolean {
  if (!a || !b) return a === b;
  const { isInBlocks: _, entities: entitiesOfA, quotes: quotesOfA, ...restOfA } = a;
  const { isInBlocks: __, entities: entitiesOfB, quotes: quotesOfB, ...restOfB } = b;
  return (
    areSameItems(entitiesOfA, entitiesOfB) &&
    areSameItems(quotesOfA, quotesOfB) &&
    equal(restOfA, restOfB)
  );
}
