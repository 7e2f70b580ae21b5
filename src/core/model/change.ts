import type { Entity, EntityId, Mention, Quote, Target } from './annotation';
import { beginningWith, withAdded, type AnnotationSet, type ArticleFields } from './annotationSet';
import { referredTo } from './conflict';
import { equal } from './equal';

/** One thing replaced by another; without `before` it is added, without `after` removed. */
export type Replacement<T> =
  { readonly before: T; readonly after?: T } | { readonly before?: undefined; readonly after: T };

/** What a set holds of a sidecar beside what the format knows. */
export type FurtherKeys = Pick<AnnotationSet, 'extra' | 'conflict'>;

/** One undoable edit of the annotations of an article: a value that says all that it does. */
export interface Change {
  readonly article?: { readonly before: ArticleFields; readonly after: ArticleFields };
  readonly further?: { readonly before: FurtherKeys; readonly after: FurtherKeys };
  readonly entities?: readonly Replacement<Entity>[];
  readonly mentions?: readonly Replacement<Mention>[];
  readonly quotes?: readonly Replacement<Quote>[];
}

/**
 * The set with the change made. What is to be removed or replaced is found by its value; what is not there
 * any more is not removed, and an entity that something still refers to stays.
 */
export function apply(change: Change, set: AnnotationSet): AnnotationSet {
  const mentions = replaceAll(set.mentions, change.mentions, targetOfMention);
  const quotes = replaceAll(set.quotes, change.quotes, targetOfQuote);
  const { extra, conflict, ...known } = set;
  return {
    ...known,
    ...(change.further ? change.further.after : { extra, ...(conflict && { conflict }) }),
    article: change.article ? change.article.after : set.article,
    entities: change.entities
      ? replaceEntities(set.entities, change.entities, { mentions, quotes })
      : set.entities,
    mentions,
    quotes,
  };
}

/** The change that takes `change` back: `apply(invert(c), apply(c, s))` is `s`, if `c` was made for `s`. */
export function invert(change: Change): Change {
  const { article, further, entities, mentions, quotes } = change;
  return {
    ...(article && { article: { before: article.after, after: article.before } }),
    ...(further && { further: { before: further.after, after: further.before } }),
    ...(entities && { entities: entities.map(swap) }),
    ...(mentions && { mentions: mentions.map(swap) }),
    ...(quotes && { quotes: quotes.map(swap) }),
  };
}

/** Whether the change would leave every set as it is. */
export function isEmpty(change: Change): boolean {
  const { article, further, entities = [], mentions = [], quotes = [] } = change;
  const whole = [article, further].filter((each) => each !== undefined);
  const replacements = [...whole, ...entities, ...mentions, ...quotes];
  return replacements.every(({ before, after }) => equal(before, after));
}

/**
 * `theirs`, a set that was changed while `change` was made for `base`, with the change made too. What they
 * have changed meanwhile is changed further, part by part, and not doubled; an entity that is needed and gone
 * is brought back, so that no annotation refers to nothing.
 */
export function rebase(change: Change, base: AnnotationSet, theirs: AnnotationSet): AnnotationSet {
  const { article, further, entities, mentions, quotes } = change;
  const onTheirs = {
    article: article && {
      before: theirs.article,
      after: withOurs(article.before, article.after, theirs.article),
    },
    further: further && { before: furtherOf(theirs), after: rebased(further, furtherOf(theirs)) },
    entities: entities?.flatMap((each) => movedEntity(each, theirs.entities)),
    mentions: mentions?.map((each) => moved(each, theirs.mentions, targetOfMention)),
    quotes: quotes?.map((each) => moved(each, theirs.quotes, targetOfQuote)),
  };
  const result = apply(
    {
      ...(onTheirs.article && { article: onTheirs.article }),
      ...(onTheirs.further && { further: onTheirs.further }),
      ...(onTheirs.entities && { entities: onTheirs.entities }),
      mentions: withoutAdded(onTheirs.mentions, theirs.mentions, targetOfMention),
      quotes: withoutAdded(onTheirs.quotes, theirs.quotes, targetOfQuote),
    },
    theirs,
  );
  // What they refer to is there; only where they have changed something may it be otherwise.
  const added = theirs === base ? addedBy(change) : result;
  const missing = [...referredTo(added)].flatMap((id) => {
    const known = base.entities.get(id);
    return known && !result.entities.has(id) ? [{ after: known }] : [];
  });
  return apply({ entities: missing }, result);
}

/** A replacement as it is to be made on `theirs`, where they may have changed what it replaces. */
function moved<T extends object>(
  replacement: Replacement<T>,
  theirs: readonly T[],
  targetOf: (item: T) => Target,
): Replacement<T> {
  const { before, after } = replacement;
  if (!before) return replacement;
  const near = itemsBeginningWith(theirs, targetOf(before), targetOf);
  if (near.some((item) => equal(item, before))) return replacement;
  const changed = near.find((item) => equal(targetOf(item), targetOf(before)));
  if (!changed) return replacement;
  return after ? { before: changed, after: withOurs(before, after, changed) } : replacement;
}

