import { wordsOf, type QuoteKind, type Speaker } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { Span } from '../text/span';
import type { Hit, SearchedArticle } from './hits';

/** How much of the text around a hit a row knows, in UTF-16 code units at most. */
export const contextLength = 160;

/** A hit with the words around it, each on one line. */
export interface Row {
  /** The place of its article among those that were searched, from 0. */
  readonly article: number;
  readonly hit: Hit;
  /** From the first to the last code unit of its pieces. */
  readonly extent: Span;
  /** The line of the article in which it begins, from 0. */
  readonly line: number;
  /** What stands before it, as far as it is shown. */
  readonly left: string;
  /** Its pieces, joined by an ellipsis. */
  readonly keyword: string;
  /** What stands behind it. */
  readonly right: string;
  readonly names: RowNames;
}

/** What the annotation of a row says, by the entities of its article. */
export interface RowNames {
  /** That of its mention. */
  readonly entity?: { readonly id: string; readonly name: string; readonly type: string };
  /** That of its quote; without an id where only words say who speaks. */
  readonly speaker?: { readonly id?: string; readonly name: string };
  /** That of its quote. */
  readonly kind?: QuoteKind;
}

/** The row of a hit; undefined where it has no place. @param article see `Row.article` */
export function rowOf(hit: Hit, { text, set }: SearchedArticle, article: number): Row | undefined {
  const [first] = hit.spans;
  const last = hit.spans.at(-1);
  if (!first || !last) return undefined;
  const extent = { start: first.start, end: last.end };
  const words = text.text;
  const before = words.slice(Math.max(0, extent.start - contextLength), extent.start);
  const behind = words.slice(extent.end, extent.end + contextLength);
  const pieces = hit.spans.map(({ start, end }) => words.slice(start, end));
  return {
    article,
    hit,
    extent,
    line: text.positionAt(extent.start).line,
    // A character that is cut in two is no character.
    left: onOneLine(before.replace(/^[\udc00-\udfff]/, '')).trim(),
    keyword: onOneLine(pieces.join(' … ')).trim(),
    right: onOneLine(behind.replace(/[\ud800-\udbff]$/, '')).trim(),
    names: namesOf(hit, set),
  };
}

/** All white space as single spaces, and without what would turn or hide the words around it. */
export function onOneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '');
}

function namesOf({ mention, quote }: Hit, { entities }: AnnotationSet): RowNames {
  const { speaker } = quote ?? {};
  const entity = mention && entities.get(mention.entity);
  return {
    ...(mention && { entity: entity ?? { id: mention.entity, name: mention.entity, type: '' } }),
    ...(speaker && { speaker: speakerIn(speaker, entities) }),
    ...(quote && { kind: quote.kind }),
  };
}

function speakerIn(
  { entity: id, target }: Speaker,
  entities: AnnotationSet['entities'],
): NonNullable<RowNames['speaker']> {
  if (id === undefined) return { name: target ? wordsOf(target) : '' };
  return { id, name: entities.get(id)?.name ?? id };
}
