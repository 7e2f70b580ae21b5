import { lineStartsOf } from '../text/articleText';
import { PlainFlow } from './plainFlow';
import type { YamlValue } from './render';
import { sidecarShape, type SidecarData } from './shape';

/**
 * The source of a sidecar cut into its annotations: `head`, the entities, `between`, the quotes and `tail`,
 * one after the other, are the source. All parts are whole lines.
 */
export interface Blocks {
  readonly head: string;
  /** By their ids, in the order of the file. */
  readonly entities: ReadonlyMap<string, Block>;
  readonly between: string;
  /** In the order of the file. */
  readonly quotes: readonly Block[];
  readonly tail: string;
  /** How its lines end; CRLF where but one does. */
  readonly eol: '\n' | '\r\n';
}

/** The source that the blocks are of. */
export function sourceOf({ head, entities, between, quotes, tail }: Blocks): string {
  const lines = (blocks: Iterable<Block>) => Array.from(blocks, ({ source }) => source);
  return [head, ...lines(entities.values()), between, ...lines(quotes), tail].join('');
}

/** The lines of an entity or a quote, then the comments and empty lines behind it. */
export interface Block {
  readonly source: string;
  /** The length of the annotation's own lines in `source`, in UTF-16 code units. */
  readonly ownLength: number;
  /** How many lines `source` has. */
  readonly lines: number;
}

/** How many lines, each with its end, a part of a source has. */
export function lineCount(lines: string): number {
  return lineStartsOf(lines).length - 1;
}

/** @param own the annotation's own lines @param behind the comments and empty lines behind them */
export function blockOf(own: string, behind = ''): Block {
  const source = own + behind;
  return { source, ownLength: own.length, lines: lineCount(source) };
}

/** A sidecar read line by line. */
export interface SidecarInBlocks {
  readonly data: SidecarData;
  readonly blocks: Blocks;
}

/**
 * Reads a sidecar whose lines are as Chiosa writes them, which may have comments and empty lines between
 * and comments behind them. It gives what `parseSidecar` gives, many times faster; undefined for any
 * other source and for one that does not fit the format.
 */
export function readBlocks(source: string): SidecarInBlocks | undefined {
  const reader = new BlockReader(source);
  const value = reader.read();
  const result = value && sidecarShape.safeParse(value);
  const blocks = result?.success ? reader.blocks() : undefined;
  return result?.data && blocks && { data: result.data, blocks };
}

type Mapping = Record<string, YamlValue>;

/** The lines of a pair or an item, from `start` to before `ownEnd`, counted from 0. */
interface Lines {
  readonly key: string;
  readonly start: number;
  readonly ownEnd: number;
}

class BlockReader {
  readonly #source: string;
  readonly #lines: string[];
  readonly #entities: Lines[] = [];
  readonly #quotes: Lines[] = [];
  /** The keys at the top, in the order of the file, and the lines of what stands below them. */
  readonly #sections: Lines[] = [];
  /** The line that is to be read next, from 0. */
  #at = 0;
  /** The line behind the last one that was read and was no comment and not empty. */
  #ownEnd = 0;

  constructor(source: string) {
    this.#source = source;
    this.#lines = source.split(/\r?\n/);
  }

  read(): Mapping | undefined {
    const value = this.#mapping('', this.#sections);
    return this.#next() === undefined ? value : undefined;
  }

  /** The parts of the source, or undefined where the quotes stand before the entities. */
  blocks(): Blocks | undefined {
    const starts = lineStartsOf(this.#source);
    const offset = (line: number) => starts[line] ?? this.#source.length;
    const section = (key: string, items: readonly Lines[]) => {
      const at = this.#sections.findIndex((each) => each.key === key);
      const next = at < 0 ? undefined : this.#sections[at + 1];
      const end = next ? offset(next.start) : this.#source.length;
      const blocks = items.map(({ key: id, start, ownEnd }, i): [string, Block] => {
        const following = items[i + 1];
        const blockEnd = following ? offset(following.start) : end;
        const own = this.#source.slice(offset(start), offset(ownEnd));
        return [id, blockOf(own, this.#source.slice(offset(ownEnd), blockEnd))];
      });
      return { start: offset(items[0]?.start ?? 0), end, blocks };
    };
    const entities = section('entities', this.#entities);
    const quotes = section('quotes', this.#quotes);
    // Where there are none of one kind, they stand between nothing and nothing beside the others.
    if (quotes.blocks.length === 0) quotes.start = quotes.end = entities.end;
    if (entities.blocks.length === 0) entities.start = entities.end = quotes.start;
    if (quotes.start < entities.end) return undefined;
    return {
      head: this.#source.slice(0, entities.start),
      entities: new Map(entities.blocks),
      between: this.#source.slice(entities.end, quotes.start),
      quotes: quotes.blocks.map(([, block]) => block),
      tail: this.#source.slice(quotes.end),
      eol: this.#source.includes('\r\n') ? '\r\n' : '\n',
    };
  }

  /** The line that is to be read, comments and empty lines passed over. */
  #next(): string | undefined {
    while (trivia.test(this.#lines[this.#at] ?? 'end')) this.#at += 1;
    return this.#lines[this.#at];
  }

  #consume(): void {
    this.#at += 1;
    this.#ownEnd = this.#at;
  }

  /** The pairs whose keys stand in the column behind the margin; where each stands is noted in `found`. */
  #mapping(margin: string, found: Lines[] = []): Mapping | undefined {
    const result: Mapping = {};
    for (;;) {
      const line = this.#next();
      if (!line?.startsWith(margin) || line[margin.length] === ' ') break;
      const start = this.#at;
      const flow = new PlainFlow(line, margin.length);
      const key = flow.readKey();
      if (key === undefined || Object.hasOwn(result, key)) return undefined;
      this.#consume();
      const value = flow.isAtEnd() ? this.#nested(`${margin}  `, key) : flow.read();
      if (value === undefined) return undefined;
      result[key] = value;
      found.push({ key, start, ownEnd: this.#ownEnd });
    }
    return Object.keys(result).length > 0 ? result : undefined;
  }

  /** The list or the mapping below a key. */
  #nested(margin: string, key: string): YamlValue | undefined {
    const isTop = margin.length === 2;
    if (this.#next()?.startsWith(`${margin}- `)) {
      return this.#list(margin, isTop && key === 'quotes' ? this.#quotes : undefined);
    }
    return this.#mapping(margin, isTop && key === 'entities' ? this.#entities : undefined);
  }

  #list(margin: string, found: Lines[] = []): YamlValue[] | undefined {
    const result: YamlValue[] = [];
    for (;;) {
      const line = this.#next();
      if (!line?.startsWith(`${margin}- `)) break;
      const start = this.#at;
      const value = this.#item(line, `${margin}  `);
      if (value === undefined) return undefined;
      result.push(value);
      found.push({ key: '', start, ownEnd: this.#ownEnd });
    }
    return result;
  }

  /** What stands behind a dash: a value on the same line, or a mapping that begins there. */
  #item(line: string, margin: string): YamlValue | undefined {
    const isMapping = new PlainFlow(line, margin.length).readKey() !== undefined;
    if (isMapping) {
      this.#lines[this.#at] = margin + line.slice(margin.length);
      return this.#mapping(margin);
    }
    const value = new PlainFlow(line, margin.length).read();
    this.#consume();
    return value;
  }
}

/** An empty line, or a comment alone on its line. */
const trivia = /^ *(?:#\P{Cc}*)?$/u;
