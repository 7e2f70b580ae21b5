import type { Cue, Entity, EntityId, Mention, Quote, Speaker } from '../model/annotation';
import { knownFields, type ArticleFields } from '../model/annotationSet';
import { equal } from '../model/equal';
import type { Further } from '../merge/keyMerge';
import { isSameTarget } from '../merge/targets';

// Which parts two versions of a thing have otherwise, by their names (see `Versions`).

/** The id that an entity has now, by the one that it had. */
export type IdNow = (id: EntityId) => EntityId;

export function partsOfMention(before: Mention, after: Mention, idNow: IdNow): string[] {
  return [
    ...named('entity', idNow(before.entity) === after.entity),
    ...named('words', isSameTarget(before.target, after.target)),
    ...furtherParts(before, after),
  ];
}

export function partsOfQuote(before: Quote, after: Quote, idNow: IdNow): string[] {
  return [
    ...named('kind', before.kind === after.kind),
    ...named('words', isSameTarget(before.content, after.content)),
    ...named('cue', isSameCue(before.cue, after.cue)),
    ...named('speaker', isSameSpeaker(before.speaker, after.speaker, idNow)),
    ...furtherParts(before, after),
  ];
}

export function partsOfEntity(before: Entity, after: Entity): string[] {
  return [...keyParts(described(before), described(after)), ...furtherParts(before, after)];
}

export function partsOfFields(before: ArticleFields, after: ArticleFields): string[] {
  return [...keyParts(knownFields(before), knownFields(after)), ...furtherParts(before, after)];
}

/** The unknown keys that differ, and `conflict` where what a merge has left to decide does. */
export function furtherParts(before: Further, after: Further): string[] {
  return [
    ...keyParts(before.extra ?? {}, after.extra ?? {}),
    ...named('conflict', equal(before.conflict, after.conflict)),
  ];
}

function isSameCue(before: Cue | undefined, after: Cue | undefined): boolean {
  return isSameTarget(before?.target, after?.target) && isSameFurther(before, after);
}

function isSameSpeaker(
  before: Speaker | undefined,
  after: Speaker | undefined,
  idNow: IdNow,
): boolean {
  const id = before?.entity === undefined ? undefined : idNow(before.entity);
  return (
    id === after?.entity &&
    isSameTarget(before?.target, after?.target) &&
    isSameFurther(before, after)
  );
}

function isSameFurther(before: Further = {}, after: Further = {}): boolean {
  return furtherParts(before, after).length === 0;
}

function described({ id, name, type }: Entity) {
  return { id, name, type };
}

function keyParts(before: object, after: object): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...keys].filter((key) => !equal(was.get(key), is.get(key)));
}

function named(part: string, isSame: boolean): string[] {
  return isSame ? [] : [part];
}
