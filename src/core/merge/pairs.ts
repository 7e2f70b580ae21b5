import type { Target } from '../model/annotation';
import { overlapOf } from './targets';

/** Items with the same key may be one; undefined where an item cannot be another one by this. */
export type KeyOf<T> = (item: T) => string | undefined;

/** Pairs of items of two lists that are the same thing; each item is in one pair at most. */
export class Pairs<T> {
  readonly #byFirst = new Map<T, T>();
  readonly #bySecond = new Map<T, T>();
  readonly #first: readonly T[];
  readonly #second: readonly T[];

  constructor(first: readonly T[], second: readonly T[]) {
    this.#first = first;
    this.#second = second;
  }

  /** The items that have no pair yet are paired by a key, in the order of the lists. */
  byKey(keyOfFirst: KeyOf<T>, keyOfSecond = keyOfFirst): this {
    const free = groupsOf(this.freeSecond(), keyOfSecond);
    for (const item of this.#freeFirst()) {
      const key = keyOfFirst(item);
      const partner = key === undefined ? undefined : free.get(key)?.shift();
      if (partner !== undefined) this.#pair(item, partner);
    }
    return this;
  }

  /** The items that have no pair yet are paired where they share words, those that share most first. */
  byOverlap(targetOf: (item: T) => Target, keyOf: (item: T) => string): this {
    const free = groupsOf(this.freeSecond(), keyOf);
    const candidates = this.#freeFirst().flatMap((first) =>
      (free.get(keyOf(first)) ?? []).map((second) => ({
        first,
        second,
        shared: overlapOf(targetOf(first), targetOf(second)),
      })),
    );
    const overlapping = candidates.filter(({ shared }) => shared > 0);
    for (const { first, second } of overlapping.sort((a, b) => b.shared - a.shared)) {
      if (!this.#byFirst.has(first) && !this.#bySecond.has(second)) this.#pair(first, second);
    }
    return this;
  }

  /** The item of the second list that is the one of the first. */
  secondOf(first: T): T | undefined {
    return this.#byFirst.get(first);
  }

  /** The item of the first list that is the one of the second. */
  firstOf(second: T): T | undefined {
    return this.#bySecond.get(second);
  }

  /** The items of the second list that are none of the first. */
  freeSecond(): T[] {
    return this.#second.filter((item) => !this.#bySecond.has(item));
  }

  #freeFirst(): T[] {
    return this.#first.filter((item) => !this.#byFirst.has(item));
  }

  #pair(first: T, second: T): void {
    this.#byFirst.set(first, second);
    this.#bySecond.set(second, first);
  }
}

function groupsOf<T>(items: readonly T[], keyOf: KeyOf<T>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
