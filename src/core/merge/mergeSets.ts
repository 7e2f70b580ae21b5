import type { Entity, EntityId } from '../model/annotation';
import type { AnnotationSet, ArticleFields } from '../model/annotationSet';
import { knownFields } from '../model/annotationSet';
import { referredTo } from '../model/conflict';
import { KeyMerge } from './keyMerge';
import { entityKind } from './kinds';
import { mergedLabels } from './labels';
import { mentionSort, mergedList, quoteSort } from './mergedList';
import { withOneId, type ThreeSets } from './renames';
import { mergedItem, type BothWays, type ThreeWays } from './threeWays';

/**
 * The annotations that two sides have made of those of a base, merged by what they are: what one side has added,
 * changed or removed is so; what both have made different stays as ours has it, with a conflict that says how theirs
 * does. All three sets are of one text, so that what stands at the same place is the same.
 */
export function mergeSets(sets: ThreeSets): AnnotationSet {
  const same = withOneId(sets);
  const { base, ours, theirs } = same;
  const annotations = {
    mentions: mergedList(
      each(same, ({ mentions }) => mentions),
      mentionSort,
    ),
    quotes: mergedList(
      each(same, ({ quotes }) => quotes),
      quoteSort,
    ),
  };
  return {
    article: mergedFields({ base: base.article, ours: ours.article, theirs: theirs.article }),
    entities: new EntityMerge(same, annotations).entities(),
    ...annotations,
    extra: {},
    ...new KeyMerge(same).further(),
  };
}

function mergedFields(
  ways: BothWays<ArticleFields> & { readonly base: ArticleFields },
): ArticleFields {
  const { base, ours, theirs } = ways;
  const merge = new KeyMerge(ways);
  const fields = knownFields({
    title: merge.value('title', ({ title }) => title),
    outlet: merge.value('outlet', ({ outlet }) => outlet),
    published: merge.value('published', ({ published }) => published),
    language: merge.value('language', ({ language }) => language),
    status: merge.value('status', ({ status }) => status),
    labels: mergedLabels({ base: base.labels, ours: ours.labels, theirs: theirs.labels }),
  });
  return { ...fields, ...merge.further() };
}

/** Merges what is said of entities. They are there for what refers to them, whoever has removed them. */
class EntityMerge {
  readonly #sets: ThreeSets;
  readonly #needed: ReadonlySet<EntityId>;
  readonly #neededByAll: ReadonlySet<EntityId>;

  constructor(sets: ThreeSets, merged: Pick<AnnotationSet, 'mentions' | 'quotes'>) {
    this.#sets = sets;
    this.#needed = referredTo(merged);
    const byTheirs = referredTo(sets.theirs);
    this.#neededByAll = new Set([...referredTo(sets.ours)].filter((id) => byTheirs.has(id)));
  }

  entities(): ReadonlyMap<EntityId, Entity> {
    const { ours, theirs } = this.#sets;
    const ids = new Set([...ours.entities.keys(), ...theirs.entities.keys()]);
    return new Map(
      [...ids].flatMap((id) => {
        const entity = this.#entity(id);
        return entity ? [[id, entity] as const] : [];
      }),
    );
  }

  #entity(id: EntityId): Entity | undefined {
    const ways = each(this.#sets, ({ entities }) => entities.get(id));
    const { ours, theirs } = ways;
    if (this.#needed.has(id))
      return ours && theirs ? mergedItem(ways, entityKind) : (ours ?? theirs);
    return this.#isLeftOver(id, ways) ? undefined : mergedItem(ways, entityKind);
  }

  /** Whether each side has removed another part of what referred to the entity, so that nothing does any more. */
  #isLeftOver(id: EntityId, { base, ours, theirs }: ThreeWays<Entity>): boolean {
    if (!base || !ours || !theirs || base.extra || !this.#neededByAll.has(id)) return false;
    return entityKind.isSame(base, ours) && entityKind.isSame(base, theirs);
  }
}

/** A part of each of three sets. */
function each<V>({ base, ours, theirs }: ThreeSets, of: (set: AnnotationSet) => V) {
  return { base: of(base), ours: of(ours), theirs: of(theirs) };
}
