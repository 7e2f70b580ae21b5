import type { Corpus } from '../../core/corpus/corpus';
import { extentOf, spansOf } from '../../core/model/annotation';
import type {
  Entity,
  Mention,
  Quote,
  QuoteKind,
  Speaker,
  Target,
} from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { unplacedParts, type AnnotationPart } from '../../core/model/parts';
import type { Schema } from '../../core/model/schema';
import type { ArticleText } from '../../core/text/articleText';
import { listing, type Listing } from '../../host/listing';

/** What all rows have. */
interface Common {
  readonly id: string;
  readonly parent?: Row | undefined;
}

/** Entities of one type. */
export interface TypeRow extends Common {
  readonly kind: 'type';
  readonly type: string;
  readonly entities: number;
}

export interface EntityRow extends Common {
  readonly kind: 'entity';
  readonly entity: Entity;
  readonly mentions: number;
  /** In how many articles it is described; undefined where the row is of one article. */
  readonly articles?: number;
  /** The article that it is of; undefined where it is of all. */
  readonly uri?: string;
}

/** Quotes that are said by an entity, by words, or by nobody known. */
export interface SpeakerRow extends Common {
  readonly kind: 'speaker';
  readonly name: string | undefined;
  readonly speaker: Speaker | undefined;
  readonly quotes: number;
  /** The article that it is of; undefined where it is of all. */
  readonly uri?: string;
  /** In how many articles; undefined where the row is of one article. */
  readonly articles?: number;
}

/** Quotes of one kind. */
export interface KindRow extends Common {
  readonly kind: 'quoteKind';
  readonly quoteKind: QuoteKind;
  readonly quotes: number;
}

/** An article, with the mentions or the quotes of it that belong to the row above. */
export interface ArticleRow extends Common {
  readonly kind: 'article';
  readonly article: PlacedArticle;
  readonly of: 'mentions' | 'quotes';
  readonly count: number;
}

export interface MentionRow extends Common {
  readonly kind: 'mention';
  readonly uri: string;
  readonly mention: Mention;
  /** In which the words begin, from 1; undefined where their place is not certain. */
  readonly line: number | undefined;
}

export interface QuoteRow extends Common {
  readonly kind: 'quote';
  readonly uri: string;
  readonly quote: Quote;
  readonly line: number | undefined;
}

/** What has no certain place in the article. */
export interface LostRow extends Common {
  readonly kind: 'lost';
  readonly parts: readonly AnnotationPart[];
}

export interface PartRow extends Common {
  readonly kind: 'part';
  readonly uri: string;
  readonly part: AnnotationPart;
  readonly set: AnnotationSet;
}

/** A row of the views “Entities” and “Quotes”. */
export type Row =
  | TypeRow
  | EntityRow
  | SpeakerRow
  | KindRow
  | ArticleRow
  | MentionRow
  | QuoteRow
  | LostRow
  | PartRow;

/** An article whose annotations are at hand. */
export interface ReadArticle {
  /** Of the article. */
  readonly uri: string;
  readonly set: AnnotationSet;
  readonly text: ArticleText | undefined;
}

/** An article of the corpus, and how people know it. */
export interface PlacedArticle {
  readonly uri: string;
  readonly path: string;
  readonly title?: string;
}

/** By path; in folders of the same name two articles may have the same. */
export function byPath(a: PlacedArticle, b: PlacedArticle): number {
  const [one, other] = a.path === b.path ? [a.uri, b.uri] : [a.path, b.path];
  return one < other ? -1 : 1;
}

/** The articles of the workspace: what is known of all, and the way to each. */
export interface CorpusArticles {
  readonly corpus: Corpus;
  /** The article that the corpus has under a key; undefined where that is none. */
  article(key: string): PlacedArticle | undefined;
  /** Reads an article; undefined where it cannot be read. */
  read(uri: string): Promise<ReadArticle | undefined>;
}

/** What a view shows: one article, or all. */
export type Source =
  | { readonly scope: 'article'; readonly article: ReadArticle; readonly schema: Schema }
  | { readonly scope: 'corpus'; readonly articles: CorpusArticles; readonly schema: Schema };

/** What a view computes its rows with, until something has changed. */
export interface Rows {
  /** The rows below a row, or the first ones. */
  below(row: Row | undefined): Listing<Row> | Promise<Listing<Row>>;
  /** The ids of the rows on the way to the row for a place of an article; undefined where there is none. */
  wayTo(article: ReadArticle, offset: number): readonly string[] | undefined;
  /** Makes the words that a filter looks in, a few at each step: of very many that takes as long as a key may not wait. */
  makeWords(): Iterable<unknown>;
}

/** The id of a row below another one: an id of an entity may have any characters but an end of line. */
export function idBelow(parent: string, part: string | number): string {
  return `${parent}\n${part}`;
}

/** The id of the row of an article, below another row or at the root. */
export function idOfArticle(uri: string, parent?: string): string {
  return parent === undefined ? `a:${uri}` : idBelow(parent, `a:${uri}`);
}

/** The line of a target, from 1. */
export function lineOf(target: Target, text: ArticleText | undefined): number | undefined {
  const [first] = spansOf(target);
  return first && text && text.positionAt(first.start).line + 1;
}

/** Where a target begins; behind all others where that is not certain. */
export function startOf(target: Target): number {
  return extentOf(target)?.start ?? Infinity;
}

/** The row of what is lost, where something is. */
export function lostRows(parts: readonly AnnotationPart[]): LostRow[] {
  return parts.length > 0 ? [{ kind: 'lost', id: 'lost', parts }] : [];
}

/** The rows of what is lost of an article. */
export function partRows(parent: LostRow, { uri, set }: ReadArticle): Listing<Row> {
  return listing(parent.parts, (part, index) => ({
    kind: 'part' as const,
    id: idBelow(parent.id, index),
    parent,
    uri,
    part,
    set,
  }));
}

/** The mentions that have no certain place. */
export function lostMentions({ mentions }: AnnotationSet): AnnotationPart[] {
  return unplacedParts({ mentions, quotes: [] });
}

/** What of the quotes has no certain place: contents, cues, speakers. */
export function lostInQuotes({ quotes }: AnnotationSet): AnnotationPart[] {
  return unplacedParts({ mentions: [], quotes });
}

/** Names in the order of the alphabet of the user's language. */
export const compareNames = new Intl.Collator(undefined, { numeric: true }).compare;
