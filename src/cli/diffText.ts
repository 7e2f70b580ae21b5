import { changedTexts, type Names } from '../core/diff/changedTexts';
import type { ChangedThing, Difference } from '../core/diff/difference';
import type { SidecarDifference } from '../core/diff/diffSidecars';
import { targetText, type NameOf } from '../core/diff/valueTexts';
import type { Entity, Mention, Quote } from '../core/model/annotation';
import type { AnnotationSet } from '../core/model/annotationSet';
import { entityText, mentionText, quoteHead, quoteText } from './annotationText';

/** What differs, a line each: `+` what is added, `-` what is removed, `~` what is changed. */
export function diffText({ before, after, differences }: SidecarDifference): string {
  const names = { before: namesIn(before), after: namesIn(after) };
  const lines = differences.flatMap((difference) => linesOf(difference, names));
  return lines.map((line) => `${line}\n`).join('');
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
  const parts = changedTexts(difference, names).map(
    ({ part, before, after }) => `${part}: ${before} → ${after}`,
  );
  if (thing === 'article' || thing === 'sidecar') return parts.map((part) => `~ ${thing} ${part}`);
  const head =
    thing === 'entity'
      ? `entity ${difference.after.id}`
      : thing === 'mention'
        ? `mention of ${names.after(difference.after.entity)}: ${targetText(difference.after.target)}`
        : quoteHead(difference.after, names.after);
  return [`~ ${head} (${parts.join('; ')})`];
}
