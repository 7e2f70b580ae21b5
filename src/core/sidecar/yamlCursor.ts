import { wordsOf } from './yamlNode';

/** Where a cursor is in a source of YAML that may be half written. */
export interface YamlCursor {
  /** The keys around the cursor from the top, `-` for an item of a list; that of a value is the last. */
  readonly path: readonly string[];
  /** Whether a value is to stand there; else a key or, behind a dash, either. */
  readonly isValue: boolean;
  /** Whether it stands between brackets. */
  readonly isInFlow: boolean;
  /** Where the word begins that is being written, in UTF-16 code units of the source. */
  readonly start: number;
}

/** What a line opens: a key, or an item of a list (`-`). Columns count from 0. */
export interface Opening {
  readonly column: number;
  /** The column behind the key as it is written, or behind the dash. */
  readonly end: number;
  /** The key, or `-`. */
  readonly step: string;
  readonly isItem: boolean;
}

/** Words in quotation marks: these open where a value, an item or a key begins, and are letters elsewhere. */
const quoted = /(?<=(?:^|[{[,]|[:-]\s)\s*)(?:"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?)/g;

/**
 * Where a cursor is, as the lines above it and their indentation say. Flow collections are understood where
 * they begin on the line of the cursor. Undefined within comments and behind what is closed.
 */
export function yamlCursor(source: string, offset: number): YamlCursor | undefined {
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
  const line = source.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(line.replace(quoted, ''))) return undefined;
  const { openings, column } = openingsOf(line);
  const outermost = openings[0] ?? { column, end: column, step: '', isItem: false };
  const path = [
    ...stepsAbove(source.slice(0, lineStart), outermost),
    ...openings.map(({ step }) => step),
  ];
  const start = lineStart + column;
  if (/^[[{]/.test(line.slice(column))) return inFlow(source.slice(start, offset), path, start);
  const last = openings.at(-1);
  return { path, isValue: last !== undefined && !last.isItem, isInFlow: false, start };
}

/** What a line opens, the outermost first, and the column in which the rest of it begins. */
export function openingsOf(line: string): { openings: Opening[]; column: number } {
  const openings: Opening[] = [];
  let column = line.search(/\S|$/);
  for (;;) {
    const dash = /^-\s+/.exec(line.slice(column));
    if (!dash) break;
    openings.push({ column, end: column + 1, step: '-', isItem: true });
    column += dash[0].length;
  }
  const key =
    /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'{[#](?:[^:#]|:(?=\S)|(?<=\S)#)*?)\s*:(?:\s+|$)/.exec(
      line.slice(column),
    );
  if (key) {
    const [, written = ''] = key;
    const end = column + written.length;
    openings.push({ column, end, step: wordsOf(written), isItem: false });
    column += key[0].length;
  }
  return { openings, column };
}

/** The steps from the top to what stands below these lines and begins with `inner`. */
function stepsAbove(lines: string, inner: Opening): string[] {
  const steps: string[] = [];
  let { column, isItem } = inner;
  for (const line of lines.split(/\r?\n/).reverse()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    for (const opening of openingsOf(line).openings.reverse()) {
      // A list may stand in the column of its key.
      const isListOf = isItem && !opening.isItem && opening.column === column;
      if (opening.column >= column && !isListOf) continue;
      ({ column, isItem } = opening);
      steps.unshift(opening.step);
    }
  }
  return steps;
}

/** Where the end of `flow`, the beginning of a flow collection at `path`, is. `start` is its own offset. */
function inFlow(flow: string, path: readonly string[], start: number): YamlCursor | undefined {
  const steps = [...path];
  const open: { readonly isMap: boolean; hasKey: boolean }[] = [];
  let word = '';
  let wordStart = 0;
  const leave = (isEnd: boolean) => {
    const inner = open.at(-1);
    if (!inner) return;
    if (inner.hasKey || (isEnd && !inner.isMap)) steps.pop();
    inner.hasKey = false;
    if (isEnd) open.pop();
  };
  const enter = (isMap: boolean) => {
    open.push({ isMap, hasKey: false });
    if (!isMap) steps.push('-');
  };
  const acts: Readonly<Record<string, () => void>> = {
    '{': () => {
      enter(true);
    },
    '[': () => {
      enter(false);
    },
    '}': () => {
      leave(true);
    },
    ']': () => {
      leave(true);
    },
    ',': () => {
      leave(false);
    },
    ':': () => {
      const inner = open.at(-1);
      if (!inner?.isMap) return;
      steps.push(wordsOf(word.trim()));
      inner.hasKey = true;
    },
  };
  for (const { 0: token, index } of flow.matchAll(flowTokens)) {
    acts[token]?.();
    word = token in acts ? '' : word + token;
    if (word.trim() === '') wordStart = index + token.length;
  }
  const inner = open.at(-1);
  return inner && { path: steps, isValue: inner.hasKey, isInFlow: true, start: start + wordStart };
}

/** What a flow collection consists of; a colon counts for itself only where it ends a key. */
const flowTokens =
  /(?<=[{[,:]\s*)(?:"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?)|[{}[\],]|:(?=\s|$)|\s+|(?:[^\s{}[\],:]|:(?!\s|$))+/g;
