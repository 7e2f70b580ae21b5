import {
  extentOf,
  spansOf,
  type Mention,
  type Quote,
  type QuoteKind,
  type Target,
} from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { mentionIndex, quoteIndex } from '../model/spanIndex';
import type { ArticleText } from '../text/articleText';
import { firstIndex } from '../text/bisect';
import { compareSpans, contains, type Span } from '../text/span';
import { hasFields } from './articleFilter';
import { filterValues, levelOf, textTerms, type Query } from './query';
import { SearchedText } from './textSearch';

/** An article that is searched. */
export interface SearchedArticle {
  readonly set: AnnotationSet;
  readonly text: ArticleText;
}

/** A place that a query finds, in one piece or more. */
export interface Hit {
  readonly spans: readonly Span[];
  /** The mention that it is; of words that were looked for, one of just these words. */
  readonly mention?: Mention;
  /** The quote that it is, or the shortest one that it stands in. */
  readonly quote?: Quote;
}

/** Words that hits have to stand in: the pieces of an annotation, or the whole text. */
interface Container {
  readonly spans: readonly Span[];
}

/** What the query finds in an article, in the order of the text, `most` at most. */
export function hitsIn(article: SearchedArticle, query: Query, most = Infinity): Hit[] {
  const { set } = article;
  if (!hasFields(query, set.article)) return [];
  const level = levelOf(query);
  if (level === 'quote') {
    return quotesMeant(set, query)
      .slice(0, most)
      .map((quote) => ({ spans: spansOf(quote.content), quote }));
  }
  const mentions = () => mentionsMeant(set, query);
  if (level !== 'text') {
    return mentions()
      .slice(0, most)
      .map((mention) => withQuote(set, { spans: spansOf(mention.target), mention }));
  }
  return wordsMeant(article, query, containersOf(article, query, mentions), most).map((span) => {
    const mention = mentionOf(set, span);
    return withQuote(set, { spans: [span], ...(mention && { mention }) });
  });
}

/** What words have to stand in: mentions where the query asks for some, else quotes, else the text. */
function containersOf(
  { set, text }: SearchedArticle,
  query: Query,
  mentions: () => readonly Mention[],
): Container[] {
  if (asks(query, 'entity', 'type')) return mentions().map(({ target }) => containerOf(target));
  if (asks(query, 'speaker', 'kind')) {
    return quotesMeant(set, query).map(({ content }) => containerOf(content));
  }
  return [{ spans: [{ start: 0, end: text.text.length }] }];
}

function containerOf(target: Target): Container {
  return { spans: spansOf(target) };
}

/** The hits of all terms in those containers that have one of each, in the order of the text, each once. */
function wordsMeant(
  { text }: SearchedArticle,
  query: Query,
  containers: readonly Container[],
  most: number,
): Span[] {
  if (containers.length === 0) return [];
  const searched = new SearchedText(text);
  // The first of the text need not stand in an annotation.
  const enough = asks(query, 'entity', 'type', 'speaker', 'kind') ? Infinity : most;
  const terms = textTerms(query).map((term) => firstOf(searched.hitsOf(term), enough));
  const found = new Map<string, Span>();
  for (const { spans } of containers) {
    const inside = terms.map((hits) => spans.flatMap((span) => within(hits, span)));
    if (inside.some((hits) => hits.length === 0)) continue;
    for (const span of inside.flat()) found.set(`${span.start}-${span.end}`, span);
  }
  return [...found.values()].sort(compareSpans).slice(0, most);
}

function firstOf<T>(items: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.length >= most) break;
    first.push(item);
  }
  return first;
}

/** Those of the hits, which stand in the order of the text, that lie within a span. */
function within(hits: readonly Span[], span: Span): Span[] {
  const from = firstIndex(hits.length, (i) => (hits[i]?.start ?? 0) >= span.start);
  const to = firstIndex(hits.length, (i) => (hits[i]?.start ?? 0) >= span.end);
  return hits.slice(from, to).filter((hit) => contains(span, hit));
}

/** The mentions with a certain place that the query asks for, in the quotes that it asks for. */
function mentionsMeant(set: AnnotationSet, query: Query): Mention[] {
  const ids = filterValues(query, 'entity');
  const types = filterValues(query, 'type');
  const quotes = asks(query, 'speaker', 'kind') ? new Set(quotesMeant(set, query)) : undefined;
  return set.mentions.filter(({ entity, target }) => {
    const extent = extentOf(target);
    if (!extent || (ids.length > 0 && !ids.includes(entity))) return false;
    const type = set.entities.get(entity)?.type;
    if (types.length > 0 && (type === undefined || !types.includes(type))) return false;
    return !quotes || quotesAround(set, spansOf(target)).some((quote) => quotes.has(quote));
  });
}

function quotesMeant({ quotes }: AnnotationSet, query: Query): Quote[] {
  const speakers = filterValues(query, 'speaker');
  const kinds = filterValues(query, 'kind') as readonly QuoteKind[];
  return quotes.filter(
    ({ content, kind, speaker }) =>
      spansOf(content).length > 0 &&
      (kinds.length === 0 || kinds.includes(kind)) &&
      (speakers.length === 0 ||
        (speaker?.entity !== undefined && speakers.includes(speaker.entity))),
  );
}

function asks(query: Query, ...keys: readonly string[]): boolean {
  return keys.some((key) => filterValues(query, key).length > 0);
}

/** The mention whose place is just this span. */
function mentionOf(set: AnnotationSet, span: Span): Mention | undefined {
  return mentionIndex(set)
    .overlapping(span)
    .find(
      ({ item, span: own }) => compareSpans(own, span) === 0 && spansOf(item.target).length === 1,
    )?.item;
}

function withQuote(set: AnnotationSet, hit: Hit): Hit {
  const [quote] = quotesAround(set, hit.spans);
  return quote ? { ...hit, quote } : hit;
}

/** The quotes in whose content some words stand with all their pieces, the shortest first. */
function quotesAround(set: AnnotationSet, spans: readonly Span[]): Quote[] {
  const [first] = spans;
  if (!first) return [];
  const quotes = quoteIndex(set)
    .overlapping(first)
    .flatMap(({ item: { quote, role } }) => (role === 'content' ? [quote] : []));
  return [...new Set(quotes)]
    .filter(({ content }) =>
      spans.every((span) => spansOf(content).some((piece) => contains(piece, span))),
    )
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

function lengthOf({ content }: Quote): number {
  const extent = extentOf(content);
  return extent ? extent.end - extent.start : 0;
}
