import type { Problem } from '../check/problem';
import { lineCount, readBlocks, type Block, type Blocks } from './blocks';
import { parseSidecar, type ParsedSidecar } from './parse';
import type { Path } from './validate';

/** What `parseSidecar` gives, and the source cut into its annotations. */
export interface ParsedBlocks extends ParsedSidecar {
  readonly blocks: Blocks;
}

/** What a sidecar says, cut into its annotations where it is written as Chiosa writes it. */
export type ParsedSource = ParsedSidecar & Partial<ParsedBlocks>;

/** Reads a sidecar, by its lines where that can be, which takes a fraction of the time. Never throws. */
export function parseSource(source: string): ParsedSource {
  return parseBlocks(source) ?? parseSidecar(source);
}

/**
 * Reads a sidecar that is written as Chiosa writes it; undefined for any other (see `readBlocks`). Places
 * are found when they are asked for, by parsing no more than the block that they are in.
 */
export function parseBlocks(source: string): ParsedBlocks | undefined {
  const read = readBlocks(source);
  if (!read) return undefined;
  const places = new Places(source, read.blocks);
  return {
    source,
    ...read,
    problems: [],
    rangeOf: (path) => places.rangeOf(path),
    keyRangeOf: (path) => places.in(path, (parsed, inner) => parsed.keyRangeOf(inner)),
  };
}

type Range = Problem['range'];

/** A part of the source that is parsed by itself, below `header`. */
interface Part {
  readonly header: string;
  readonly block: Block;
  /** The line of the source, from 0, on which the part begins. */
  readonly line: number;
}

class Places {
  readonly #source: string;
  readonly #entities = new Map<string, Part>();
  readonly #quotes: Part[] = [];
  readonly #parsed = new Map<Part, ParsedSidecar>();
  #whole: ParsedSidecar | undefined;

  constructor(source: string, { head, entities, between, quotes }: Blocks) {
    this.#source = source;
    let line = lineCount(head);
    const part = (header: string, block: Block): Part => {
      const start = line;
      line += block.lines;
      return { header, block, line: start };
    };
    for (const [id, block] of entities) this.#entities.set(id, part('entities:\n', block));
    line += lineCount(between);
    for (const block of quotes) this.#quotes.push(part('quotes:\n', block));
  }

  rangeOf(path: Path): Range {
    const quote =
      path.length === 2 && path[0] === 'quotes' ? this.#quotes[Number(path[1])] : undefined;
    const isPlain = quote?.block.source.endsWith('\n') && !quote.block.source.includes('#');
    return quote && isPlain
      ? wholeOf(quote)
      : this.in(path, (parsed, inner) => parsed.rangeOf(inner));
  }

  /** What `find` finds in the part of the source that `path` leads to, moved to where the part stands. */
  in(path: Path, find: (parsed: ParsedSidecar, inner: Path) => Range): Range {
    const [section, key, ...rest] = path;
    const part =
      section === 'entities'
        ? this.#entities.get(String(key))
        : section === 'quotes'
          ? this.#quotes[Number(key)]
          : undefined;
    if (!part || key === undefined) {
      this.#whole ??= parseSidecar(this.#source);
      return find(this.#whole, path);
    }
    const parsed = this.#parsed.get(part) ?? parseSidecar(part.header + part.block.source);
    this.#parsed.set(part, parsed);
    const { start, end } = find(parsed, section === 'quotes' ? ['quotes', 0, ...rest] : path);
    const below = part.line - 1;
    return {
      start: { ...start, line: start.line + below },
      end: { ...end, line: end.line + below },
    };
  }
}

/** From the first key of a quote, behind its dash, to the line behind its own. */
function wholeOf({ block, line }: Part): Range {
  const own = block.source.slice(0, block.ownLength);
  return { start: { line, column: 4 }, end: { line: line + lineCount(own), column: 0 } };
}
