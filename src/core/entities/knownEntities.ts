import type { Entity, Mention } from '../model/annotation';
import { mentionsOf, type AnnotationSet } from '../model/annotationSet';
import { areSameItems } from '../model/equal';
import { linksOf, type Links } from './links';

/** An entity and the words by which it is known. */
export interface KnownEntity {
  readonly entity: Entity;
  /** Its name, then the words of its mentions; each once. */
  readonly forms: readonly string[];
  /** How often it is mentioned where it is known. */
  readonly mentions: number;
  readonly links?: Links;
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
  return [...set.entities.values()].map((entity) => {
    const mentions = mentionsOf(set, entity.id);
    const last = ofEntities.get(entity);
    if (last && areSameItems(last.mentions, mentions)) return last.known;
    const links = linksOf(entity.extra);
    const forms = formsOf(entity, mentions);
    const known = { entity, forms, mentions: mentions.length, ...(links && { links }) };
    ofEntities.set(entity, { known, mentions });
    return known;
  });
}

/** What was found last for each entity, and the mentions that it was found in. */
const ofEntities = new WeakMap<
  Entity,
  { readonly known: KnownEntity; readonly mentions: readonly Mention[] }
>();

function formsOf({ name }: Entity, mentions: readonly Mention[]): string[] {
  const forms = new Set([name]);
  for (const { target } of mentions) {
    const [only, ...further] = target.selectors;
    // The pieces of a mention in several are no words that stand anywhere.
    if (only && further.length === 0) forms.add(only.exact);
  }
  return [...forms];
}
