import type { ChangedThing } from '../core/diff/difference';
import type { SidecarDifference } from '../core/diff/diffSidecars';
import type {
  Entity,
  EntityId,
  Extra,
  Mention,
  Quote,
  Speaker,
  Target,
} from '../core/model/annotation';
import { knownFields, type AnnotationSet } from '../core/model/annotationSet';
import type { Conflict } from '../core/model/conflict';

/** What differs, as docs/cli.md describes it. */
export function diffJson({ before, after, differences }: SidecarDifference): string {
  const written = differences.map((difference) => {
    const { thing, change } = difference;
    return {
      thing,
      change,
      parts: 'parts' in difference ? difference.parts : [],
      before: 'before' in difference ? dataOf(difference.before, before) : null,
      after: 'after' in difference ? dataOf(difference.after, after) : null,
    };
  });
  return `${JSON.stringify(written, null, 2)}\n`;
}

type Versioned = ChangedThing['before'];

function dataOf(item: Versioned, set: AnnotationSet): object {
  if ('content' in item) return quoteData(item, set);
  if ('target' in item) return mentionData(item, set);
  if ('name' in item) return entityData(item);
  return { ...knownFields(item), ...further(item) };
}

function entityData({ id, name, type, ...rest }: Entity) {
  return { id, name, type, ...further(rest) };
}

function mentionData({ entity, target, ...rest }: Mention, set: AnnotationSet) {
  return { entity, name: nameOf(entity, set), words: words(target), ...further(rest) };
}

function quoteData({ kind, content, cue, speaker, ...rest }: Quote, set: AnnotationSet) {
  return {
    kind,
    words: words(content),
    cue: cue ? { words: words(cue.target), ...further(cue) } : null,
    speaker: speaker ? speakerData(speaker, set) : null,
    ...further(rest),
  };
}

function speakerData({ entity, target, ...rest }: Speaker, set: AnnotationSet) {
  return {
    entity: entity ?? null,
    name: entity === undefined ? null : nameOf(entity, set),
    words: target ? words(target) : null,
    ...further(rest),
  };
}

/** What the sidecar says with keys that the format does not know, and what is left to decide. */
function further({ extra, conflict }: { readonly extra?: Extra; readonly conflict?: Conflict }) {
  return { ...(extra && { keys: extra }), ...(conflict && { conflict }) };
}

/** The words of each piece. */
function words({ selectors }: Target): string[] {
  return selectors.map(({ exact }) => exact);
}

function nameOf(entity: EntityId, { entities }: AnnotationSet): string {
  return entities.get(entity)?.name ?? entity;
}
