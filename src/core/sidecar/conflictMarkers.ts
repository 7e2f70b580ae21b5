/** A text in which git left the marks of an unresolved merge. */
export interface Conflicted {
  /** The text with all but “ours” blanked out by spaces: as long as before, so that offsets still hold. */
  readonly ours: string;
  /** The same with “theirs” in its place. */
  readonly theirs: string;
  /** Offsets, in UTF-16 code units, of each opening mark (`<<<<<<<`). */
  readonly marks: readonly number[];
}

/** What a line is of: both sides, one of them, the base that they have, or git itself. */
type Part = 'both' | 'ours' | 'base' | 'theirs' | 'mark';

/** What git's conflict marks leave readable, or undefined where there are none. */
export function findConflict(source: string): Conflicted | undefined {
  const marks: number[] = [];
  let part: Part = 'both';
  let offset = 0;
  const lines = source.split(/(?<=\n)/).map((line) => {
    const mark = /^(<{7}|\|{7}|={7}|>{7})(?:\s|$)/.exec(line)?.[1]?.[0];
    if (mark === '<') marks.push(offset);
    offset += line.length;
    const isMark = mark !== undefined && (mark === '<' || part !== 'both');
    if (isMark) part = behind[mark] ?? part;
    return { line, part: isMark ? 'mark' : part };
  });
  if (marks.length === 0) return undefined;
  const only = (side: Part) =>
    lines
      .map((each) => (each.part === 'both' || each.part === side ? each.line : blank(each.line)))
      .join('');
  return { ours: only('ours'), theirs: only('theirs'), marks };
}

/** What follows a mark, by the character that it is made of. */
const behind: Readonly<Partial<Record<string, Part>>> = {
  '<': 'ours',
  '|': 'base',
  '=': 'theirs',
  '>': 'both',
};

function blank(line: string): string {
  return line.replace(/[^\r\n]/g, ' ');
}
