import type { Conflict } from '../../core/model/conflict';
import { contentPart, mentionPart, type AnnotationPart } from '../../core/model/parts';
import type { Row } from './rows';

/** What of its article a row without others below it is for; undefined for all others. */
export function partOf(row: Row): AnnotationPart | undefined {
  if (row.kind === 'mention') return mentionPart(row.mention);
  if (row.kind === 'quote') return contentPart(row.quote);
  return row.kind === 'part' ? row.part : undefined;
}

/** Whether a merge has left something to decide of what a row is for. */
export function hasConflict(row: Row): boolean {
  return thingsOf(row).some((each) => each?.conflict);
}

function thingsOf(row: Row): readonly ({ readonly conflict?: Conflict } | undefined)[] {
  if (row.kind === 'entity') return [row.entity];
  if (row.kind === 'mention') return [row.mention];
  return row.kind === 'quote' ? [row.quote, row.quote.cue, row.quote.speaker] : [];
}
