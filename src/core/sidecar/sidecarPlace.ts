import type { Selector } from '../anchor/selector';
import { equal } from '../model/equal';
import { spansOf, type EntityId, type Mention, type Quote, type Target } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { touches, type Span } from '../text/span';
import { selectorOf } from './anchors';
import type { SelectorData } from './shape';
import type { Path } from './validate';
import { dataOf, nodeAtPath, nodesAt, type YamlNode } from './yamlNode';

// Offsets are UTF-16 code units of the sidecar's source, end exclusive.

/** What stands at a place of a sidecar, which may be half written. */
export interface SidecarPlace {
  /** The keys, and the indices from 0, from the top to what stands there. */
  readonly path: Path;
  /** The key or the value that the cursor touches; else all that it is in. */
  readonly span: Span;
  readonly isKey: boolean;
  /** The entity that is described there, or that a speaker names there. */
  readonly entity?: EntityId;
  /** Where the id of that entity is written, if the cursor touches it. */
  readonly id?: Span;
  /** The words of the article that are quoted there. */
  readonly words?: WrittenWords;
}

/** A mention, or a part of a quote, as a sidecar writes it. */
export interface WrittenWords {
  readonly role: 'mention' | 'content' | 'cue' | 'speaker';
  /** Whose mention it is. */
  readonly entity?: EntityId;
  readonly selectors: readonly Omit<Selector, 'extra'>[];
  /** Which of them the cursor is at, where it is at one of several. */
  readonly piece?: number;
  readonly span: Span;
}

/** What stands at an offset of a sidecar's source, read as `tree`; undefined between all that is in it. */
export function sidecarPlaceAt(
  source: string,
  tree: YamlNode,
  offset: number,
): SidecarPlace | undefined {
  const nodes = nodesAt(tree, offset);
  const node = nodes.at(-1);
  if (!node || node === tree) return undefined;
  const path = nodes.slice(1).map(({ step }) => step);
  const { key, value } = node;
  const isKey = key !== undefined && touches(key, offset);
  const atValue = value !== undefined && touches(value, offset) ? value : undefined;
  const span = isKey ? key : (atValue ?? node);
  const named = namedAt(source, nodes);
  const words = wordsIn(source, nodes);
  const at = { path, span, isKey, ...(words && { words }) };
  if (!named) return at;
  const isAtId = touches(named.span, offset);
  return { ...at, entity: named.id, ...(isAtId && { id: named.span }) };
}

/** A place of a sidecar where the id of an entity is written. */
interface IdPlace {
  readonly id: EntityId;
  readonly span: Span;
}

/** Where a sidecar writes an entity's id: as the key of its record, if there is one, and then where quotes name it. */
export function idPlaces(source: string, tree: YamlNode, entity: EntityId): Span[] {
  const record = nodeAtPath(tree, ['entities', entity])?.key;
  const quotes = nodeAtPath(tree, ['quotes'])?.children ?? [];
  const speakers = quotes.flatMap((quote) => {
    const value = nodeAtPath(quote, ['speaker', 'entity'])?.value;
    return value && idIn(source, value) === entity ? [value] : [];
  });
  return [...(record ? [record] : []), ...speakers];
}

/** The words that a node of a quote or a mention writes; undefined where it writes none. */
export function writtenWords(
  source: string,
  node: YamlNode,
  role: WrittenWords['role'],
): Pick<WrittenWords, 'role' | 'selectors' | 'span'> | undefined {
  const data = dataOf(source, node);
  const list = Array.isArray(data)
    ? data
    : isRecord(data) && data['spans']
      ? data['spans']
      : [data];
  const selectors = (Array.isArray(list) ? list : []).flatMap((each: unknown) =>
    isRecord(each) && typeof each['exact'] === 'string'
      ? [selectorOf(each as unknown as SelectorData)]
      : [],
  );
  return selectors.length > 0 ? { role, selectors, span: node } : undefined;
}

