import { equal, keySorted } from '../model/equal';
import type { Path } from './validate';

/**
 * Whether two sidecars, as plain values, say the same. The order of keys, of mentions and of quotes says
 * nothing, and a key that holds an empty list or mapping says no more than a key that is not there.
 */
export function saysTheSame(a: unknown, b: unknown): boolean {
  return equal(essence(a, []), essence(b, []));
}

/** Whether a value is a list or a mapping with nothing in it. */
export function isHollow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function essence(value: unknown, path: Path): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item, index) => essence(item, [...path, index]));
    return isUnordered(path) ? items.map(keySorted).sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(
    ([key, item]) => [key, essence(item, [...path, key])] as const,
  );
  return Object.fromEntries(pairs.filter(([, item]) => !isHollow(item)));
}

/** Whether the path is that of mentions or quotes: annotations, which stand in the article by themselves. */
function isUnordered(path: Path): boolean {
  const isMentions = path.length === 3 && path[0] === 'entities' && path[2] === 'mentions';
  return isMentions || (path.length === 1 && path[0] === 'quotes');
}
