import { wordsOf, type Entity, type EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';

/** How well words fit an entity: the same name, a part of it (a surname alone), a shared word, nothing. */
export type Likelihood = 'same' | 'part' | 'shared' | 'other';
const order: readonly Likelihood[] = ['same', 'part', 'shared', 'other'];

export interface LikelyEntity {
  readonly entity: Entity;
  readonly likelihood: Likelihood;
}

/** The entities of a set, those first whose name or mentions fit `words` best; then by name. */
export function likelyEntities(set: AnnotationSet, words: string): LikelyEntity[] {
  const names = new Map<EntityId, Set<string>>();
  for (const { id, name } of set.entities.values()) names.set(id, new Set([folded(name)]));
  for (const mention of set.mentions)
    names.get(mention.entity)?.add(folded(wordsOf(mention.target)));
  return [...set.entities.values()]
    .map((entity) => ({ entity, likelihood: likelihood(folded(words), names.get(entity.id)) }))
    .sort(
      (a, b) =>
        order.indexOf(a.likelihood) - order.indexOf(b.likelihood) ||
        a.entity.name.localeCompare(b.entity.name),
    );
}

function likelihood(words: string, names: ReadonlySet<string> = new Set()): Likelihood {
  if (names.has(words)) return 'same';
  const parts = words.split(' ');
  const tokens = [...names].map((name) => name.split(' '));
  if (tokens.some((name) => isPart(parts, name) || isPart(name, parts))) return 'part';
  return tokens.some((name) => name.some((token) => parts.includes(token))) ? 'shared' : 'other';
}

function isPart(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((token) => whole.includes(token));
}

/** Without case and accents, hyphens as spaces: for comparing, never for offsets. */
function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
