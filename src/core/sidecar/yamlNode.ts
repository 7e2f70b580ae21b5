import { firstIndex } from '../text/bisect';
import type { Span } from '../text/span';

// Offsets are UTF-16 code units of the source, end exclusive.

/** A key with its value, or an item of a list, where it stands in a source of YAML that may be half written. */
export interface YamlNode {
  /** The key, or the place in the list, counted from 0. That of the whole is empty. */
  readonly step: string | number;
  /** Where its key begins, its dash, or the item itself in a flow collection. */
  readonly start: number;
  /** Behind the last of it that is no comment and no white space. */
  readonly end: number;
  /** The key as it is written. */
  readonly key?: Span;
  /** The value as it is written, where that is one word or sentence. */
  readonly value?: Span;
  /** The value with its brackets, where it is a flow collection. */
  readonly flow?: Span | undefined;
  readonly children: readonly YamlNode[];
}

/** The nodes around an offset or touching it, from the whole to the innermost. */
export function nodesAt(root: YamlNode, offset: number): YamlNode[] {
  const around = [root];
  for (;;) {
    const children = around.at(-1)?.children ?? [];
    const behind = firstIndex(children.length, (i) => (children[i]?.start ?? 0) > offset);
    const inner = children[behind - 1];
    if (!inner || inner.end < offset) return around;
    around.push(inner);
  }
}

/** The node at the end of a path; of keys that stand twice the first. */
export function nodeAtPath(
  root: YamlNode,
  path: readonly (string | number)[],
): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>(
    (node, step) => node?.children.find((child) => child.step === step),
    root,
  );
}

/**
 * The node at the path of a cursor, which has `-` for the items of lists: of several the one before the offset.
 */
export function nodeWritten(
  root: YamlNode,
  path: readonly string[],
  offset: number,
): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>(
    (node, step) =>
      node?.children
        .filter(({ start, step: own }) => start <= offset && (step === '-' || own === step))
        .at(-1),
    root,
  );
}

/** What a node says, as plain data; undefined where nothing stands there. */
export function dataOf(source: string, { children, value }: YamlNode): unknown {
  const [first] = children;
  if (!first) return value && scalar(source.slice(value.start, value.end));
  const data = children.map((child) => [String(child.step), dataOf(source, child)] as const);
  return typeof first.step === 'number' ? data.map(([, each]) => each) : Object.fromEntries(data);
}

/** The word or the sentence at a path below a node; empty where there is none. */
export function textAt(source: string, node: YamlNode, path: readonly (string | number)[]): string {
  const { value } = nodeAtPath(node, path) ?? {};
  return value ? String(scalar(source.slice(value.start, value.end))) : '';
}

function scalar(written: string): string | number | boolean | null {
  if (/^["']/.test(written)) return wordsOf(written);
  if (/^-?\d+$/.test(written)) return Number(written);
  const words = { true: true, false: false, null: null, '~': null };
  return Object.hasOwn(words, written) ? words[written as keyof typeof words] : written;
}

/** What is written, perhaps in quotation marks, of which the second may be missing. */
export function wordsOf(written: string): string {
  if (written.startsWith("'")) return written.replace(/^'|'$/g, '').replaceAll("''", "'");
  if (!written.startsWith('"')) return written;
  try {
    return String(JSON.parse(written));
  } catch {
    return unescaped(written.replace(/^"|"$/g, ''));
  }
}

/** What stands behind a backslash in YAML for a character that has no letter of its own. */
const escapes: Readonly<Record<string, string>> = {
  ...{ '0': '\0', a: '\u0007', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\u001b' },
  ...{
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    N: '\u0085',
    _: '\u00a0',
    L: '\u2028',
    P: '\u2029',
  },
};

/** Words with escapes, of which JSON has not all; those that are none, or not finished, stay as they are. */
function unescaped(words: string): string {
  const pattern = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U(00[\da-fA-F]{6})|(.))/gu;
  return words.replace(pattern, (whole, x?: string, u?: string, long?: string, letter?: string) => {
    const digits = x ?? u ?? long;
    if (digits === undefined) return escapes[letter ?? ''] ?? whole;
    const point = parseInt(digits, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** A node while its source is read. */
export class GrowingNode implements YamlNode {
  readonly step: string | number;
  readonly start: number;
  readonly key?: Span;
  value?: Span;
  readonly #ownEnd: number;
  #end: number | undefined;
  #flow: Span | undefined;
  #later: (() => void) | undefined;
  readonly #children: GrowingNode[] = [];

  constructor(step: string | number, { start, end }: Span, key?: Span) {
    this.step = step;
    this.start = start;
    this.#ownEnd = end;
    if (key) this.key = key;
  }

  get children(): GrowingNode[] {
    this.#readNow();
    return this.#children;
  }

  get flow(): Span | undefined {
    this.#readNow();
    return this.#flow;
  }

  /** Known when all of the source is read. */
  get end(): number {
    if (this.#end !== undefined) return this.#end;
    const inner = this.children.at(-1)?.end ?? 0;
    this.#end = Math.max(this.#ownEnd, this.value?.end ?? 0, this.#flow?.end ?? 0, inner);
    return this.#end;
  }

  /** Has its value read when somebody asks what it is. */
  readLater(read: () => void): void {
    this.#later = read;
  }

  /** Says that its value is a flow collection, and where that stands. */
  close(flow: Span): void {
    this.#flow = flow;
  }

  #readNow(): void {
    const read = this.#later;
    this.#later = undefined;
    read?.();
  }
}

/** A node with the key that is written there. @param end behind its colon */
export function nodeOfKey(source: string, key: Span, end: number): GrowingNode {
  const step = wordsOf(source.slice(key.start, key.end));
  return new GrowingNode(step, { start: key.start, end }, key);
}
