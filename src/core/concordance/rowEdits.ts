import { moveMentions } from '../edit/entityEdits';
import { annotateReferences, removeMentions } from '../edit/mentionEdits';
import { setQuoteKind, setSpeaker } from '../edit/quoteEdits';
import { samePlace } from '../edit/target';
import {
  spansOf,
  type Entity,
  type Mention,
  type Quote,
  type QuoteKind,
} from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { apply, type Change } from '../model/change';
import type { SearchedArticle } from './hits';
import type { Level } from './query';
import type { Row } from './row';

/**
 * What a row is of, in the annotations as they are now: words, or a mention or a quote. Undefined where the mention
 * or the quote is no longer there. The text must be the one in which the row was found.
 */
export type RowTarget =
  | { readonly row: Row; readonly mention?: Mention; readonly quote?: undefined }
  | { readonly row: Row; readonly mention?: undefined; readonly quote: Quote };

/** @param level of the query that found the row */
export function targetOfRow(set: AnnotationSet, row: Row, level: Level): RowTarget | undefined {
  const { mention, quote, spans } = row.hit;
  if (level === 'quote') {
    const now = set.quotes.find(
      ({ content, kind, speaker }) =>
        samePlace(content, spans) &&
        kind === quote?.kind &&
        speaker?.entity === quote.speaker?.entity,
    );
    return now && { row, quote: now };
  }
  if (!mention) return { row };
  const now = set.mentions.find(
    ({ entity, target }) => entity === mention.entity && samePlace(target, spans),
  );
  return now && { row, mention: now };
}

/** The mentions and quotes go; words stay words. */
export function removeRows(set: AnnotationSet, targets: readonly RowTarget[]): Change {
  return {
    ...removeMentions(set, mentionsOf(targets)),
    quotes: quotesOf(targets).map((before) => ({ before })),
  };
}

/** A row, and the entity that it refers to from now on. */
export interface RowReference {
  readonly target: RowTarget;
  readonly entity: Entity;
}

/**
 * Words become mentions of the entities, mentions are moved to them, quotes are said by them. A mention in several
 * pieces keeps them.
 */
export function linkRows(
  { set, text }: SearchedArticle,
  references: readonly RowReference[],
): Change {
  const isWhole = ({ target }: RowReference) => !target.quote && target.row.hit.spans.length === 1;
  const words = references
    .filter(isWhole)
    .map(({ target, entity }) => ({ span: target.row.extent, entity }));
  return references
    .filter((reference) => !isWhole(reference))
    .reduce<Change>(
      (change, { target, entity }) => {
        const { mention, quote } = target;
        const now = apply(change, set);
        if (mention) return both(change, moveMentions(now, [mention], entity));
        return quote ? both(change, saidByEntity(now, quote, entity)) : change;
      },
      annotateReferences(set, text.text, words),
    );
}

function saidByEntity({ entities }: AnnotationSet, quote: Quote, entity: Entity): Change {
  return {
    ...setSpeaker(quote, { ...quote.speaker, entity: entity.id }),
    ...(!entities.has(entity.id) && { entities: [{ after: entity }] }),
  };
}

/** All that two changes do, of which the second was made for what the first leaves. */
function both(a: Change, b: Change): Change {
  return {
    entities: [...(a.entities ?? []), ...(b.entities ?? [])],
    mentions: [...(a.mentions ?? []), ...(b.mentions ?? [])],
    quotes: [...(a.quotes ?? []), ...(b.quotes ?? [])],
  };
}

/** The quotes are of this kind. */
export function setKindOfRows(targets: readonly RowTarget[], kind: QuoteKind): Change {
  return { quotes: quotesOf(targets).flatMap((quote) => setQuoteKind(quote, kind).quotes ?? []) };
}

function mentionsOf(targets: readonly RowTarget[]): Mention[] {
  return targets.flatMap(({ mention }) =>
    mention && spansOf(mention.target).length > 0 ? mention : [],
  );
}

function quotesOf(targets: readonly RowTarget[]): Quote[] {
  return targets.flatMap(({ quote }) => quote ?? []);
}