/** The same for an entity, which is found by its id. What they have described further is not removed. */
function movedEntity(
  replacement: Replacement<Entity>,
  theirs: ReadonlyMap<EntityId, Entity>,
): Replacement<Entity>[] {
  const { before, after } = replacement;
  if (!before || after?.id !== before.id) return [replacement];
  const changed = theirs.get(before.id);
  // What they have taken away comes back only where something refers to it.
  if (!changed) return [];
  return [{ before: changed, after: withOurs(before, after, changed) }];
}

/** `theirs` with the parts that differ between `before` and `after` as they are in `after`. */
function withOurs<T extends object>(before: T, after: T, theirs: T): T {
  const [old, ours, result] = [partsOf(before), partsOf(after), partsOf(theirs)];
  for (const key of new Set([...old.keys(), ...ours.keys()])) {
    const [was, is] = [old.get(key), ours.get(key)];
    if (equal(was, is)) continue;
    const part = key === 'extra' ? extraWithOurs(was, is, result.get(key)) : is;
    if (part === undefined) result.delete(key);
    else result.set(key, part);
  }
  return Object.fromEntries(result) as T;
}

/** Further keys are parts of their own: who changes one leaves the others. */
function extraWithOurs(was: unknown, is: unknown, theirs: unknown): unknown {
  const extra = withOurs(was ?? {}, is ?? {}, theirs ?? {});
  return Object.keys(extra).length > 0 ? extra : undefined;
}

/** What a sidecar holds further, which a set has even where it is nothing. */
function rebased(
  { before, after }: { readonly before: FurtherKeys; readonly after: FurtherKeys },
  theirs: FurtherKeys,
): FurtherKeys {
  return {
    ...withOurs(before, after, theirs),
    extra: withOurs(before.extra, after.extra, theirs.extra),
  };
}

function furtherOf({ extra, conflict }: AnnotationSet): FurtherKeys {
  return { extra, ...(conflict && { conflict }) };
}

function partsOf(item: object): Map<string, unknown> {
  return new Map(Object.entries(item));
}

function targetOfMention({ target }: Mention): Target {
  return target;
}

function targetOfQuote({ content }: Quote): Target {
  return content;
}

/** The mentions and quotes that a change adds, or makes of others. */
function addedBy({
  mentions = [],
  quotes = [],
}: Change): Pick<AnnotationSet, 'mentions' | 'quotes'> {
  return {
    mentions: mentions.flatMap(({ after }) => after ?? []),
    quotes: quotes.flatMap(({ after }) => after ?? []),
  };
}

function swap<T>({ before, after }: Replacement<T>): Replacement<T> {
  if (after === undefined) return { after: before as T };
  return before === undefined ? { before: after } : { before: after, after: before };
}

function replaceEntities(
  entities: ReadonlyMap<EntityId, Entity>,
  replacements: readonly Replacement<Entity>[],
  annotations: Pick<AnnotationSet, 'mentions' | 'quotes'>,
): ReadonlyMap<EntityId, Entity> {
  if (replacements.length === 0) return entities;
  const result = new Map(entities);
  let needed: ReadonlySet<EntityId> | undefined;
  const isNeeded = (id: EntityId) => (needed ??= referredTo(annotations)).has(id);
  for (const { before, after } of replacements) {
    const id = before ? before.id : after.id;
    const isAsExpected = equal(entities.get(id), before);
    const isGoing = before && isAsExpected && (after?.id === id || !isNeeded(id));
    if (isGoing) result.delete(id);
    if (after && (isAsExpected || !result.has(after.id))) result.set(after.id, after);
  }
  return result;
}

function replaceAll<T>(
  items: readonly T[],
  replacements: readonly Replacement<T>[] | undefined,
  targetOf: (item: T) => Target,
): readonly T[] {
  if (!replacements?.length) return items;
  const removed = new Set<number>();
  for (const { before } of replacements) {
    if (before === undefined) continue;
    const { start, end } = beginningWith(items, targetOf(before), targetOf);
    for (let at = start; at < end; at += 1) {
      if (removed.has(at) || !equal(items[at], before)) continue;
      removed.add(at);
      break;
    }
  }
  const added = replacements.flatMap(({ after }) => (after === undefined ? [] : [after]));
  const kept = removed.size > 0 ? items.filter((_, at) => !removed.has(at)) : items;
  return withAdded(kept, added, targetOf);
}

/** The replacements as they are to be made where some of what they add is there already. */
function withoutAdded<T>(
  replacements: readonly Replacement<T>[] = [],
  items: readonly T[],
  targetOf: (item: T) => Target,
): readonly Replacement<T>[] {
  return replacements.flatMap((replacement): Replacement<T>[] => {
    const { before, after } = replacement;
    const isThere =
      after !== undefined &&
      itemsBeginningWith(items, targetOf(after), targetOf).some((item) => equal(item, after));
    if (!isThere) return [replacement];
    return before === undefined ? [] : [{ before }];
  });
}

function itemsBeginningWith<T>(
  items: readonly T[],
  target: Target,
  targetOf: (item: T) => Target,
): readonly T[] {
  const { start, end } = beginningWith(items, target, targetOf);
  return items.slice(start, end);
}
