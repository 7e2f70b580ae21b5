import type { Mention, Quote, Target } from '../model/annotation';
import { wordsOf } from '../model/annotation';
import { inTextOrder } from '../model/annotationSet';
import type { Conflict } from '../model/conflict';
import { keySorted } from '../model/equal';
import { countsOf } from './counts';
import { mentionKind, quoteKind } from './kinds';
import { Pairs } from './pairs';
import { placeKey } from './targets';
import { mergedItem, type BothWays, type Kind, type ThreeWays } from './threeWays';

/** What makes two annotations of one sort the same thing. */
interface Sort<T> {
  readonly kind: Kind<T>;
  readonly targetOf: (item: T) => Target;
  /** To whom it belongs: two annotations of the same owner that share words are one, moved. */
  readonly ownerOf: (item: T) => string;
  /** What makes two of those at the same place, though nothing else does. */
  readonly apart: (item: T) => string;
}

export const mentionSort: Sort<Mention> = {
  kind: mentionKind,
  targetOf: ({ target }) => target,
  ownerOf: (mention) => mention.entity + ownEntityKey(mention),
  apart: ownEntityKey,
};

export const quoteSort: Sort<Quote> = {
  kind: quoteKind,
  targetOf: ({ content }) => content,
  ownerOf: () => '',
  apart: () => '',
};

/** An unknown key `entity` of a mention. In a conflict that key says whose mention it is, so that none can be of this one. */
function ownEntityKey({ extra = {} }: Mention): string {
  return Object.hasOwn(extra, 'entity') ? `\n${keySorted(extra['entity'])}` : '';
}

/** The annotations that two sides have made of those of a base, in the order of the text. */
export function mergedList<T extends { readonly conflict?: Conflict }>(
  { base, ours, theirs }: BothWays<readonly T[]> & { readonly base: readonly T[] },
  sort: Sort<T>,
): readonly T[] {
  const toOurs = changedPairs(base, ours, sort);
  const toTheirs = changedPairs(base, theirs, sort);
  const added = samePairs(toOurs.freeSecond(), toTheirs.freeSecond(), sort);
  const ways: ThreeWays<T>[] = [
    ...base.map((item) => ({
      base: item,
      ours: toOurs.secondOf(item),
      theirs: toTheirs.secondOf(item),
    })),
    ...toOurs.freeSecond().map((item) => ({ ours: item, theirs: added.secondOf(item) })),
    ...added.freeSecond().map((item) => ({ theirs: item })),
  ];
  const merged = ways.flatMap((each) => mergedItem(each, sort.kind) ?? []);
  return inTextOrder(withoutTwins(merged, [ours, theirs], sort), sort.targetOf);
}

/** Which item of a side an item of the base has become, at the same place or with other boundaries. */
export function changedPairs<T>(base: readonly T[], side: readonly T[], sort: Sort<T>): Pairs<T> {
  const { targetOf, ownerOf } = sort;
  const wordsKey = (item: T) => `${ownerOf(item)} ${wordsOf(targetOf(item))}`;
  // Words that have a place in the one set may have none in the other, where the text was changed.
  const lostKey = (item: T) => (targetOf(item).spans ? undefined : wordsKey(item));
  return samePairs(base, side, sort)
    .byOverlap(targetOf, ownerOf)
    .byKey(lostKey, wordsKey)
    .byKey(wordsKey, lostKey);
}

/** Items at the same place are the same thing: those first that are equal, then those of the same owner. */
function samePairs<T>(
  first: readonly T[],
  second: readonly T[],
  { targetOf, ownerOf, apart }: Sort<T>,
): Pairs<T> {
  return new Pairs(first, second)
    .byKey(keySorted)
    .byKey((item) => `${ownerOf(item)} ${placeKey(targetOf(item))}`)
    .byKey((item) => placeKey(targetOf(item)) + apart(item));
}

/**
 * The items without those that the merge has made alike: one side has moved an annotation to where the other has put
 * the same one. What is there more than once on one side stays so.
 */
function withoutTwins<T>(
  items: readonly T[],
  sides: readonly (readonly T[])[],
  { kind, targetOf, ownerOf }: Sort<T>,
): T[] {
  const keyOf = (item: T) => `${ownerOf(item)} ${placeKey(targetOf(item))}`;
  const onSides = sides.map((side) => countsOf(side.map(keyOf)));
  const kept = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const same = kept.get(key) ?? [];
    const most = Math.max(1, ...onSides.map((counts) => counts.get(key) ?? 0));
    const [first] = same;
    if (first !== undefined && same.length >= most) {
      same[0] = kind.merge({ ours: first, theirs: item });
    } else kept.set(key, [...same, item]);
  }
  return [...kept.values()].flat();
}
