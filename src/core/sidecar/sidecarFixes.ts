import { likeness } from '../anchor/likeness';
import type { ProblemCode } from '../check/problem';
import type { Entity, EntityId } from '../model/annotation';
import { equal, keySorted } from '../model/equal';
import { attributesOf, type AttributeOwner, type Schema } from '../model/schema';
import { renderString } from './render';
import { knownKeys } from './shape';
import { recordIds, recordInsertion, recordInsertions, removal } from './sidecarEdits';
import { eolOf, type SourceEdit } from './sourceEdit';
import { dataOf, nodeAtPath, nodesAt, type YamlNode } from './yamlNode';

/** What a quick fix does: other words in the place of some, describing an entity, removing, or writing the version. */
export interface SidecarFix {
  readonly kind: 'replace' | 'describe' | 'describeNew' | 'remove' | 'version';
  /** What is written, or which entity is described. */
  readonly words: string;
  /** The entity that is described. */
  readonly entity?: Entity;
  readonly edits: readonly SourceEdit[];
  /** Whether it is most likely what was meant. */
  readonly isLikely: boolean;
}

/** What fixes are found with. */
export interface FixContext {
  readonly source: string;
  /** The source, read. */
  readonly tree: YamlNode;
  readonly schema: Schema;
  /** What other articles say that an entity is. */
  readonly known: (id: EntityId) => Entity | undefined;
}

/** So much of two words is the same, from 0 to 1, where one may be a slip of the pen for the other. */
const likelySlip = 0.6;

/** Where a problem is, and what can be done about it. */
interface Place extends FixContext {
  readonly nodes: readonly YamlNode[];
  readonly node: YamlNode;
  readonly path: readonly (string | number)[];
}

type Finder = (place: Place) => readonly (SidecarFix | undefined)[];

const finders: Partial<Record<ProblemCode, Finder>> = {
  'version-missing': versionFixes,
  'unknown-key': keyFixes,
  'unknown-type': (place) =>
    nearestFixes(
      place,
      place.schema.types.map(({ id }) => id),
    ),
  'unknown-quote-kind': (place) =>
    eachFixes(
      place,
      place.schema.quoteKinds.map(({ id }) => id),
    ),
  'unknown-attribute-value': (place) => eachFixes(place, valuesAllowed(place)),
  'misplaced-attribute': misplacedFixes,
  'unknown-entity': speakerFixes,
  'entity-elsewhere': speakerFixes,
  'duplicate-annotation': repeatedFixes,
};

/**
 * What can be done about a problem at an offset of a sidecar, which may have been edited since it was found: then there is
 * nothing. Each fix leaves all else as it is.
 */
export function fixesAt(code: string, offset: number, context: FixContext): SidecarFix[] {
  const nodes = nodesAt(context.tree, offset);
  const node = nodes.at(-1);
  const finder = Object.entries(finders).find(([key]) => key === code)?.[1];
  if (!node || !finder) return [];
  const path = nodes.slice(1).map(({ step }) => step);
  return finder({ ...context, nodes, node, path }).flatMap((fix) => fix ?? []);
}

/**
 * The edits that make the likeliest fixes of several problems of one sort, at offsets of a sidecar, each once; none where
 * fewer than two of them can be made.
 */
export function editsAtOnce(
  code: string,
  offsets: readonly number[],
  context: FixContext,
): readonly SourceEdit[] {
  const fixes = new Map<string, SidecarFix>();
  for (const offset of offsets) {
    const likely = fixesAt(code, offset, context).find(({ isLikely }) => isLikely);
    if (likely) fixes.set(likely.entity?.id ?? JSON.stringify(likely.edits), likely);
  }
  if (fixes.size < 2) return [];
  const all = [...fixes.values()];
  const entities = all.flatMap(({ entity }) => entity ?? []);
  const others = all.filter(({ entity }) => !entity);
  return [
    ...others.flatMap(({ edits }) => edits),
    ...recordInsertions(context.source, context.tree, entities),
  ];
}

function versionFixes({ source, tree }: Place): SidecarFix[] {
  if (nodeAtPath(tree, ['chiosa']) || tree.flow) return [];
  const [first] = tree.children;
  const start = first?.start ?? source.length;
  const eol = eolOf(source);
  const edits = [{ start, end: start, text: `chiosa: 1${eol}` }];
  return [{ kind: 'version', words: 'chiosa: 1', edits, isLikely: true }];
}

/** A key that may be meant, of those that the format and the project have there and that are not there yet. */
function keyFixes(place: Place): (SidecarFix | undefined)[] {
  const { node, nodes, path, schema, source } = place;
  const { key, step } = node;
  const present = nodes.at(-2)?.children.map((each) => each.step) ?? [];
  const { known, owner } = keysAt(path.slice(0, -1));
  const type = owner === 'mention' || owner === 'entity' ? typeAt(source, nodes) : undefined;
  const attributes = owner ? attributesOf(schema, owner, type).map(({ name }) => name) : [];
  const absent = [...known, ...attributes].filter((each) => !present.includes(each));
  const nearest = nearestOf(String(step), absent);
  return key && nearest !== undefined ? [replacement(key, nearest, true)] : [];
}

