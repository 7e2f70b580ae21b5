import { knownEntities, type KnownEntity } from '../../core/entities/knownEntities';
import { folded } from '../../core/entities/spelling';
import {
  quoteKinds,
  wordsOf,
  type EntityId,
  type Quote,
  type QuoteKind,
  type Speaker,
} from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { speakerName } from '../../core/model/speakerName';
import { quotesAt } from '../../core/model/spanIndex';
import {
  listing,
  nothingListed,
  precededBy,
  sortedListing,
  type Listing,
} from '../../host/listing';
import { testOf, wordsOfEntity, wordsOfQuote, type Test } from './filter';
import {
  compareNames,
  idBelow,
  lineOf,
  lostInQuotes,
  lostRows,
  partRows,
  type ReadArticle,
  type Row,
  type Rows,
} from './rows';

/** How the view “Quotes” shows quotes. */
export interface QuoteOptions {
  /** By speaker, by kind, or as they stand in the text: of all articles, article by article. */
  readonly grouping: 'speaker' | 'kind' | 'text';
  /** What is looked for; empty for nothing. */
  readonly filter: string;
}

/** Quotes that one speaker says, by their places among those of the article. */
interface Said {
  readonly id: string;
  readonly name: string | undefined;
  readonly speaker: Speaker | undefined;
  readonly quotes: number[];
}

/** The rows of the view “Quotes” for one article: speaker or kind → quote, or only quotes. */
export class ArticleQuoteRows implements Rows {
  readonly #article: ReadArticle;
  readonly #options: QuoteOptions;
  readonly #test: Test | undefined;
  #shown: readonly number[] | undefined;
  #said: ReadonlyMap<string, Said> | undefined;

  constructor(article: ReadArticle, options: QuoteOptions) {
    this.#article = article;
    this.#options = options;
    this.#test = testOf(options.filter);
  }

  below(row: Row | undefined): Listing<Row> {
    if (!row) return precededBy<Row>(this.#lost(), this.#groups());
    if (row.kind === 'speaker') {
      return this.#rowsOf(this.#bySpeaker().get(keyOf(row.speaker))?.quotes ?? [], row);
    }
    if (row.kind === 'quoteKind') return this.#rowsOf(this.#ofKind(row.quoteKind), row);
    return row.kind === 'lost' ? partRows(row, this.#article) : nothingListed;
  }

  wayTo({ set }: ReadArticle, offset: number): readonly string[] | undefined {
    const [quote] = quotesAt(set, offset);
    const index = quote ? set.quotes.indexOf(quote) : -1;
    if (!quote || !this.#quotes().includes(index)) return undefined;
    const group = {
      speaker: [idOfSpeaker(quote.speaker)],
      kind: [idOfKind(quote.kind)],
      text: [],
    }[this.#options.grouping];
    return [...group, idOfQuote(index, group[0])];
  }

  *makeWords(): Generator<string, void, undefined> {
    const { set } = this.#article;
    for (const known of knownEntities(set)) yield wordsOfEntity(known);
    for (const quote of set.quotes) yield wordsOfQuote(quote);
  }

  #lost(): Row[] {
    return this.#test ? [] : lostRows(lostInQuotes(this.#article.set));
  }

  #groups(): Listing<Row> {
    switch (this.#options.grouping) {
      case 'speaker':
        return sortedListing(
          [...this.#bySpeaker().values()],
          bySpeaker,
          (said) => ({
            kind: 'speaker' as const,
            ...said,
            quotes: said.quotes.length,
            uri: this.#article.uri,
          }),
          ({ id }) => id,
        );
      case 'kind': {
        const there = quoteKinds.filter((kind) => this.#ofKind(kind).length > 0);
        return listing(there, (kind) => kindRow(kind, this.#ofKind(kind).length));
      }
      case 'text':
        return this.#rowsOf(this.#quotes());
    }
  }

  #rowsOf(quotes: readonly number[], parent?: Row): Listing<Row> {
    const { uri, text, set } = this.#article;
    return listing(quotes, (index) => {
      const quote = quoteAt(set, index);
      const line = lineOf(quote.content, text);
      return { kind: 'quote' as const, id: idOfQuote(index, parent?.id), parent, uri, quote, line };
    });
  }

  /** The quotes that pass the filter: by what was said, or by who said it. */
  #quotes(): readonly number[] {
    if (this.#shown) return this.#shown;
    const { set } = this.#article;
    const test = this.#test;
    const entities = new Map(
      (test ? knownEntities(set) : []).map((each) => [each.entity.id, each]),
    );
    const shown: number[] = [];
    for (const [index, quote] of set.quotes.entries()) {
      if (!test || test(wordsFor(quote, entities))) shown.push(index);
    }
    this.#shown = shown;
    return shown;
  }

  #ofKind(kind: QuoteKind): readonly number[] {
    const { quotes } = this.#article.set;
    return this.#quotes().filter((index) => quotes[index]?.kind === kind);
  }

  #bySpeaker(): ReadonlyMap<string, Said> {
    if (this.#said) return this.#said;
    const { set } = this.#article;
    const groups = new Map<string, Said>();
    for (const index of this.#quotes()) {
      const quote = quoteAt(set, index);
      const { speaker } = quote;
      const key = keyOf(speaker);
      const same = groups.get(key);
      if (same) same.quotes.push(index);
      else {
        const [id, name] = [idOfSpeaker(speaker), speakerName(set, quote)];
        groups.set(key, { id, name, speaker, quotes: [index] });
      }
    }
    this.#said = groups;
    return groups;
  }
}

/** The row of a kind of quotes. */
export function kindRow(quoteKind: QuoteKind, quotes: number): Row {
  return { kind: 'quoteKind', id: idOfKind(quoteKind), quoteKind, quotes };
}

/** The id of the row of a kind of quotes. */
export function idOfKind(kind: QuoteKind): string {
  return `k:${kind}`;
}

/** The id of the row of a speaker: an entity, or words, which may have ends of lines, as ids of rows below others do. */
export function idOfSpeaker(speaker: Speaker | undefined): string {
  if (speaker?.entity !== undefined) return `s:${speaker.entity}`;
  return speaker?.target ? `w:${JSON.stringify(wordsOf(speaker.target))}` : 's';
}

/** The id of the row of a quote, below another row or at the root. */
export function idOfQuote(index: number, parent?: string): string {
  return parent === undefined ? `q:${index}` : idBelow(parent, index);
}

/** By what the quotes of a speaker are put together: made for each of very many. */
function keyOf(speaker: Speaker | undefined): string {
  return speaker?.entity ?? idBelow('', idOfSpeaker(speaker));
}

function quoteAt({ quotes }: AnnotationSet, index: number): Quote {
  const quote = quotes[index];
  if (!quote) throw new Error(`There is no quote ${index}.`);
  return quote;
}

/** Names in their order, and what has none last. */
export function unknownLast(a: string | undefined, b: string | undefined): number {
  if (a !== undefined && b !== undefined) return compareNames(a, b);
  return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
}

/** By name, those without a name last. */
function bySpeaker(a: Said, b: Said): number {
  return unknownLast(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

function wordsFor(quote: Quote, entities: ReadonlyMap<EntityId, KnownEntity>): string {
  const { entity: id, target } = quote.speaker ?? {};
  const known = id === undefined ? undefined : entities.get(id);
  const speaker = known ? wordsOfEntity(known) : folded(id ?? (target ? wordsOf(target) : ''));
  return `${wordsOfQuote(quote)}\n${speaker}`;
}
