import { keySorted } from '../model/equal';

/**
 * For each desired item the index of the existing one that it is: an equal one, or else one with the
 * same content, a quote of which something other than its content has changed.
 */
export function matchItems(
  existing: readonly unknown[],
  desired: readonly unknown[],
): (number | undefined)[] {
  const matches: (number | undefined)[] = desired.map(() => undefined);
  for (const keyOfItem of [keySorted, contentOf]) {
    const free = new Map<string, number[]>();
    existing.forEach((item, index) => {
      const key = matches.includes(index) ? undefined : keyOfItem(item);
      if (key !== undefined) free.set(key, [...(free.get(key) ?? []), index]);
    });
    desired.forEach((item, index) => {
      const key = matches[index] === undefined ? keyOfItem(item) : undefined;
      if (key !== undefined) matches[index] = free.get(key)?.shift();
    });
  }
  return matches;
}

function contentOf(item: unknown): string | undefined {
  const hasContent = typeof item === 'object' && item !== null && 'content' in item;
  return hasContent ? keySorted(item.content) : undefined;
}
