/** A sidecar in which git left the marks of an unresolved merge. */
export interface Conflicted {
  /** The source with all but “ours” blanked out by spaces: as long as before, so that offsets still hold. */
  readonly ours: string;
  /** Offsets, in UTF-16 code units, of each opening mark (`<<<<<<<`). */
  readonly marks: readonly number[];
}

/** What git's conflict marks leave readable, or undefined where there are none. */
export function findConflict(source: string): Conflicted | undefined {
  const marks: number[] = [];
  let side: 'both' | 'ours' | 'theirs' = 'both';
  let offset = 0;
  const lines = source.split(/(?<=\n)/).map((line) => {
    const mark = /^(<{7}|\|{7}|={7}|>{7})(?:\s|$)/.exec(line)?.[1]?.[0];
    if (mark === '<') marks.push(offset);
    offset += line.length;
    const blank = mark !== undefined && (mark === '<' || side !== 'both');
    if (blank) side = mark === '<' ? 'ours' : mark === '>' ? 'both' : 'theirs';
    return blank || side === 'theirs' ? line.replace(/[^\r\n]/g, ' ') : line;
  });
  return marks.length > 0 ? { ours: lines.join(''), marks } : undefined;
}
