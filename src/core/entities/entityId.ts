import type { EntityId } from '../model/annotation';

/**
 * The id of a new entity: a slug of its name in the name's own script, lower case, words joined by
 * hyphens («Choe Son Hui» → `choe-son-hui`), numbered where it is taken by another entity.
 */
export function newEntityId(name: string, isTaken: (id: EntityId) => boolean): EntityId {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const slug = words?.join('-') ?? 'entity';
  let id = slug;
  for (let n = 2; isTaken(id); n += 1) id = `${slug}-${n}`;
  return id;
}