/** Which keys there are at a path of a sidecar, and whose attributes. */
function keysAt(path: readonly (string | number)[]): {
  readonly known: readonly string[];
  readonly owner?: AttributeOwner;
} {
  const [section] = path;
  const last = path.at(-1);
  if (path.length === 0) return { known: knownKeys.sidecar };
  if (section === 'article') return { known: knownKeys.article, owner: 'article' };
  if (path.length === 2) {
    return section === 'entities'
      ? { known: knownKeys.entity, owner: 'entity' }
      : { known: knownKeys.quote, owner: 'quote' };
  }
  if (last === 'cue') return { known: knownKeys.target };
  if (last === 'speaker') return { known: knownKeys.speaker };
  if (path.at(-2) === 'mentions') return { known: knownKeys.target, owner: 'mention' };
  return { known: knownKeys.selector };
}

function typeAt(source: string, nodes: readonly YamlNode[]): string | undefined {
  const record = nodes[2];
  const type = record && nodeAtPath(record, ['type']);
  return type && String(dataOf(source, type));
}

function nearestFixes(
  { source, node }: Place,
  words: readonly string[],
): (SidecarFix | undefined)[] {
  const { value } = node;
  if (!value) return [];
  const written = String(dataOf(source, node));
  const nearest = words.includes(written) ? undefined : nearestOf(written, words);
  return nearest === undefined ? [] : [replacement(value, renderString(nearest), true)];
}

/** Each of the words that there may be, where another one stands. */
function eachFixes({ source, node }: Place, words: readonly string[]): SidecarFix[] {
  const { value } = node;
  const written = dataOf(source, node);
  if (!value || words.includes(String(written))) return [];
  const nearest = nearestOf(String(written), words);
  return words.map((each) => replacement(value, asYaml(each), each === nearest));
}

function asYaml(word: string): string {
  return word === 'true' || word === 'false' ? word : renderString(word);
}

function valuesAllowed({ path, schema }: Place): readonly string[] {
  const { owner } = keysAt(path.slice(0, -1));
  const name = path.at(-1);
  const values = owner && schema.attributes[owner].find((each) => each.name === name)?.values;
  if (values === 'boolean') return ['true', 'false'];
  return values === undefined || values === 'text' ? [] : values;
}

function misplacedFixes({ source, nodes, path, schema }: Place): SidecarFix[] {
  const { owner } = keysAt(path.slice(0, -1));
  const isOfOwner = (all: readonly { readonly name: string }[]) =>
    all.some(({ name }) => name === path.at(-1));
  if (!owner || !isOfOwner(schema.attributes[owner])) return [];
  const isAllowed = isOfOwner(attributesOf(schema, owner, typeAt(source, nodes)));
  return isAllowed ? [] : removalFix(source, nodes);
}

function repeatedFixes({ source, nodes, path }: Place): SidecarFix[] {
  const toItem = nodes.slice(0, path[0] === 'quotes' ? 3 : 5);
  const [list, item] = toItem.slice(-2);
  if (!list || !item) return [];
  return repeatedIn(source, list).has(item) ? removalFix(source, toItem) : [];
}

/** The items of lists that say what one before them says. */
const repeated = new WeakMap<YamlNode, ReadonlySet<YamlNode>>();

function repeatedIn(source: string, list: YamlNode): ReadonlySet<YamlNode> {
  const known = repeated.get(list);
  if (known) return known;
  const found = new Set<YamlNode>();
  const said = new Map<string, unknown[]>();
  for (const item of list.children) {
    const says = dataOf(source, item);
    const key = keySorted(says);
    const alike = said.get(key);
    if (!alike) said.set(key, [says]);
    else if (alike.some((each) => equal(each, says))) found.add(item);
    else alike.push(says);
  }
  repeated.set(list, found);
  return found;
}

function removalFix(source: string, nodes: readonly YamlNode[]): SidecarFix[] {
  const edit = removal(source, nodes);
  return edit ? [{ kind: 'remove', words: '', edits: [edit], isLikely: true }] : [];
}

/** The entity whose id may be meant, or a record of the one that it is. */
function speakerFixes(place: Place): (SidecarFix | undefined)[] {
  const { source, tree, node, schema, known } = place;
  const { value, step } = node;
  if (!value || step !== 'entity') return [];
  const id = String(dataOf(source, node));
  const { ids } = recordIds(nodeAtPath(tree, ['entities']));
  if (ids.has(id)) return [];
  const there = known(id);
  if (there) return [describing(place, there, 'describe')];
  const nearest = nearestOf(id, [...ids]);
  const [type] = schema.types;
  return [
    nearest === undefined ? undefined : replacement(value, renderString(nearest), true),
    type && describing(place, { id, name: nameOf(id), type: type.id }, 'describeNew'),
  ];
}

function describing(
  { source, tree }: Place,
  entity: Entity,
  kind: 'describe' | 'describeNew',
): SidecarFix | undefined {
  const edit = recordInsertion(source, tree, entity);
  const isLikely = kind === 'describe';
  return edit && { kind, words: entity.name, entity, edits: [edit], isLikely };
}

/** A name that an id may come from: its words with capitals. */
function nameOf(id: EntityId): string {
  return id.replaceAll('-', ' ').replace(/(^|\s)(\p{Ll})/gu, (letter) => letter.toUpperCase());
}

function replacement(
  { start, end }: { start: number; end: number },
  text: string,
  isLikely: boolean,
): SidecarFix {
  return { kind: 'replace', words: text, edits: [{ start, end, text }], isLikely };
}

function nearestOf(word: string, words: readonly string[]): string | undefined {
  const scored = words
    .map((each) => ({ each, score: likeness(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ score }) => score >= likelySlip)
    .sort((a, b) => b.score - a.score);
  return scored[0]?.each;
}
