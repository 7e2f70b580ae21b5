import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type ParsedNode,
} from 'yaml';
import { problem, type Problem } from '../check/problem';
import { findConflict } from './conflictMarkers';
import type { SidecarData } from './shape';
import { validate, type Path } from './validate';

/** A sidecar's source, read as far as it can be. */
export interface ParsedSidecar {
  readonly source: string;
  readonly data: SidecarData;
  readonly problems: readonly Problem[];
  /** Where the value at a path stands; of the nearest value around it where there is none. */
  readonly rangeOf: (path: Path) => Problem['range'];
  /** Where the key at the end of a path stands. */
  readonly keyRangeOf: (path: Path) => Problem['range'];
}

/** Reads the YAML of a sidecar. Never throws: what cannot be read is left out of `data` and is a problem. */
export function parseSidecar(source: string): ParsedSidecar {
  const conflict = findConflict(source);
  const lines = new LineCounter();
  const document = parseDocument(conflict?.ours ?? source, {
    lineCounter: lines,
    prettyErrors: false,
  });
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
    const [start, end] = error.pos;
    // The error of a duplicate key says only where the key begins.
    const key = /^[^:\r\n]*/.exec(source.slice(start))?.[0].trimEnd() ?? '';
    problems.push(
      error.code === 'DUPLICATE_KEY'
        ? problem('duplicate-key', rangeAt(start, start + key.length), { key })
        : problem('yaml-syntax', rangeAt(start, end), { reason: error.message }),
    );
  }
  const { data, issues, sourcePath } = validate(document);
  return {
    source,
    data,
    problems: [
      ...problems,
      ...issues.map(({ code, path, detail }) => problem(code, rangeOf(path), detail)),
    ],
    rangeOf: (path) => rangeOf(sourcePath(path)),
    keyRangeOf: (path) => {
      const key = keyAt(document, sourcePath(path));
      return key ? rangeAt(key.range[0], key.range[1]) : rangeOf(sourcePath(path));
    },
  };
}

function positionIn(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? { line: 0, column: 0 } : { line: line - 1, column: col - 1 };
}

/** The node at a path, or the nearest one around it. */
function nodeAt(document: Document.Parsed, path: Path): ParsedNode | null {
  let node: ParsedNode | null = document.contents;
  for (const key of path) {
    const child: unknown = isCollection(node) ? node.get(key, true) : undefined;
    if (!isNode(child)) return node;
    node = child as ParsedNode;
  }
  return node;
}

function keyAt(document: Document.Parsed, path: Path): ParsedNode | undefined {
  const parent = nodeAt(document, path.slice(0, -1));
  const key = String(path.at(-1));
  if (!isMap<ParsedNode>(parent)) return undefined;
  return parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key;
}
