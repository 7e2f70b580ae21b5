import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  visit,
  type Document,
  type ParsedNode,
} from 'yaml';
import { problem, type Problem } from '../check/problem';
import { findConflict } from './conflictMarkers';
import type { SidecarData } from './shape';
import { syntaxReason } from './syntaxReason';
import { validate, type Path, type Validated } from './validate';
import { keyOf, parseYaml, type ParsedPair } from './yamlTokens';

/** The source of a file in YAML, read as far as it can be. */
export interface Parsed<Data> {
  readonly source: string;
  readonly data: Data;
  readonly problems: readonly Problem[];
  /** Where the value at a path stands; of the nearest value around it where there is none. */
  readonly rangeOf: (path: Path) => Problem['range'];
  /** Where the key at the end of a path stands. */
  readonly keyRangeOf: (path: Path) => Problem['range'];
}

export type ParsedSidecar = Parsed<SidecarData>;

/** Reads the YAML of a sidecar. Never throws: what cannot be read is left out of `data` and is a problem. */
export function parseSidecar(source: string): ParsedSidecar {
  return parseAs(source, validate);
}

/** Reads a file in YAML of a format that `validate` knows. Never throws. */
export function parseAs<Data>(
  source: string,
  validate: (document: Document.Parsed) => Validated<Data>,
): Parsed<Data> {
  const conflict = findConflict(source);
  const lines = linesOf(source);
  const document = parseYaml(conflict?.ours ?? source);
  const rangeAt = (start: number, end: number): Problem['range'] => ({
    start: positionIn(lines, start),
    end: positionIn(lines, end),
  });
  const rangeOf = (path: Path) => {
    const [start, end] = nodeAt(document, path)?.range ?? [0, 0];
    return rangeAt(start, end);
  };
  const problems: Problem[] = (conflict?.marks ?? []).map((mark) =>
    problem('merge-conflict', rangeAt(mark, mark + 7)),
  );
  for (const error of document.errors) {
    const [at, end] = error.pos;
    // The error of a duplicate key says only where the key begins, or the white space before it.
    const start = error.code === 'DUPLICATE_KEY' ? at + source.slice(at).search(/\S|$/) : at;
    const key = /^[^:\r\n]*/.exec(source.slice(start))?.[0].trimEnd() ?? '';
    const detail = { key: key.replace(/^(["'])(.*)\1$/, '$2') };
    problems.push(
      error.code === 'DUPLICATE_KEY'
        ? problem('duplicate-key', rangeAt(start, start + key.length), detail)
        : problem(syntaxReason(error), rangeAt(start, end)),
    );
  }
  for (const { range } of takeOddKeys(document)) {
    const detail = { path: source.slice(range[0], range[1]) };
    problems.push(problem('invalid-value/key', rangeAt(range[0], range[1]), detail));
  }
  const { data, issues, sourcePath } = validate(document);
  return {
    source,
    data,
    problems: [
      ...problems,
      ...issues.map(({ what, path, detail }) => problem(what, rangeOf(path), detail)),
    ],
    rangeOf: (path) => rangeOf(sourcePath(path)),
    keyRangeOf: (path) => {
      const key = keyAt(document, sourcePath(path));
      return key ? rangeAt(key.range[0], key.range[1]) : rangeOf(sourcePath(path));
    },
  };
}

/** Where the lines of a source begin. Of broken YAML the parser itself does not count them all. */
function linesOf(source: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of source.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
}

function positionIn(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: line - 1, column: col - 1 };
}

/** The node at a path, or the nearest one around it. */
function nodeAt(document: Document.Parsed, path: Path): ParsedNode | null {
  let node: ParsedNode | null = document.contents;
  for (const key of path) {
    const child: unknown = isSeq(node) ? node.items[Number(key)] : pairOf(node, key)?.value;
    if (!isNode(child)) return node;
    node = child as ParsedNode;
  }
  return node;
}

function keyAt(document: Document.Parsed, path: Path): ParsedNode | undefined {
  return pairOf(nodeAt(document, path.slice(0, -1)), path.at(-1) ?? '')?.key;
}

/** A pair of a mapping by its key, which YAML may take for a number where a path has a string. */
function pairOf(map: ParsedNode | null, key: string | number): ParsedPair | undefined {
  if (!isMap(map)) return undefined;
  return (map.items as ParsedPair[]).find((pair) => keyOf(pair) === String(key));
}

/** Takes out the pairs whose keys an object cannot have (lists, mappings, `__proto__`); gives those keys. */
function takeOddKeys(document: Document.Parsed): ParsedNode[] {
  const keys: ParsedNode[] = [];
  visit(document, {
    Pair: (_, pair) => {
      const { key } = pair as ParsedPair;
      if (isScalar(key) && key.value !== '__proto__') return undefined;
      keys.push(key);
      return visit.REMOVE;
    },
  });
  return keys;
}
