import {
  wordsOf,
  type Cue,
  type EntityId,
  type Extra,
  type Speaker,
  type Target,
} from '../model/annotation';
import type { Conflict } from '../model/conflict';

// Parts of annotations as people read them, each in one line: with their words, and without offsets.

/** The name of an entity, by its id. */
export type NameOf = (id: EntityId) => string;

export function cueText({ target, ...further }: Cue): string {
  return targetText(target) + furtherText(further);
}

export function speakerText({ entity, target, ...further }: Speaker, nameOf: NameOf): string {
  const name = entity === undefined ? [] : [oneLine(nameOf(entity))];
  return [...name, ...(target ? [targetText(target)] : [])].join(' ') + furtherText(further);
}

/** The words of a target, in quotation marks. */
export function targetText(target: Target): string {
  return `“${oneLine(wordsOf(target))}”`;
}

/** A plain value that is there: as it is, where it is text, else as JSON. */
export function valueText(value: unknown): string {
  return oneLine(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Keys that the format does not know, behind what they belong to. */
export function furtherText({
  extra,
  conflict,
}: {
  readonly extra?: Extra;
  readonly conflict?: Conflict;
}): string {
  const keys = Object.entries({ ...extra, ...(conflict && { conflict }) });
  return keys.map(([key, value]) => `, ${oneLine(key)}: ${valueText(value)}`).join('');
}

/** Without ends of line, and without characters that a terminal obeys. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}
