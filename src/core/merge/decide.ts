import type { Entity, Quote } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { apply, type Change } from '../model/change';
import { referredTo, versionIn, type Conflict, type Version } from '../model/conflict';
import { keeperOf, type Decision, type OpenConflict } from './openConflicts';
import {
  cueAs,
  entityAs,
  fieldsAs,
  furtherKeysAs,
  mentionAs,
  quoteAs,
  speakerAs,
} from './versions';

/**
 * Decides what a merge has left open, by one of `decisionsFor`. Entities that nothing refers to any more go with the
 * version that goes.
 * @param text that of the article, with LF as ends of line
 */
export function decide(
  set: AnnotationSet,
  text: string,
  open: OpenConflict,
  decision: Decision,
): Change {
  const ours = changeTo(set, text, open, fateBy(open.conflict, decision));
  if (decision !== 'both') return withoutUnneeded(set, ours);
  const version = versionIn(open.conflict);
  const { mentions, quotes } = version
    ? changeTo(set, text, open, { version: { ...version, conflict: undefined } })
    : {};
  const added = <T>(all: readonly { readonly after?: T }[] = []) =>
    all.flatMap(({ after }) => (after === undefined ? [] : [{ after }]));
  return {
    ...(ours.mentions && { mentions: [...ours.mentions, ...added(mentions)] }),
    ...(ours.quotes && { quotes: [...ours.quotes, ...added(quotes)] }),
  };
}

/** What becomes of a thing in conflict: it stays as shown, with what is left of the conflict; or is another; or goes. */
type Fate = { readonly left: Conflict | undefined } | { readonly version: Version } | 'gone';

function fateBy(conflict: Conflict, decision: Decision): Fate {
  const version = versionIn(conflict);
  if (!version) return decision === keeperOf(conflict) ? { left: undefined } : 'gone';
  return decision === 'theirs' ? { version } : { left: version.conflict };
}

function changeTo(set: AnnotationSet, text: string, open: OpenConflict, fate: Fate): Change {
  switch (open.owner) {
    case 'mention':
      return {
        mentions: [replacement(open.mention, fate, (v) => mentionAs(open.mention, v, text))],
      };
    case 'quote':
      return { quotes: [replacement(open.quote, fate, (v) => quoteAs(open.quote, v, text))] };
    case 'cue':
    case 'speaker':
      return {
        quotes: [{ before: open.quote, after: withPart(open.quote, open.owner, text, fate) }],
      };
    case 'entity':
      return changeOfEntity(set, open.entity, fate);
    case 'article':
      return changeOfFields(set, fate);
    case 'further':
      return changeOfFurther(set, fate);
  }
}

function changeOfEntity(set: AnnotationSet, entity: Entity, fate: Fate): Change {
  // What is referred to stays described.
  const isNeeded = fate === 'gone' && referredTo(set).has(entity.id);
  const own: Fate = isNeeded ? { left: undefined } : fate;
  return { entities: [replacement(entity, own, (v) => entityAs(entity, v))] };
}

function changeOfFields({ article }: AnnotationSet, fate: Fate): Change {
  const { after = {} } = replacement(article, fate, (v) => fieldsAs(article, v));
  return { article: { before: article, after } };
}

function changeOfFurther({ extra, conflict }: AnnotationSet, fate: Fate): Change {
  const before = { extra, ...(conflict && { conflict }) };
  const { after = { extra: {} } } = replacement(before, fate, (v) => furtherKeysAs(before, v));
  return { further: { before, after } };
}

/** A quote whose cue or speaker meets its fate. */
function withPart(quote: Quote, part: 'cue' | 'speaker', text: string, fate: Fate): Quote {
  const { cue, speaker, ...rest } = quote;
  const now = {
    cue: part === 'cue' && cue ? remade(cue, fate, (v) => cueAs(cue, v, text)) : cue,
    speaker:
      part === 'speaker' && speaker
        ? remade(speaker, fate, (v) => speakerAs(speaker, v, text))
        : speaker,
  };
  return {
    ...rest,
    ...(now.cue && { cue: now.cue }),
    ...(now.speaker && { speaker: now.speaker }),
  };
}

function replacement<T extends { readonly conflict?: Conflict }>(
  before: T,
  fate: Fate,
  as: (version: Version) => T | undefined,
): { readonly before: T; readonly after?: T } {
  const after = remade(before, fate, as);
  return { before, ...(after && { after }) };
}

function remade<T extends { readonly conflict?: Conflict }>(
  item: T,
  fate: Fate,
  as: (version: Version) => T | undefined,
): T | undefined {
  if (fate === 'gone') return undefined;
  if ('version' in fate) return as(fate.version);
  const { conflict: _, ...rest } = item;
  return { ...rest, ...(fate.left && { conflict: fate.left }) } as T;
}

/** The change, and the entities go that only what it takes away refers to. */
function withoutUnneeded(set: AnnotationSet, change: Change): Change {
  const after = apply(change, set);
  const needed = referredTo(after);
  const gone = [...referredTo(set)].flatMap((id) => {
    const entity = needed.has(id) ? undefined : after.entities.get(id);
    // What a person wrote about an entity by hand is not thrown away, nor what a merge has left to decide.
    return entity && !entity.extra && !entity.conflict ? [{ before: entity }] : [];
  });
  return gone.length > 0 ? { ...change, entities: [...(change.entities ?? []), ...gone] } : change;
}
