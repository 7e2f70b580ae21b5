/** How many UTF-16 code units two texts begin with alike. */
export function commonStart(a: string, b: string): number {
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common += 1;
  return common;
}

/** Longer contexts are compared up to here: those of a sidecar are shorter. In UTF-16 code units. */
const most = 128;
const rows = [new Int16Array(most + 1), new Int16Array(most + 1)] as const;

/**
 * How much of a context is there, from its beginning on: one for each code unit that is the same, less one
 * for each that is another one, missing or added, as far as that is worth it.
 */
export function extension(context: string, found: string): number {
  const common = commonStart(context, found);
  const [rest, other] = [context.slice(common, most), found.slice(common, most)];
  let [row, next]: readonly [Int16Array, Int16Array] = rows;
  for (let j = 0; j <= other.length; j += 1) row[j] = -j;
  let best = 0;
  for (let i = 1; i <= rest.length; i += 1) {
    const unit = rest.charCodeAt(i - 1);
    next[0] = -i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = unit === other.charCodeAt(j - 1) ? 1 : -1;
      const score = Math.max((row[j - 1] ?? 0) + same, (row[j] ?? 0) - 1, (next[j - 1] ?? 0) - 1);
      next[j] = score;
      if (score > best) best = score;
    }
    [row, next] = [next, row];
  }
  return common + best;
}

/** How much of two texts is the same, from 0 to 1: one less the edit distance for their greater length. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (a === b) return 1;
  let row = Uint16Array.from({ length: b.length + 1 }, (_, j) => j);
  let next = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i += 1) {
    const unit = a.charCodeAt(i - 1);
    next[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (unit === b.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    [row, next] = [next, row];
  }
  return 1 - (row[b.length] ?? 0) / longest;
}
