import type { Extra, Target } from '../model/annotation';
import { joined, type Conflict } from '../model/conflict';
import { equal } from '../model/equal';
import { isSameTarget, mergedTarget } from './targets';
import { mergedValue, type BothWays, type ThreeWays } from './threeWays';

/** What annotations, entities, the fields of an article and a whole sidecar may have behind the keys of the format. */
export interface Further {
  readonly extra?: Extra;
  readonly conflict?: Conflict;
}

/** Whether two things have the same further keys, and the same undecided. */
export function hasSameFurther(a: Further, b: Further): boolean {
  return equal(a.extra ?? {}, b.extra ?? {}) && equal(a.conflict, b.conflict);
}

/**
 * Merges one thing key by key. What both sides have made different keeps the value of ours; how theirs has it is
 * collected, and becomes the conflict that `further` gives at the end.
 */
export class KeyMerge<T extends Further> {
  readonly #ways: BothWays<T>;
  readonly #differing: Record<string, unknown> = {};

  constructor(ways: BothWays<T>) {
    this.#ways = ways;
  }

  /** The value of a key. `name` is that of the sidecar. */
  value<V>(name: string, of: (item: T) => V | undefined): V | undefined {
    const ways = this.#of(of);
    const { value, isDisputed } = mergedValue(ways);
    if (isDisputed) this.#differing[name] = ways.theirs ?? null;
    return value;
  }

  /** A value that all things of this sort have. */
  required<V>(name: string, of: (item: T) => V): V {
    return this.value(name, of) ?? of(this.#ways.ours);
  }

  /** @param write the keys of the sidecar that say a target; those of none are asked for where theirs has none */
  target(
    of: (item: T) => Target | undefined,
    write: (target: Target | undefined) => Readonly<Record<string, unknown>>,
  ): Target | undefined {
    const ways = this.#of(of);
    const { value, isDisputed } = mergedValue(ways, isSameTarget);
    if (!isDisputed) return mergedTarget(value, ways);
    Object.assign(this.#differing, write(ways.theirs));
    return value;
  }

  /** The further keys, each by itself, and all that is undecided. To be asked for last. */
  further(): Further {
    const extra = this.#extra();
    const conflict = this.#conflict();
    return { ...(extra && { extra }), ...(conflict && { conflict }) };
  }

  #extra(): Extra | undefined {
    const { base = {}, ours = {}, theirs = {} } = this.#of(({ extra }) => extra);
    const merged: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const ways = { base: own(base, key), ours: own(ours, key), theirs: own(theirs, key) };
      const { value, isDisputed } = mergedValue(ways);
      if (isDisputed) this.#differing[key] = ways.theirs ?? null;
      if (value !== undefined) merged[key] = value;
    }
    return Object.keys(merged).length > 0 ? merged : undefined;
  }

  /** What both sides disagree about now, and what was undecided before. */
  #conflict(): Conflict | undefined {
    const ways = this.#of(({ conflict }) => conflict);
    const { value, isDisputed } = mergedValue(ways);
    const before = isDisputed ? joined(ways.ours, ways.theirs) : value;
    const isNew = Object.keys(this.#differing).length > 0;
    return joined(isNew ? { theirs: this.#differing } : undefined, before);
  }

  #of<V>(of: (item: T) => V | undefined): ThreeWays<V> {
    const { base, ours, theirs } = this.#ways;
    return { base: base && of(base), ours: of(ours), theirs: of(theirs) };
  }
}

/** The value of a key of one's own, which may have the name of one that all objects have. */
function own(keys: Extra, key: string): unknown {
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}
