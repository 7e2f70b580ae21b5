import type { Cue, Entity, Mention, Quote, Speaker } from '../model/annotation';
import { knownFields, type ArticleFields } from '../model/annotationSet';
import type { FurtherKeys } from '../model/change';
import type { Version } from '../model/conflict';
import { knownKeys, type SelectorData } from '../sidecar/shape';
import { targetIn, targetInList } from '../sidecar/targetData';
import type { Further } from './keyMerge';

// Things as the other version that a conflict holds has them. `text` is that of the article, with LF as ends of line.

export function mentionAs(mention: Mention, version: Version, text: string): Mention {
  const { entity } = version;
  return {
    ...plain(mention),
    ...(typeof entity === 'string' && { entity }),
    target: targetIn(version, text) ?? mention.target,
    ...furtherAs(mention, version, [...knownKeys.target, 'entity']),
  };
}

export function cueAs(cue: Cue, version: Version, text: string): Cue {
  const target = targetIn(version, text) ?? cue.target;
  return { target, ...furtherAs(cue, version, knownKeys.target) };
}

/** Undefined where neither words nor an entity are left to say who speaks. */
export function speakerAs(speaker: Speaker, version: Version, text: string): Speaker | undefined {
  const id = version['entity'] === undefined ? speaker.entity : version['entity'];
  const target =
    version['exact'] === null ? undefined : (targetIn(version, text) ?? speaker.target);
  if (typeof id !== 'string' && !target) return undefined;
  return {
    ...(typeof id === 'string' && { entity: id }),
    ...(target && { target }),
    ...furtherAs(speaker, version, knownKeys.speaker),
  };
}

export function quoteAs(quote: Quote, version: Version, text: string): Quote {
  const { kind, content } = version as Partial<{ kind: Quote['kind']; content: SelectorData[] }>;
  return {
    ...plain(quote),
    kind: kind ?? quote.kind,
    content: content ? targetInList(content, text) : quote.content,
    ...furtherAs(quote, version, knownKeys.quote),
  };
}

export function entityAs(entity: Entity, version: Version): Entity {
  const { name, type } = version as Partial<Entity>;
  return {
    id: entity.id,
    name: name ?? entity.name,
    type: type ?? entity.type,
    ...furtherAs(entity, version, knownKeys.entity),
  };
}

export function fieldsAs(fields: ArticleFields, version: Version): ArticleFields {
  const all: Readonly<Record<string, unknown>> = { ...knownFields(fields), ...version };
  const known = Object.entries(all).filter(([, value]) => value !== null);
  return {
    ...knownFields(Object.fromEntries(known)),
    ...furtherAs(fields, version, knownKeys.article),
  };
}

export function furtherKeysAs(keys: FurtherKeys, version: Version): FurtherKeys {
  return { extra: {}, ...furtherAs(keys, version, knownKeys.sidecar) };
}

/** What a thing has beside what the format knows, with the keys of a version, and what that leaves undecided itself. */
function furtherAs({ extra }: Further, version: Version, known: readonly string[]): Further {
  const own = Object.entries(version).filter(([key]) => !known.includes(key));
  const keys = Object.entries({ ...extra, ...Object.fromEntries(own) }).filter(
    ([, value]) => value !== null,
  );
  const { conflict } = version;
  return {
    ...(keys.length > 0 && { extra: Object.fromEntries(keys) }),
    ...(conflict && { conflict }),
  };
}

/** A thing without its further keys and its conflict. */
function plain<T extends Further>({ extra: _, conflict: __, ...rest }: T): Omit<T, keyof Further> {
  return rest;
}
