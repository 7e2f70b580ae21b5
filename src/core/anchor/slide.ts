import type { Tokens } from './tokens';

/**
 * Where words were taken out and what is before them ends as they do (or what is behind begins as they do), it
 * is open which ones went: those from one break of the text to another.
 * @param forth for each token of `text` its partner in `other`, or -1; `back` the other way; both are changed
 */
export function slide(forth: Int32Array, back: Int32Array, text: Tokens, other: Tokens): void {
  for (let j = 0; j + 1 < back.length; j += 1) {
    const [x, y] = [back[j] ?? -1, back[j + 1] ?? -1];
    if (x < 0 || y < 0 || y === x + 1) continue;
    const shift = bestShift(forth, back, text, other, j);
    for (let k = 0; k < -shift; k += 1) move(forth, back, j - k, y - 1 - k);
    for (let k = 1; k <= shift; k += 1) move(forth, back, j + k, x + k);
  }
}

/** By how many tokens to the right (negative: to the left) the words between two partners should move. */
function bestShift(
  forth: Int32Array,
  back: Int32Array,
  text: Tokens,
  other: Tokens,
  j: number,
): number {
  const [x, y] = [back[j] ?? -1, back[j + 1] ?? -1];
  const breaksAt = (shift: number) => text.breakBefore(x + 1 + shift) + text.breakBefore(y + shift);
  let best = { shift: 0, breaks: breaksAt(0) };
  const consider = (shift: number) => {
    const breaks = breaksAt(shift);
    if (breaks > best.breaks) best = { shift, breaks };
  };
  const isLeft = (k: number) =>
    back[j - k + 1] === x - k + 1 &&
    forth[y - k] === -1 &&
    text.ids[y - k] === other.ids[j - k + 1];
  for (let k = 1; isLeft(k); k += 1) consider(-k);
  const isRight = (k: number) =>
    back[j + k] === y + k - 1 && forth[x + k] === -1 && text.ids[x + k] === other.ids[j + k];
  for (let k = 1; isRight(k); k += 1) consider(k);
  return best.shift;
}

/** Gives a token of the other text another partner. */
function move(forth: Int32Array, back: Int32Array, j: number, to: number): void {
  const before = back[j] ?? -1;
  if (before >= 0 && forth[before] === j) forth[before] = -1;
  back[j] = to;
  forth[to] = j;
}
