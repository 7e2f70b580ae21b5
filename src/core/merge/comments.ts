import { keySorted } from '../model/equal';
import { saysTheSame } from '../sidecar/sameMeaning';
import { applyEdits, eolOf, insertion, type SourceEdit } from '../sidecar/sourceEdit';
import { dataOf, nodesAt, type YamlNode } from '../sidecar/yamlNode';
import { commentsOf, parseYaml } from '../sidecar/yamlTokens';
import { yamlTree } from '../sidecar/yamlTree';
import { countsOf } from './counts';

// Offsets are UTF-16 code units of a source.

/** A comment of a sidecar, and what it is said of. */
interface Remark {
  /** From its `#` on. */
  readonly text: string;
  /** Whether it stands in the line of that; else it stands before it, in a line of its own. */
  readonly isBehind: boolean;
  /** The way to what it is said of; none at the end of the file. */
  readonly owner: readonly Step[];
}

/** A key, or an item of a list by the words of the article that it is about: with their context, and without. */
interface Step {
  readonly key: string;
  readonly words?: string;
}

/** The sources that a merge knows: of the base, of the side whose lines were kept, and what became of these. */
interface Sources {
  readonly base: string;
  readonly frame: string;
  readonly result: string;
}

/**
 * The result with the comments that the other side has added: at the line of what they are said of, or at that of what
 * holds it, where it is not there any more.
 */
export function withCommentsOf(other: string, { base, frame, result }: Sources): string {
  const added = addedRemarks(remarksOf(other), remarksOf(base), remarksOf(frame));
  if (added.length === 0) return result;
  const place = new Placer(result);
  const commented = applyEdits(
    result,
    added.map((remark) => place.edit(remark)),
  );
  if (isSound(commented, result, added.length)) return commented;
  // At its end, a file can have comments whatever its form.
  const lines = added.map(({ text }) => text + eolOf(result)).join('');
  return result + lineBreak(result) + lines;
}

/** Those of the other side that neither the base nor the frame has; but not those that it has only moved. */
function addedRemarks(
  other: readonly Remark[],
  base: readonly Remark[],
  frame: readonly Remark[],
): Remark[] {
  const known = new Map<string, number>();
  for (const remarks of [base, frame]) {
    for (const [key, count] of countsOf(remarks.map(keySorted))) {
      known.set(key, Math.max(known.get(key) ?? 0, count));
    }
  }
  const textOf = ({ text }: Remark) => text;
  const [texts, before] = [countsOf(other.map(textOf)), countsOf(base.map(textOf))];
  return other.filter((remark) => {
    const key = keySorted(remark);
    const left = known.get(key) ?? 0;
    if (left > 0) known.set(key, left - 1);
    const isMoved = (texts.get(remark.text) ?? 0) <= (before.get(remark.text) ?? 0);
    return left === 0 && !isMoved;
  });
}

function remarksOf(source: string): Remark[] {
  if (!source.includes('#')) return [];
  const tree = yamlTree(source);
  const comments = commentsOf(source);
  const isComment = new Set(comments.map(({ offset }) => lineStart(source, offset)));
  return comments.map(({ offset, source: text }): Remark => {
    const start = lineStart(source, offset);
    const isBehind = source.slice(start, offset).trim() !== '';
    const at = isBehind ? start : nextLine(source, offset, (line) => isComment.has(line));
    return { text, isBehind, owner: at === undefined ? [] : ownerOf(source, tree, at) };
  });
}

/** Where the next line begins that says something and is not only a comment. */
function nextLine(
  source: string,
  offset: number,
  isComment: (line: number) => boolean,
): number | undefined {
  let line = lineEnd(source, offset);
  while (line < source.length) {
    const end = lineEnd(source, line);
    const written = source.slice(line, end).trim();
    if (written !== '' && !(written.startsWith('#') && isComment(line))) return line;
    line = end;
  }
  return undefined;
}

/** The outermost node that begins in a line. */
function ownerOf(source: string, tree: YamlNode, line: number): Step[] {
  const nodes = nodesAt(tree, line + source.slice(line).search(/\S/)).slice(1);
  const first = nodes.findIndex(({ start }) => start >= line);
  const way = first < 0 ? nodes : nodes.slice(0, first + 1);
  return way.map((node) => stepOf(source, node));
}

function stepOf(source: string, node: YamlNode): Step {
  if (typeof node.step === 'string') return { key: node.step };
  const data = dataOf(source, node);
  return {
    key: keySorted(about(data, ['exact', 'prefix', 'suffix', 'occurrence'])),
    words: keySorted(about(data, ['exact'])),
  };
}

/** Those of the keys that a selector, the pieces of a target or the content of a quote have. */
function about(data: unknown, keys: readonly string[]): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((item) => about(item, keys));
  const { content, spans, ...selector } = data as Readonly<Record<string, unknown>>;
  const pieces = content ?? spans;
  return pieces === undefined ? keys.map((key) => selector[key]) : about(pieces, keys);
}

/** Finds where comments belong in a source. */
class Placer {
  readonly #source: string;
  readonly #tree: YamlNode;
  readonly #commented: ReadonlySet<number>;

  constructor(source: string) {
    this.#source = source;
    this.#tree = yamlTree(source);
    this.#commented = new Set(commentsOf(source).map(({ offset }) => lineStart(source, offset)));
  }

  edit({ text, isBehind, owner }: Remark): SourceEdit {
    const source = this.#source;
    const { node, isItself } = this.#nodeOf(owner);
    if (!node) return insertion(source.length, lineBreak(source) + text + eolOf(source));
    const line = lineStart(source, node.start);
    const written = source.slice(line, lineEnd(source, line)).replace(/\r?\n$/, '');
    if (isBehind && isItself && !this.#commented.has(line)) {
      const said = written.trimEnd().length;
      return { start: line + said, end: line + written.length, text: ` ${text}` };
    }
    const margin = /^ */.exec(written)?.[0] ?? '';
    return insertion(line, margin + text + eolOf(source));
  }

  /** What a comment is said of, or the nearest around it that is there. */
  #nodeOf(owner: readonly Step[]): { node?: YamlNode; isItself: boolean } {
    let node: YamlNode | undefined;
    for (const step of owner) {
      const { children } = node ?? this.#tree;
      const steps = children.map((child) => stepOf(this.#source, child));
      const same = steps.findIndex(({ key }) => key === step.key);
      const alike = steps.findIndex(({ words }) => words !== undefined && words === step.words);
      const next = children[same < 0 ? alike : same];
      if (!next) return { ...(node && { node }), isItself: false };
      node = next;
    }
    return { ...(node && { node }), isItself: true };
  }
}

/** Whether a source with more comments says the same, and has them all. */
function isSound(commented: string, before: string, added: number): boolean {
  const [now, was] = [parseYaml(commented), parseYaml(before)];
  return (
    now.errors.length === 0 &&
    saysTheSame(now.toJS(), was.toJS()) &&
    commentsOf(commented).length === commentsOf(before).length + added
  );
}

/** What has to stand between the end of a source and a further line. */
function lineBreak(source: string): string {
  return source === '' || source.endsWith('\n') ? '' : eolOf(source);
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the end of the line of an offset. */
function lineEnd(source: string, offset: number): number {
  const newline = source.indexOf('\n', offset);
  return newline < 0 ? source.length : newline + 1;
}
