import type { EntityId, Mention, Quote } from '../../core/model/annotation';
import type {
  MoveArgument,
  Placed,
  SpeakerMeant,
  SpeakersArgument,
} from '../../workspace/placedAnnotations';
import type { Row, SpeakerRow } from './rows';

/** What is dragged: plain data, since what goes from one view to another is written as JSON. */
export interface Dragged {
  readonly entities: readonly EntityId[];
  readonly mentions: readonly Placed<Mention>[];
  readonly quotes: readonly Placed<Quote>[];
}

/** What rows are when they are dragged. */
export function draggedOf(rows: readonly Row[]): Dragged {
  return {
    entities: rows.flatMap((row) => (row.kind === 'entity' ? [row.entity.id] : [])),
    mentions: rows.flatMap((row) =>
      row.kind === 'mention' ? [{ uri: row.uri, item: row.mention }] : [],
    ),
    quotes: rows.flatMap((row) =>
      row.kind === 'quote' ? [{ uri: row.uri, item: row.quote }] : [],
    ),
  };
}

/** The argument of `chiosa.mergeEntities`, of several entities. */
interface MergeArgument {
  readonly entities: readonly EntityId[];
  readonly into: EntityId;
}

/** The command that a drop runs, which is one act, and its argument. */
export type Drop =
  | { readonly command: 'chiosa.mergeEntities'; readonly argument: MergeArgument }
  | { readonly command: '_chiosa.moveMentions'; readonly argument: MoveArgument }
  | { readonly command: '_chiosa.setSpeakers'; readonly argument: SpeakersArgument };

/**
 * What it means to drop rows onto a row; undefined where it means nothing. Entities are merged into one, mentions
 * become mentions of it, quotes are said by it; a quote, or all quotes of a speaker, are said by an entity.
 */
export function dropOf(dragged: Dragged, target: Row): Drop | undefined {
  const [entity] = dragged.entities;
  if (target.kind === 'entity') return onEntity(dragged, target.entity.id);
  if (target.kind === 'speaker' && dragged.quotes.length > 0) {
    return isNobody(target) ? undefined : saidBy(dragged.quotes, meantBy(target));
  }
  if (entity === undefined) return undefined;
  if (target.kind === 'speaker') return allSaidBy(target, entity);
  return target.kind === 'quote'
    ? saidBy([{ uri: target.uri, item: target.quote }], { entity })
    : undefined;
}

function onEntity({ entities, mentions, quotes }: Dragged, into: EntityId): Drop | undefined {
  const others = entities.filter((id) => id !== into);
  if (others.length > 0) {
    return { command: 'chiosa.mergeEntities', argument: { entities: others, into } };
  }
  const strangers = mentions.filter(({ item }) => item.entity !== into);
  if (strangers.length > 0) {
    return { command: '_chiosa.moveMentions', argument: { mentions: strangers, into } };
  }
  return quotes.length > 0 ? saidBy(quotes, { entity: into }) : undefined;
}

function saidBy(quotes: readonly Placed<Quote>[], speaker: SpeakerMeant): Drop {
  return { command: '_chiosa.setSpeakers', argument: { quotes, speaker } };
}

function allSaidBy(row: SpeakerRow, entity: EntityId): Drop | undefined {
  if (isNobody(row) || row.speaker?.entity === entity) return undefined;
  const argument = {
    saidBy: meantBy(row),
    ...(row.uri !== undefined && { uri: row.uri }),
    speaker: { entity },
  };
  return { command: '_chiosa.setSpeakers', argument };
}

/** Whether a row has all quotes of all articles whose speakers are not known: nobody means them all, nor these words. */
function isNobody({ articles, speaker }: SpeakerRow): boolean {
  return articles !== undefined && speaker === undefined;
}

/** Whom a row is for: its entity, or else its words. */
function meantBy({ speaker }: SpeakerRow): SpeakerMeant {
  if (speaker?.entity !== undefined) return { entity: speaker.entity };
  return speaker?.target ? { words: speaker.target } : {};
}
