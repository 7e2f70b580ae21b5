import { contentPart, mentionPart, type AnnotationPart } from '../../core/model/parts';
import type { Row } from './rows';

/** What of its article a row without others below it is for; undefined for all others. */
export function partOf(row: Row): AnnotationPart | undefined {
  if (row.kind === 'mention') return mentionPart(row.mention);
  if (row.kind === 'quote') return contentPart(row.quote);
  return row.kind === 'part' ? row.part : undefined;
}
