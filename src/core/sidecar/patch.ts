import {
  isMap,
  isScalar,
  isSeq,
  type Document,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { equal } from '../model/equal';
import { matchItems } from './matchItems';
import {
  isBlockPath,
  isList,
  renderAfterColon,
  renderBlock,
  renderItem,
  renderPair,
  type YamlValue,
} from './render';
import { isHollow, saysTheSame } from './sameMeaning';
import { applyEdits, eolOf, insertion, withEol, type SourceEdit } from './sourceEdit';
import type { Path } from './validate';
import {
  colonOf,
  commentsOf,
  contentEnd,
  dashesOf,
  endOfPair,
  isPlainPair,
  keyOf,
  parseYaml,
  type Comment,
  type ParsedPair,
} from './yamlTokens';

type Mapping = Readonly<Record<string, YamlValue>>;

/**
 * The source of a mapping, edited so that it says `desired`, in the canonical form where it has to be
 * written anew and untouched everywhere else: comments, order of keys, quotation marks and spacing stay.
 * The comment of a removed line stays as a line of its own. `source` must be valid YAML.
 */
export function patchYaml(source: string, desired: Mapping): string {
  const patched = new Patcher(source).patch(desired);
  if (patched !== undefined && says(patched, desired)) return patched;
  // A form of YAML that the patcher does not know (anchors, tags, …) is written anew as a whole.
  return withEol(asComments(commentsOf(source), '') + renderBlock(desired, [], 0), eolOf(source));
}

function says(source: string, desired: Mapping): boolean {
  const document = parseYaml(source);
  try {
    return document.errors.length === 0 && saysTheSame(document.toJS(), desired);
  } catch {
    return false; // an alias without its anchor
  }
}

class Patcher {
  readonly #source: string;
  readonly #eol: '\r\n' | '\n';
  readonly #document: Document.Parsed;
  /** Found when first asked for. */
  #comments: readonly Comment[] | undefined;

  constructor(source: string) {
    this.#source = source;
    this.#eol = eolOf(source);
    this.#document = parseYaml(source);
  }

  /** The edited source, or undefined where the document as a whole is not a block mapping. */
  patch(desired: Mapping): string | undefined {
    const { contents } = this.#document;
    if (contents === null || (isScalar(contents) && contents.value === null)) {
      return lineEnded(this.#source) + this.#withEol(renderBlock(desired, [], 0));
    }
    const edits = isMap(contents) ? this.#map(contents, desired, []) : undefined;
    return edits && applyEdits(this.#source, edits);
  }

  /** The edits of a block mapping, or undefined where it has to be written anew. */
  #map(map: YAMLMap<ParsedNode>, desired: Mapping, path: Path): SourceEdit[] | undefined {
    const pairs = map.items as ParsedPair[];
    if (map.flow || pairs.some((pair) => !isPlainPair(pair))) return undefined;
    const regions = pairs.map((pair) => this.#region(pair.key.range[0], endOfPair(pair)));
    const margin = this.#columnOf(pairs[0]?.key.range[0] ?? 0);
    const edits: (SourceEdit[] | undefined)[] = [];
    const at = new Map<string, number>();
    pairs.forEach((pair, index) => {
      const key = keyOf(pair);
      at.set(key, index);
      const value = Object.hasOwn(desired, key) ? desired[key] : undefined;
      const region = regions[index];
      const present = this.#toJs(pair.value);
      if (value === undefined) {
        if (!isHollow(present)) edits.push(region && [this.#removal(region, margin)]);
      } else if (!equal(present, value)) {
        edits.push(this.#value(pair, value, [...path, key], margin));
      }
    });
    const order = Object.keys(desired);
    order.forEach((key, index) => {
      if (at.has(key)) return;
      const before = order
        .slice(0, index)
        .reverse()
        .find((other) => at.has(other));
      const pair = before === undefined ? undefined : pairs[at.get(before) ?? 0];
      const anchor = pair ? this.#lineEnd(endOfPair(pair)) : regions[0]?.start;
      const text =
        ' '.repeat(margin) + renderPair(key, desired[key] ?? null, [...path, key], margin);
      edits.push(anchor === undefined ? undefined : [this.#insertion(anchor, text)]);
    });
    return allOf(edits);
  }

  /** The edits of the value of a pair: its parts where both are blocks, else all of it. */
  #value(pair: ParsedPair, value: YamlValue, path: Path, margin: number): SourceEdit[] {
    const parts = this.#parts(pair.value, value, path);
    if (parts) return parts;
    const colon = colonOf(pair);
    const end = pair.value ? contentEnd(pair.value) : colon + 1;
    const lines = this.#withEol(renderAfterColon(value, path, margin));
    // A block scalar ends with its newline.
    const text = this.#source[end - 1] === '\n' ? lines : lines.slice(0, -this.#eol.length);
    const lineStart = this.#lineStart(pair.key.range[0]);
    const comments = this.#commentsWithin(colon + 1, end);
    return [
      {
        start: lineStart,
        end: lineStart,
        text: this.#withEol(asComments(comments, ' '.repeat(margin))),
      },
      { start: colon + 1, end, text },
    ];
  }

  #parts(node: ParsedNode | null, value: YamlValue, path: Path): SourceEdit[] | undefined {
    if (!isBlockPath(path) || typeof value !== 'object' || value === null) return undefined;
    if (isSeq(node) && isList(value)) return this.#seq(node, value, path);
    return isMap(node) && !isList(value) ? this.#map(node, value, path) : undefined;
  }

  /** The edits of a block sequence, or undefined where it has to be written anew. */
  #seq(
    seq: YAMLSeq<ParsedNode>,
    desired: readonly YamlValue[],
    path: Path,
  ): SourceEdit[] | undefined {
    const dashes = dashesOf(seq);
    if (seq.flow || dashes.length !== seq.items.length) return undefined;
    const margin = this.#columnOf(dashes[0] ?? 0);
    const regions = seq.items.map((item, i) => this.#region(dashes[i] ?? 0, contentEnd(item)));
    const existing = seq.items.map((item) => this.#toJs(item));
    const matches = matchItems(existing, desired);
    const edits: (SourceEdit[] | undefined)[] = [];
    existing.forEach((_, index) => {
      const region = regions[index];
      if (!matches.includes(index)) edits.push(region && [this.#removal(region, margin)]);
    });
    desired.forEach((value, index) => {
      const match = matches[index];
      const itemPath = [...path, index];
      const item = match === undefined ? undefined : seq.items[match];
      if (match !== undefined && item !== undefined) {
        if (equal(existing[match], value)) return;
        const region = regions[match];
        edits.push(
          this.#parts(item, value, itemPath) ??
            (region && [
              this.#removal(region, margin),
              this.#insertion(region.end, ' '.repeat(margin) + renderItem(value, itemPath, margin)),
            ]),
        );
        return;
      }
      const before = matches
        .slice(0, index)
        .reverse()
        .find((other) => other !== undefined);
      const anchor = before === undefined ? regions[0]?.start : regions[before]?.end;
      const text = ' '.repeat(margin) + renderItem(value, itemPath, margin);
      edits.push(anchor === undefined ? undefined : [this.#insertion(anchor, text)]);
    });
    return allOf(edits);
  }

  /** The whole lines from `start` to `end`, or undefined where something else begins on the first line. */
  #region(start: number, end: number): { start: number; end: number } | undefined {
    const lineStart = this.#lineStart(start);
    if (this.#source.slice(lineStart, start).trim() !== '') return undefined;
    return { start: lineStart, end: this.#lineEnd(end) };
  }

  /** The end, with its newline, of the line that ends at `end` or holds it. */
  #lineEnd(end: number): number {
    if (end > 0 && this.#source[end - 1] === '\n') return end;
    const newline = this.#source.indexOf('\n', end);
    return newline < 0 ? this.#source.length : newline + 1;
  }

  #removal(region: { start: number; end: number }, margin: number): SourceEdit {
    const comments = this.#commentsWithin(region.start, region.end);
    return { ...region, text: this.#withEol(asComments(comments, ' '.repeat(margin))) };
  }

  #insertion(at: number, text: string): SourceEdit {
    // The last line of a file may lack its newline.
    const open = at > 0 && this.#source[at - 1] !== '\n' ? this.#eol : '';
    return insertion(at, open + this.#withEol(text));
  }

  #commentsWithin(start: number, end: number): Comment[] {
    this.#comments ??= commentsOf(this.#source);
    return this.#comments.filter(({ offset }) => start <= offset && offset < end);
  }

  #toJs(node: ParsedNode | null): unknown {
    return node === null ? null : node.toJS(this.#document);
  }

  #lineStart(offset: number): number {
    return this.#source.lastIndexOf('\n', offset - 1) + 1;
  }

  #columnOf(offset: number): number {
    return offset - this.#lineStart(offset);
  }

  #withEol(text: string): string {
    return withEol(text, this.#eol);
  }
}

function asComments(comments: readonly Comment[], margin: string): string {
  return comments.map(({ source }) => `${margin}${source}\n`).join('');
}

function lineEnded(source: string): string {
  return source === '' || source.endsWith('\n') ? source : `${source}\n`;
}

function allOf(edits: readonly (SourceEdit[] | undefined)[]): SourceEdit[] | undefined {
  return edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
}
