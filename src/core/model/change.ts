import type { Entity, EntityId, Mention, Quote, Target } from './annotation';
import { inTextOrder, type AnnotationSet, type ArticleFields } from './annotationSet';
import { equal } from './equal';

/** One thing replaced by another; without `before` it is added, without `after` removed. */
export type Replacement<T> =
  { readonly before: T; readonly after?: T } | { readonly before?: undefined; readonly after: T };

/** One undoable edit of the annotations of an article: a value that says all that it does. */
export interface Change {
  readonly article?: { readonly before: ArticleFields; readonly after: ArticleFields };
  readonly entities?: readonly Replacement<Entity>[];
  readonly mentions?: readonly Replacement<Mention>[];
  readonly quotes?: readonly Replacement<Quote>[];
}

/**
 * The set with the change made. What is to be removed is found by its value; removing what is not there
 * does nothing.
 */
export function apply(change: Change, set: AnnotationSet): AnnotationSet {
  return {
    ...set,
    article: change.article ? change.article.after : set.article,
    entities: change.entities ? replaceEntities(set.entities, change.entities) : set.entities,
    mentions: replaceAll(set.mentions, change.mentions, (mention) => mention.target),
    quotes: replaceAll(set.quotes, change.quotes, (quote) => quote.content),
  };
}

/** The change that takes `change` back: `apply(invert(c), apply(c, s))` is `s`, if `c` was made for `s`. */
export function invert(change: Change): Change {
  const { article, entities, mentions, quotes } = change;
  return {
    ...(article && { article: { before: article.after, after: article.before } }),
    ...(entities && { entities: entities.map(swap) }),
    ...(mentions && { mentions: mentions.map(swap) }),
    ...(quotes && { quotes: quotes.map(swap) }),
  };
}

/** Whether the change would leave every set as it is. */
export function isEmpty(change: Change): boolean {
  return (
    change.article === undefined &&
    [change.entities, change.mentions, change.quotes].every((list) => !list?.length)
  );
}

/**
 * The change, made for `base`, as it is to be made on `theirs`, a set that was changed meanwhile: what was
 * added there too is not added twice, and an entity that it needs and that is gone there is brought back,
 * so that no annotation refers to nothing.
 */
export function rebase(change: Change, base: AnnotationSet, theirs: AnnotationSet): AnnotationSet {
  const mentions = withoutAdded(change.mentions, theirs.mentions);
  const quotes = withoutAdded(change.quotes, theirs.quotes);
  const result = apply({ ...change, mentions, quotes }, theirs);
  const ours = apply(change, base);
  const needed = new Set<EntityId>([
    ...result.mentions.map((mention) => mention.entity),
    ...result.quotes.flatMap((quote) => quote.speaker?.entity ?? []),
  ]);
  const missing = [...needed].flatMap((id) => {
    const entity = result.entities.has(id) ? undefined : ours.entities.get(id);
    return entity ? [{ after: entity }] : [];
  });
  return apply({ entities: missing }, result);
}

function swap<T>({ before, after }: Replacement<T>): Replacement<T> {
  if (after === undefined) return { after: before as T };
  return before === undefined ? { before: after } : { before: after, after: before };
}

function replaceEntities(
  entities: ReadonlyMap<EntityId, Entity>,
  replacements: readonly Replacement<Entity>[],
): ReadonlyMap<EntityId, Entity> {
  const result = new Map(entities);
  for (const { before } of replacements) if (before) result.delete(before.id);
  for (const { after } of replacements) if (after) result.set(after.id, after);
  return result;
}

function replaceAll<T>(
  items: readonly T[],
  replacements: readonly Replacement<T>[] | undefined,
  targetOf: (item: T) => Target,
): readonly T[] {
  if (!replacements?.length) return items;
  const removed = replacements.flatMap(({ before }) => (before === undefined ? [] : [before]));
  const added = replacements.flatMap(({ after }) => (after === undefined ? [] : [after]));
  const kept = items.filter((item) => !takeOut(removed, item));
  return inTextOrder([...kept, ...added], targetOf);
}

/** The replacements as they are to be made where some of what they add is there already. */
function withoutAdded<T>(
  replacements: readonly Replacement<T>[] = [],
  items: readonly T[],
): readonly Replacement<T>[] {
  return replacements.flatMap((replacement): Replacement<T>[] => {
    const { before, after } = replacement;
    if (!items.some((item) => equal(item, after))) return [replacement];
    return before === undefined ? [] : [{ before }];
  });
}

/** Takes the first value equal to `item` out of `list`; false where there is none. */
function takeOut<T>(list: T[], item: T): boolean {
  const at = list.findIndex((other) => equal(other, item));
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}
