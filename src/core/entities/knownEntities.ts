import type { Entity, EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';

/** An entity and the words by which it is known. */
export interface KnownEntity {
  readonly entity: Entity;
  /** Its name, then the words of its mentions; each once. */
  readonly forms: readonly string[];
  /** How often it is mentioned where it is known. */
  readonly mentions: number;
}

const ofSets = new WeakMap<AnnotationSet, readonly KnownEntity[]>();

/** The entities of a set with the words of their mentions. Sets do not change, so it is found once for each. */
export function knownEntities(set: AnnotationSet): readonly KnownEntity[] {
  let known = ofSets.get(set);
  if (!known) {
    known = collect(set);
    ofSets.set(set, known);
  }
  return known;
}

function collect(set: AnnotationSet): KnownEntity[] {
  const forms = new Map<EntityId, Set<string>>();
  const mentions = new Map<EntityId, number>();
  for (const { id, name } of set.entities.values()) forms.set(id, new Set([name]));
  for (const { entity, target } of set.mentions) {
    mentions.set(entity, (mentions.get(entity) ?? 0) + 1);
    const [only, ...further] = target.selectors;
    // The pieces of a mention in several are no words that stand anywhere.
    if (only && further.length === 0) forms.get(entity)?.add(only.exact);
  }
  return [...set.entities.values()].map((entity) => ({
    entity,
    forms: [...(forms.get(entity.id) ?? [])],
    mentions: mentions.get(entity.id) ?? 0,
  }));
}
