import type { Entity } from '../model/annotation';
import { firstIndex } from '../text/bisect';
import type { Span } from '../text/span';
import { renderString } from './render';
import { eolOf, insertion, type SourceEdit } from './sourceEdit';
import { compareCodePoints } from './write';
import { nodeAtPath, type YamlNode } from './yamlNode';
import { commentsOf } from './yamlTokens';

/**
 * Describes one more entity in a sidecar that may be half written, where its id belongs among the others; undefined
 * where there is no place for it, or it is described already. Nothing else of the source changes.
 */
export function recordInsertion(
  source: string,
  tree: YamlNode,
  entity: Entity,
): SourceEdit | undefined {
  return recordInsertions(source, tree, [entity])[0];
}

/** The same of several entities: one edit for each place, with those that belong there in the order of their ids. */
export function recordInsertions(
  source: string,
  tree: YamlNode,
  entities: readonly Entity[],
): SourceEdit[] {
  const list = nodeAtPath(tree, ['entities']);
  if (tree.flow || list?.value) return [];
  const { ids } = recordIds(list);
  const absent = [...new Map(entities.map((each) => [each.id, each])).values()]
    .filter(({ id }) => !ids.has(id))
    .sort((a, b) => compareCodePoints(a.id, b.id));
  if (absent.length === 0) return [];
  if (list?.flow) return inFlow(list, list.flow, absent);
  const eol = eolOf(source);
  if (list) return inBlock(source, list, absent, eol);
  const quotes = nodeAtPath(tree, ['quotes']);
  const text = `entities:${eol}${records(absent, '  ', eol)}`;
  return [quotes ? insertion(quotes.start, text) : atLineEnd(source, source.length, text, eol)];
}

/** In lines of their own, each behind the last record whose id comes before it. */
function inBlock(
  source: string,
  list: YamlNode,
  entities: readonly Entity[],
  eol: string,
): SourceEdit[] {
  const { children } = list;
  const [first] = children;
  const margin = first ? ' '.repeat(columnOf(source, first.start)) : '  ';
  const { least } = recordIds(list);
  const byPlace = new Map<YamlNode | undefined, Entity[]>();
  for (const each of entities) {
    const behind = firstIndex(least.length, (i) => compareCodePoints(least[i] ?? '', each.id) >= 0);
    const after = children[behind - 1];
    const same = byPlace.get(after);
    if (same) same.push(each);
    else byPlace.set(after, [each]);
  }
  return Array.from(byPlace, ([after, some]) =>
    atLineEnd(source, (after ?? list.key ?? list).end, records(some, margin, eol), eol),
  );
}

/** The ids of records. */
interface RecordIds {
  readonly ids: ReadonlySet<string>;
  /** For each record which id comes first, of its own and of those behind it: they may stand in another order. */
  readonly least: readonly string[];
}

const idsOfLists = new WeakMap<YamlNode, RecordIds>();

/** The ids of the records of a list, read once. */
export function recordIds(list: YamlNode | undefined): RecordIds {
  const known = list && idsOfLists.get(list);
  if (known) return known;
  const least = list?.children.map(({ step }) => String(step)) ?? [];
  const ids = new Set(least);
  for (let i = least.length - 2; i >= 0; i -= 1) {
    const [own = '', behind = ''] = least.slice(i, i + 2);
    if (compareCodePoints(behind, own) < 0) least[i] = behind;
  }
  if (list) idsOfLists.set(list, { ids, least });
  return { ids, least };
}

function records(entities: readonly Entity[], margin: string, eol: string): string {
  return entities
    .flatMap(({ id, name, type }) => [
      `${margin}${renderString(id)}:`,
      `${margin}  name: ${renderString(name)}`,
      `${margin}  type: ${renderString(type)}`,
    ])
    .map((line) => line + eol)
    .join('');
}

/**
 * Takes a pair or an item of a list out of a sidecar; undefined where it cannot go without what stands around it or
 * the comments in it. The comment behind it stays.
 * @param nodes the nodes from the whole to the one that is to go
 */
export function removal(source: string, nodes: readonly YamlNode[]): SourceEdit | undefined {
  const [list, node] = nodes.slice(-2);
  if (!list || !node || list.children.length < 2) return undefined;
  const edit = removalFrom(source, list, node);
  return edit && !hasComment(source, edit, nodes[0] ?? list) ? edit : undefined;
}

function removalFrom(source: string, list: YamlNode, node: YamlNode): SourceEdit | undefined {
  const { children } = list;
  const at = firstIndex(children.length, (i) => (children[i]?.start ?? 0) >= node.start);
  const [before, behind] = [children[at - 1], children[at + 1]];
  if (list.flow && before) return { start: before.end, end: node.end, text: '' };
  const lineStart = source.lastIndexOf('\n', node.start - 1) + 1;
  const isFirstOfLine = source.slice(lineStart, node.start).trim() === '';
  if (!list.flow && isFirstOfLine) return lineRemoval(source, node, lineStart);
  return behind && { start: node.start, end: behind.start, text: '' };
}

/** Where the comments of sources begin, by their trees: in their order. */
const comments = new WeakMap<YamlNode, readonly number[]>();

/** Whether a comment is in what an edit replaces. */
function hasComment(source: string, { start, end }: SourceEdit, tree: YamlNode): boolean {
  if (!source.slice(start, end).includes('#')) return false;
  const offsets = comments.get(tree) ?? commentsOf(source).map(({ offset }) => offset);
  comments.set(tree, offsets);
  const next = offsets[firstIndex(offsets.length, (i) => (offsets[i] ?? 0) >= start)];
  return next !== undefined && next < end;
}

/** The lines of a node; of those with a comment at their end only what stands before it. */
function lineRemoval(source: string, node: YamlNode, lineStart: number): SourceEdit {
  const newline = source.indexOf('\n', node.end);
  const end = newline < 0 ? source.length : newline + 1;
  const behind = source.slice(node.end, end);
  return behind.trim() === ''
    ? { start: lineStart, end, text: '' }
    : { start: node.start, end: end - behind.trimStart().length, text: '' };
}

function inFlow({ children }: YamlNode, flow: Span, entities: readonly Entity[]): SourceEdit[] {
  const written = entities
    .map(({ id, name, type }) => [id, name, type].map(renderString))
    .map(([id = '', name = '', type = '']) => `${id}: { name: ${name}, type: ${type} }`)
    .join(', ');
  const last = children.at(-1);
  return [last ? insertion(last.end, `, ${written}`) : insertion(flow.start + 1, ` ${written} `)];
}

/** Whole lines behind the line of an offset. */
function atLineEnd(source: string, offset: number, lines: string, eol: string): SourceEdit {
  const newline = source.indexOf('\n', offset);
  if (newline >= 0) return insertion(newline + 1, lines);
  const isAtStart = source === '' || source.endsWith('\n');
  return insertion(source.length, isAtStart ? lines : eol + lines.slice(0, -eol.length));
}

function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}
