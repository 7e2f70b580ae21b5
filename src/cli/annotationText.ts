import {
  wordsOf,
  type Cue,
  type Entity,
  type EntityId,
  type Extra,
  type Mention,
  type Quote,
  type Speaker,
  type Target,
} from '../core/model/annotation';
import { knownFields, type ArticleFields } from '../core/model/annotationSet';
import type { Conflict } from '../core/model/conflict';

// Annotations as people read them, each in one line: with their words, and without offsets.

/** The name of an entity, by its id. */
export type NameOf = (id: EntityId) => string;

export function entityText({ id, name, type, ...further }: Entity): string {
  return oneLine(`entity ${id}: ${name} (${type})`) + furtherText(further);
}

export function mentionText({ entity, target, ...further }: Mention, nameOf: NameOf): string {
  return `mention of ${oneLine(nameOf(entity))}: ${targetText(target)}${furtherText(further)}`;
}

export function quoteText(quote: Quote, nameOf: NameOf): string {
  const { kind, content, cue, speaker, ...further } = quote;
  const by = speaker?.target ? `, speaker ${targetText(speaker.target)}` : '';
  const said = cue ? `, cue ${cueText(cue)}` : '';
  return `${kind} ${quoteHead({ content, ...(speaker && { speaker }) }, nameOf)}${said}${by}${furtherText({ ...further })}${furtherText(speaker ?? {})}`;
}

/** Who said what. */
export function quoteHead(
  { content, speaker }: Pick<Quote, 'content' | 'speaker'>,
  nameOf: NameOf,
): string {
  return `quote of ${whoSpeaks(speaker, nameOf)}: ${targetText(content)}`;
}

/** The lines of what is said of an article, a field each. */
export function fieldLines({ extra, conflict, ...fields }: ArticleFields): string[] {
  const all = Object.entries({ ...knownFields(fields), ...extra, ...(conflict && { conflict }) });
  return all.map(([key, value]) => `article ${oneLine(key)}: ${valueText(value)}`);
}

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

/** A plain value: as it is, where it is text, else as JSON. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'none';
  return oneLine(typeof value === 'string' ? value : JSON.stringify(value));
}

function whoSpeaks(speaker: Speaker | undefined, nameOf: NameOf): string {
  if (speaker?.entity !== undefined) return oneLine(nameOf(speaker.entity));
  return speaker?.target ? targetText(speaker.target) : 'nobody';
}

function furtherText({
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
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}
