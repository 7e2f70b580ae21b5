import type { Entity, EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { withConflict } from '../model/conflict';
import { equal } from '../model/equal';
import type { ThreeSets } from './renames';

/** An entity that a side has given another id, or made one with another entity. */
export interface Renamed {
  readonly id: EntityId;
  readonly into: EntityId;
}

/**
 * The sets as they are with one id for each entity, with what a side has made of the description of an entity that the
 * other side has made one with another: it holds for that, where nobody says otherwise of it, or is left to decide there.
 * @param before the sets with the ids that they had @param after the same with one id for each
 */
export function withInherited(
  before: ThreeSets,
  after: ThreeSets,
  renamed: readonly Renamed[],
): ThreeSets {
  const inheritedBy = (side: 'ours' | 'theirs') => {
    const isShown = side === 'ours';
    const other = after[isShown ? 'theirs' : 'ours'];
    return renamed.reduce((set, { id, into }) => {
      const heirs = { mine: set, base: after.base, other };
      const [was, is] = [before.base.entities.get(id), before[side].entities.get(id)];
      const heir = was && is && heirOf(into, { was, is, isShown }, heirs);
      return heir ? { ...set, entities: new Map(set.entities).set(into, heir) } : set;
    }, after[side]);
  };
  return { base: after.base, ours: inheritedBy('ours'), theirs: inheritedBy('theirs') };
}

type Facts = Readonly<Record<string, unknown>>;

/** What a side has made of an entity of the base. */
interface Redescribed {
  readonly was: Entity;
  readonly is: Entity;
  /** Whether the side is the one that a conflict shows. */
  readonly isShown: boolean;
}

/** Undefined where nothing has to be said of the heir. */
function heirOf(
  into: EntityId,
  { was, is, isShown }: Redescribed,
  sets: Readonly<Record<'mine' | 'base' | 'other', AnnotationSet>>,
): Entity | undefined {
  const entity = sets.mine.entities.get(into);
  if (!entity) return undefined;
  const [old, mine] = [factsOf(was), factsOf(entity)];
  const base = factsOf(sets.base.entities.get(into));
  const other = factsOf(sets.other.entities.get(into));
  // What the other side has made of the heir is merged, or left to decide, like anything else.
  const isSaid = (key: string, value: unknown) =>
    equal(value, mine[key]) || (equal(value, other[key]) && !equal(value, base[key]));
  const changed = Object.entries(factsOf(is)).filter(
    ([key, value]) => !equal(value, old[key]) && !isSaid(key, value),
  );
  const isFree = ([key, value]: readonly [string, unknown]) =>
    equal(mine[key], base[key]) && (equal(value, other[key]) || equal(base[key], old[key]));
  const taken = changed.filter(isFree);
  const disputed = changed.filter((fact) => !isFree(fact));
  const instead = disputed.map(([key]) => {
    const value = equal(mine[key], base[key]) ? other[key] : mine[key];
    return [key, value ?? null] as const;
  });
  const hidden = Object.fromEntries(isShown ? instead : disputed);
  const conflict = disputed.length > 0 ? { theirs: hidden } : undefined;
  const left = equal(is.conflict, was.conflict) ? undefined : is.conflict;
  if (changed.length === 0 && !left) return undefined;
  const shown = Object.fromEntries(isShown ? changed : taken);
  return withConflict(withConflict(withFacts(entity, shown), conflict), left);
}

/** What a sidecar says of an entity, by its keys. */
function factsOf(entity: Entity | undefined): Facts {
  return entity ? { ...entity.extra, name: entity.name, type: entity.type } : {};
}

function withFacts(entity: Entity, { name, type, ...extra }: Facts): Entity {
  return {
    ...entity,
    ...(typeof name === 'string' && { name }),
    ...(typeof type === 'string' && { type }),
    ...(Object.keys(extra).length > 0 && { extra: { ...entity.extra, ...extra } }),
  };
}