/** The target of the set that says what is written; undefined where the set was read from another source. */
export function targetOf(
  set: AnnotationSet,
  { role, entity, selectors }: WrittenWords,
): Target | undefined {
  const says = (target: Target | undefined): target is Target =>
    target?.selectors.length === selectors.length &&
    target.selectors.every((each, i) => equal(withoutExtra(each), selectors[i]));
  if (role === 'mention') {
    const of = set.mentions.filter((mention) => mention.entity === entity);
    return placedFirst(of.map(({ target }) => target).filter(says));
  }
  return placedFirst(set.quotes.map((quote) => partOf(quote, role)).filter(says));
}

/** Where the sidecar writes a mention or a quote of a set: from its dash on. */
export function nodeOf(
  source: string,
  tree: YamlNode,
  annotation: Mention | Quote,
): YamlNode | undefined {
  const isMention = 'entity' in annotation;
  const path = isMention ? ['entities', annotation.entity, 'mentions'] : ['quotes'];
  const { selectors } = isMention ? annotation.target : annotation.content;
  const written = selectors.map(withoutExtra);
  const says = (words: Pick<WrittenWords, 'selectors'> | undefined) =>
    equal(words?.selectors, written);
  return nodeAtPath(tree, path)?.children.find((node) => {
    if (isMention) return says(writtenWords(source, node, 'mention'));
    const content = nodeAtPath(node, ['content']);
    return content && says(writtenWords(source, content, 'content'));
  });
}

/** The place is known of one of them at most, where the same is written twice. */
function placedFirst(targets: readonly Target[]): Target | undefined {
  return targets.find((target) => spansOf(target).length > 0) ?? targets[0];
}

function partOf(quote: Quote, role: 'content' | 'cue' | 'speaker'): Target | undefined {
  return role === 'content' ? quote.content : quote[role]?.target;
}

function withoutExtra({ extra, ...selector }: Selector): Selector {
  return selector;
}

function idIn(source: string, { start, end }: Span): string {
  return String(dataOf(source, { step: '', start, end, value: { start, end }, children: [] }));
}

/** The entity that a record describes or a speaker names, and where its id is. */
function namedAt(source: string, nodes: readonly YamlNode[]): IdPlace | undefined {
  const [, section, item] = nodes;
  if (section?.step === 'entities') {
    return item?.key && { id: String(item.step), span: item.key };
  }
  const path = nodes.slice(3).map(({ step }) => step);
  const value = path.join(' ') === 'speaker entity' ? nodes.at(-1)?.value : undefined;
  return section?.step === 'quotes' && value ? { id: idIn(source, value), span: value } : undefined;
}

function wordsIn(source: string, nodes: readonly YamlNode[]): WrittenWords | undefined {
  const [, section, item, part, inner] = nodes;
  if (section?.step === 'entities' && item && part?.step === 'mentions' && inner) {
    const words = wordsWithPiece(source, inner, 'mention', nodes.slice(5));
    return words && { ...words, entity: String(item.step) };
  }
  return section?.step === 'quotes' && item ? partIn(source, item, nodes.slice(3)) : undefined;
}

/** The part of a quote that the nodes below it are in; what is in no other part is in its content. */
function partIn(
  source: string,
  quote: YamlNode,
  below: readonly YamlNode[],
): WrittenWords | undefined {
  const [part, ...inner] = below;
  if (part?.step === 'cue' || part?.step === 'speaker') {
    return wordsWithPiece(source, part, part.step, inner);
  }
  const content = nodeAtPath(quote, ['content']);
  return content && wordsWithPiece(source, content, 'content', part === content ? below : []);
}

/** The words of a node, and which piece of them the list below it (its `spans`, or itself) is entered for. */
function wordsWithPiece(
  source: string,
  node: YamlNode,
  role: WrittenWords['role'],
  below: readonly YamlNode[],
): WrittenWords | undefined {
  const words = writtenWords(source, node, role);
  const [list, piece] = below;
  const isPiece = list?.step === 'spans' || list === node;
  return (
    words && { ...words, ...(isPiece && typeof piece?.step === 'number' && { piece: piece.step }) }
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
