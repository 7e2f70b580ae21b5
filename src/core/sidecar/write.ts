import type { Cue, Entity, Mention, Quote, Speaker, Target } from '../model/annotation';
import {
  knownFields,
  mentionsOf,
  type AnnotationSet,
  type ArticleFields,
} from '../model/annotationSet';
import type { FurtherKeys } from '../model/change';
import { versionIn, type Conflict } from '../model/conflict';
import { patchYaml } from './patch';
import type { ArticleFile } from './articleFile';
import { renderBlock, type YamlValue } from './render';
import { formatVersion, knownKeys } from './shape';
import { SelectorsFor, selectorsData, targetData } from './targetData';

type Mapping = Record<string, YamlValue>;

/**
 * The sidecar that says `set`, for the article's present text. `previous` is the source that the set was
 * read from: whatever still says the right thing stays in it byte for byte. Without it the sidecar is
 * written in the canonical form. The same set and the same `previous` always give the same bytes.
 */
export function writeSidecar(
  set: AnnotationSet,
  article: ArticleFile,
  previous?: { readonly source: string; readonly textId?: string },
): string {
  const textId = article.identity.id(previous?.textId);
  const writer = new Writer(article, textId, previous?.textId ?? textId);
  const data = writer.sidecar(set);
  return previous === undefined ? renderBlock(data, [], 0) : patchYaml(previous.source, data);
}

/** Whether nothing would be lost if there were no sidecar at all. */
export function saysNothing(set: AnnotationSet, source: string): boolean {
  const { article, entities, quotes, mentions, extra } = set;
  const parts = [article, extra, quotes, mentions, set.conflict ?? {}].map(
    (part) => Object.keys(part).length,
  );
  return entities.size === 0 && parts.every((count) => count === 0) && !source.includes('#');
}

/** Turns annotations into the plain values of a sidecar. */
export class Writer {
  readonly #selectors: SelectorsFor;
  readonly #textId: string;

  constructor(article: ArticleFile, textId: string, previousTextId: string) {
    this.#selectors = new SelectorsFor(article.text.text, textId, previousTextId);
    this.#textId = textId;
  }

  sidecar(set: AnnotationSet): Mapping {
    const article = { ...inKnownOrder(set.article), ...this.#further(set.article) };
    const entities = [...set.entities.values()].sort((a, b) => compareCodePoints(a.id, b.id));
    return {
      chiosa: formatVersion,
      text: this.#textId,
      ...(Object.keys(article).length > 0 && { article }),
      ...(entities.length > 0 && {
        entities: Object.fromEntries(
          entities.map((entity) => [entity.id, this.entity(entity, mentionsOf(set, entity.id))]),
        ),
      }),
      ...(set.quotes.length > 0 && { quotes: set.quotes.map((quote) => this.quote(quote)) }),
      ...this.#further(set),
    };
  }

  entity(entity: Entity, mentions: readonly Mention[]): Mapping {
    const { name, type } = entity;
    const list = mentions.map((mention) => this.#anchored(mention));
    return { name, type, ...(list.length > 0 && { mentions: list }), ...this.#further(entity) };
  }

  quote(quote: Quote): Mapping {
    const { kind, content, cue, speaker } = quote;
    return {
      kind,
      content: selectorsData(this.#selectors.target(content)),
      ...(cue && { cue: this.#anchored(cue) }),
      ...(speaker && { speaker: this.#speaker(speaker) }),
      ...this.#further(quote),
    };
  }

  #speaker(speaker: Speaker): Mapping {
    const { entity, target } = speaker;
    return {
      ...(entity !== undefined && { entity }),
      ...(target && this.#target(target)),
      ...this.#further(speaker),
    };
  }

  /** A mention or a cue. */
  #anchored(annotation: Cue): Mapping {
    return { ...this.#target(annotation.target), ...this.#further(annotation) };
  }

  /** What stands behind the keys that the format knows: unknown ones, and what a merge has left to decide. */
  #further({ extra, conflict }: Partial<FurtherKeys>): Mapping {
    return {
      ...asYaml(extra),
      ...(conflict && { conflict: conflictData(this.#selectors.conflict(conflict)) }),
    };
  }

  #target(target: Target): Mapping {
    return targetData(this.#selectors.target(target));
  }
}

/** A conflict, with what its version leaves undecided behind the keys of that. */
function conflictData(conflict: Conflict): Mapping {
  const { conflict: inner, ...keys } = versionIn(conflict) ?? {};
  const theirs = { ...asYaml(keys), ...(inner && { conflict: conflictData(inner) }) };
  return asYaml(versionIn(conflict) ? { ...conflict, theirs } : conflict);
}

/** The fields in the order of the format. */
function inKnownOrder(article: ArticleFields): Mapping {
  const { article: order } = knownKeys;
  return Object.fromEntries(
    Object.entries(knownFields(article)).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
  );
}

/** Unknown keys came from YAML, so they can go back. */
function asYaml(extra: object | undefined): Mapping {
  return (extra ?? {}) as Mapping;
}

/** Orders by Unicode code points, as sorting does in most languages. */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
