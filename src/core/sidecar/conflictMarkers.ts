/** A text in which git left the marks of an unresolved merge. */
export interface Conflicted {
  /** The text with all but “ours” blanked out by spaces: as long as before, so that offsets still hold. */
  readonly ours: string;
  /** The same with “theirs” in its place. */
  readonly theirs: string;
  /** Offsets, in UTF-16 code units, of each opening mark (`<<<<<<<`). */
  readonly marks: readonly number[];
}

/** The versions of a text that git's marks leave, as they were written. */
export interface MarkedVersions {
  /** Undefined where the marks do not show it, as by default (`merge.conflictStyle`). */
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
  /** What git calls the sides behind its marks: `HEAD`, a branch, a commit and its subject; empty where it says nothing. */
  readonly names: { readonly ours: string; readonly theirs: string };
}

/** What a line is of: both sides, one of them, the base that they have, or git itself. */
type Part = 'both' | 'ours' | 'base' | 'theirs' | 'mark';

interface Line {
  readonly line: string;
  readonly part: Part;
  /** The character that a mark of git is made of. */
  readonly mark?: string;
}

/** What git's conflict marks leave readable, or undefined where there are none. */
export function findConflict(source: string): Conflicted | undefined {
  const lines = linesOf(source);
  let offset = 0;
  const marks = lines.flatMap(({ line, mark }) => {
    const start = offset;
    offset += line.length;
    return mark === '<' ? [start] : [];
  });
  if (marks.length === 0) return undefined;
  const only = (side: Part) =>
    lines.map(({ line, part }) => (part === 'both' || part === side ? line : blank(line))).join('');
  return { ours: only('ours'), theirs: only('theirs'), marks };
}

/** The versions that git's marks leave; undefined where there are none, or somebody has taken some of a conflict away. */
export function versionsIn(source: string): MarkedVersions | undefined {
  const lines = linesOf(source);
  const marks = lines.flatMap(({ mark }) => mark ?? []).join('');
  const hasBase = /^(?:<\|=>)+$/.test(marks);
  if (!hasBase && !/^(?:<=>)+$/.test(marks)) return undefined;
  const only = (side: Part) =>
    lines.flatMap(({ line, part }) => (part === 'both' || part === side ? line : [])).join('');
  const nameBehind = (sign: string) =>
    lines
      .find(({ mark }) => mark === sign)
      ?.line.slice(7)
      .trim() ?? '';
  return {
    base: hasBase ? only('base') : undefined,
    ours: only('ours'),
    theirs: only('theirs'),
    names: { ours: nameBehind('<'), theirs: nameBehind('>') },
  };
}

function linesOf(source: string): Line[] {
  let part: Part = 'both';
  return source.split(/(?<=\n)/).map((line) => {
    const mark = /^(<{7}|\|{7}|={7}|>{7})(?:\s|$)/.exec(line)?.[1]?.[0];
    if (mark === undefined || (mark !== '<' && part === 'both')) return { line, part };
    part = behind[mark] ?? part;
    return { line, part: 'mark', mark };
  });
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
