import type { ChangedThing, Difference } from '../core/diff/difference';
import type { SidecarDifference } from '../core/diff/diffSidecars';
import type { Entity, Mention, Quote } from '../core/model/annotation';
import type { AnnotationSet } from '../core/model/annotationSet';
import type { Extra } from '../core/model/annotation';
import type { Conflict } from '../core/model/conflict';
import {
  cueText,
  entityText,
  mentionText,
  quoteHead,
  quoteText,
  speakerText,
  targetText,
  valueText,
  type NameOf,
} from './annotationText';

/** What differs, a line each: `+` what is added, `-` what is removed, `~` what is changed. */
export function diffText({ before, after, differences }: SidecarDifference): string {
  const names = { before: namesIn(before), after: namesIn(after) };
  const lines = differences.flatMap((difference) => linesOf(difference, names));
  return lines.map((line) => `${line}\n`).join('');
}

interface Names {
  readonly before: NameOf;
  readonly after: NameOf;
}

function namesIn({ entities }: AnnotationSet): NameOf {
  return (id) => entities.get(id)?.name ?? id;
}

function linesOf(difference: Difference, names: Names): string[] {
  switch (difference.change) {
    case 'added':
      return [`+ ${textOf(difference.thing, difference.after, names.after)}`];
    case 'removed':
      return [`- ${textOf(difference.thing, difference.before, names.before)}`];
    case 'renamed':
    case 'merged': {
      const { change, before, after } = difference;
      const into = change === 'merged' ? 'merged into' : 'renamed to';
      return [`~ ${entityText(before)} ${into} ${entityText(after).replace(/^entity /, '')}`];
    }
    case 'changed':
      return changedLines(difference, names);
  }
}

function textOf(thing: Difference['thing'], item: Entity | Mention | Quote, nameOf: NameOf) {
  if ('content' in item) return quoteText(item, nameOf);
  return thing === 'mention' ? mentionText(item as Mention, nameOf) : entityText(item as Entity);
}

function changedLines(difference: ChangedThing, names: Names): string[] {
  const { thing } = difference;
  const parts = partTexts(difference, names);
  if (thing === 'article' || thing === 'sidecar') return parts.map((part) => `~ ${thing} ${part}`);
  const head =
    thing === 'entity'
      ? `entity ${difference.after.id}`
      : thing === 'mention'
        ? `mention of ${names.after(difference.after.entity)}: ${targetText(difference.after.target)}`
        : quoteHead(difference.after, names.after);
  return [`~ ${head} (${parts.join('; ')})`];
}

/** Each part that differs, as it was and as it is. */
function partTexts(difference: ChangedThing, names: Names): string[] {
  const { thing, before, after, parts } = difference;
  const partOf = (item: typeof before, part: string, nameOf: NameOf) =>
    thing === 'mention'
      ? mentionPart(item as Mention, part, nameOf)
      : thing === 'quote'
        ? quotePart(item as Quote, part, nameOf)
        : furtherPart(item, part);
  return parts.map(
    (part) =>
      `${part}: ${partOf(before, part, names.before)} → ${partOf(after, part, names.after)}`,
  );
}

function mentionPart(mention: Mention, part: string, nameOf: NameOf): string {
  if (part === 'entity') return nameOf(mention.entity);
  return part === 'words' ? targetText(mention.target) : furtherPart(mention, part);
}

function quotePart(quote: Quote, part: string, nameOf: NameOf): string {
  const { kind, content, cue, speaker } = quote;
  switch (part) {
    case 'kind':
      return kind;
    case 'words':
      return targetText(content);
    case 'cue':
      return cue ? cueText(cue) : 'none';
    case 'speaker':
      return speaker ? speakerText(speaker, nameOf) : 'none';
    default:
      return furtherPart(quote, part);
  }
}

/** A field of an article, a key of an entity, or one that the format does not know. */
function furtherPart(
  item: { readonly extra?: Extra; readonly conflict?: Conflict },
  part: string,
): string {
  const { extra, ...known } = item;
  const keys = new Map(Object.entries({ ...extra, ...known }));
  return valueText(keys.get(part));
}
