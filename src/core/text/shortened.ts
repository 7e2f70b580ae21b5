/** Long words in a sentence or a list, cut to be read, on one line. Lengths in code points. */
export function shortened(words: string, length = 60): string {
  const points = Array.from(words.replace(/\s+/gu, ' '));
  return points.length <= length ? points.join('') : `${points.slice(0, length - 1).join('')}…`;
}
