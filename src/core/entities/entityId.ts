import type { EntityId } from '../model/annotation';

/** Of a long selection the first words will do; YAML has no keys of more than 1,024 characters. */
const maxLength = 80; // code points

/**
 * The id of a new entity: a slug of its name in the name's own script, lower case, words joined by
 * hyphens («Choe Son Hui» → `choe-son-hui`), numbered where it is taken by another entity.
 */
export function newEntityId(name: string, isTaken: (id: EntityId) => boolean): EntityId {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const slug = cut(words?.join('-') ?? 'entity');
  let id = slug;
  for (let n = 2; isTaken(id); n += 1) id = `${slug}-${n}`;
  return id;
}

function cut(slug: string): string {
  const points = Array.from(slug);
  if (points.length <= maxLength) return slug;
  const start = points.slice(0, maxLength).join('');
  return points[maxLength] === '-' ? start : start.replace(/-[^-]*$/u, '');
}
