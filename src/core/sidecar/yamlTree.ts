import type { Span } from '../text/span';
import { openingsOf, type Opening } from './yamlCursor';
import { readFlow } from './yamlFlow';
import { GrowingNode, nodeOfKey, type YamlNode } from './yamlNode';

// Offsets are UTF-16 code units of the source, end exclusive.

/**
 * A source of YAML as its lines, their indentation and their brackets say, whatever is missing in it. What is left
 * open ends before the next line that is not indented further. Never throws. Words in several lines are read
 * only where they are in blocks (`|`, `>`): Chiosa folds none.
 */
export function yamlTree(source: string): YamlNode {
  return new TreeReader(source).read();
}

/** A node that later lines may belong to, by the column of its key or its dash. */
interface OpenNode {
  readonly column: number;
  readonly node: GrowingNode;
}

const quotedWord = /^(?:"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?)/;

class TreeReader {
  readonly #source: string;
  readonly #root: GrowingNode;
  readonly #open: OpenNode[] = [];
  /** Lines that are indented further than this are those of a block of words. */
  #wordsColumn: number | undefined;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#root = new GrowingNode('', { start: 0, end: source.length });
  }

  read(): YamlNode {
    while (this.#at < this.#source.length) this.#line();
    return this.#root;
  }

  #line(): void {
    const start = this.#at;
    this.#at = this.#behindLine(start);
    const line = this.#source.slice(start, this.#at).trimEnd();
    if (/^\s*(?:#|$)|^(?:---|%)/.test(line)) return;
    const column = line.search(/\S/);
    if (this.#wordsColumn !== undefined && column > this.#wordsColumn) {
      const value = this.#open.at(-1)?.node.value;
      if (value) this.#setValue({ start: value.start, end: start + line.length });
      return;
    }
    this.#wordsColumn = undefined;
    // A dash alone begins an item as well.
    const { openings, column: rest } = openingsOf(/(?:^|\s)-$/.test(line) ? `${line} ` : line);
    if (openings.length === 0) this.#leave({ column, isItem: false });
    for (const opening of openings) this.#enter(opening, start);
    this.#value(start + rest, line.slice(rest), openings.at(-1)?.column);
  }

  /** Where the line behind the one of an offset begins. */
  #behindLine(offset: number): number {
    const newline = this.#source.indexOf('\n', offset);
    return newline < 0 ? this.#source.length : newline + 1;
  }

  /** Closes what the new line does not belong to. A list may stand in the column of its key. */
  #leave({ column, isItem }: Pick<Opening, 'column' | 'isItem'>): void {
    for (let top = this.#open.at(-1); top; top = this.#open.at(-1)) {
      const isListOf = isItem && typeof top.node.step === 'string' && top.column === column;
      if (top.column < column || isListOf) return;
      this.#open.pop();
    }
  }

  #enter(opening: Opening, lineStart: number): void {
    this.#leave(opening);
    const { column, end, isItem } = opening;
    const parent = this.#open.at(-1)?.node ?? this.#root;
    const key = { start: lineStart + column, end: lineStart + end };
    const node = isItem
      ? new GrowingNode(parent.children.length, key)
      : nodeOfKey(this.#source, key, key.end + 1);
    parent.children.push(node);
    this.#open.push({ column, node });
  }

  /** What stands behind the keys and dashes of a line, or alone on a line below them. */
  #value(start: number, rest: string, column: number | undefined): void {
    const { node } = this.#open.at(-1) ?? { node: this.#root };
    if (/^(?:#|$)/.test(rest) || node.value || node.children.length > 0) return;
    if (/^[{[]/.test(rest)) {
      this.#flow(node, start, this.#open.at(-1)?.column ?? -1);
      return;
    }
    if (node === this.#root) return;
    if (column !== undefined && /^[|>][-+\d]*(?:\s+#.*)?$/.test(rest)) this.#wordsColumn = column;
    const [written] = quotedWord.exec(rest) ?? [rest.replace(/\s+#.*$/, '')];
    this.#setValue({ start, end: start + written.length });
  }

  #setValue(value: Span): void {
    const { node } = this.#open.at(-1) ?? { node: this.#root };
    node.value = value;
  }

  /** A flow collection that begins at an offset; its lines are indented further than `column`. */
  #flow(owner: GrowingNode, start: number, column: number): void {
    const read = () => readFlow(this.#source, owner, start, column);
    const next = /[^ ]/g;
    next.lastIndex = this.#at;
    const at = next.exec(this.#source);
    // One that can have no further lines is read when somebody looks: most of a sidecar is of this sort.
    if (at && at.index - this.#at <= column && !/[}\]#\s]/.test(at[0])) owner.readLater(read);
    else this.#at = this.#behindLine(Math.max(start, read() - 1));
  }
}
