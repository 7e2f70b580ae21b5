import { firstIndex } from '../text/bisect';
import { compareSpans, type Span } from '../text/span';
import type { Conflict } from './conflict';
import { keySorted } from './equal';
import {
  extentOf,
  type Entity,
  type EntityId,
  type Extra,
  type Mention,
  type Quote,
  type Target,
} from './annotation';

/** What a sidecar says of the article as a whole. */
export interface ArticleFields {
  readonly title?: string;
  readonly outlet?: string;
  /** An ISO 8601 date, with or without a time. */
  readonly published?: string;
  /** A BCP 47 language tag. */
  readonly language?: string;
  readonly status?: ArticleStatus;
  readonly labels?: readonly string[];
  readonly extra?: Extra;
  readonly conflict?: Conflict;
}

/** The fields that the format knows, of those that are said of an article. */
export function knownFields({
  title,
  outlet,
  published,
  language,
  status,
  labels,
}: { readonly [Key in keyof ArticleFields]?: ArticleFields[Key] | undefined }): Omit<
  ArticleFields,
  'extra' | 'conflict'
> {
  return {
    ...(title !== undefined && { title }),
    ...(outlet !== undefined && { outlet }),
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
    ...(status !== undefined && { status }),
    ...(labels !== undefined && { labels }),
  };
}

export const articleStatuses = ['draft', 'reviewed', 'done'] as const;
export type ArticleStatus = (typeof articleStatuses)[number];

/**
 * All annotations of one article. Immutable: a `Change` makes another set. Mentions and quotes stand in
 * the order of the text (see `inTextOrder`).
 */
export interface AnnotationSet {
  readonly article: ArticleFields;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly mentions: readonly Mention[];
  readonly quotes: readonly Quote[];
  /** Unknown keys at the top of the sidecar. */
  readonly extra: Extra;
  /** What a merge could not decide of these. */
  readonly conflict?: Conflict;
}

export const emptySet: AnnotationSet = {
  article: {},
  entities: new Map(),
  mentions: [],
  quotes: [],
  extra: {},
};

/** What stands in the text: mentions, and the contents, cues and speakers of quotes. */
export function targetsOf({ mentions, quotes }: AnnotationSet): Target[] {
  return [
    ...mentions.map(({ target }) => target),
    ...quotes
      .flatMap(({ content, cue, speaker }) => [content, cue?.target, speaker?.target])
      .filter((target) => target !== undefined),
  ];
}

/** Whether everything in the set has a certain place. */
export function isPlaced(set: AnnotationSet): boolean {
  return targetsOf(set).every(({ spans }) => spans);
}

/** Orders targets as they stand in the text, those without a place behind all others. */
export function compareTargets(a: Target, b: Target): number {
  const [first, second] = [extentOf(a), extentOf(b)];
  if (first && second) return compareSpans(first, second);
  return (first ? 0 : 1) - (second ? 0 : 1);
}

/**
 * The items as they stand in the text, those without a certain place last. Where that leaves the order
 * open their values decide it, so that the way to a set leaves no trace in it.
 */
export function inTextOrder<T>(items: readonly T[], targetOf: (item: T) => Target): T[] {
  return [...items].sort((a, b) => compareTargets(targetOf(a), targetOf(b)) || compareValues(a, b));
}

/** `items`, which stand in the order of the text, and `added`, in that order. */
export function withAdded<T>(
  items: readonly T[],
  added: readonly T[],
  targetOf: (item: T) => Target,
): readonly T[] {
  if (added.length === 0) return items;
  const compare = (a: T, b: T) => compareTargets(targetOf(a), targetOf(b)) || compareValues(a, b);
  const result: T[] = [];
  let from = 0;
  for (const item of [...added].sort(compare)) {
    const to = firstIndex(items.length, (i) => compare(item, items[i] as T) < 0);
    for (; from < to; from += 1) result.push(items[from] as T);
    result.push(item);
  }
  return [...result, ...items.slice(from)];
}

/**
 * The indices, `end` exclusive, of those of `items`, which stand in the order of the text, that begin where
 * `target` does: all that could be equal to an item with that target. Of a target without a certain place,
 * those of all others without one.
 */
export function beginningWith<T>(
  items: readonly T[],
  target: Target,
  targetOf: (item: T) => Target,
): Span {
  const startOf = (each: Target) => extentOf(each)?.start ?? Infinity;
  const startAt = (index: number) => startOf(targetOf(items[index] as T));
  const start = startOf(target);
  return {
    start: firstIndex(items.length, (i) => startAt(i) >= start),
    end: firstIndex(items.length, (i) => startAt(i) > start),
  };
}

function compareValues(a: unknown, b: unknown): number {
  const [left, right] = [keySorted(a), keySorted(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The mentions of one entity, in the order of the text. */
export function mentionsOf({ mentions }: AnnotationSet, entity: EntityId): readonly Mention[] {
  let byEntity = grouped.get(mentions);
  if (!byEntity) {
    byEntity = new Map();
    for (const mention of mentions) {
      const own = byEntity.get(mention.entity);
      if (own) own.push(mention);
      else byEntity.set(mention.entity, [mention]);
    }
    grouped.set(mentions, byEntity);
  }
  return byEntity.get(entity) ?? [];
}

/** The mentions of a set by their entities, made when first asked for: sets do not change. */
const grouped = new WeakMap<readonly Mention[], Map<EntityId, Mention[]>>();
