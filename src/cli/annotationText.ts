import {
  cueText,
  furtherText,
  oneLine,
  targetText,
  valueText,
  type NameOf,
} from '../core/diff/valueTexts';
import type { Entity, Mention, Quote, Speaker } from '../core/model/annotation';
import { knownFields, type ArticleFields } from '../core/model/annotationSet';

// Annotations as people read them, each in one line: with their words, and without offsets.

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

function whoSpeaks(speaker: Speaker | undefined, nameOf: NameOf): string {
  if (speaker?.entity !== undefined) return oneLine(nameOf(speaker.entity));
  return speaker?.target ? targetText(speaker.target) : 'nobody';
}
