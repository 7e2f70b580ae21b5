import type { Corpus, CorpusEntity } from '../../core/corpus/corpus';
import { folded } from '../../core/entities/spelling';
import { quoteKinds, type EntityId, type Quote, type QuoteKind } from '../../core/model/annotation';
import { quotesAt } from '../../core/model/spanIndex';
import { listing, nothingListed, sortedListing, type Listing } from '../../host/listing';
import {
  idOfKind,
  idOfQuote,
  idOfSpeaker,
  kindRow,
  unknownLast,
  type QuoteOptions,
} from './articleQuoteRows';
import { testOf, wordsOfEntity, type Test } from './filter';
import {
  byPath,
  idOfArticle,
  lineOf,
  type ArticleRow,
  type CorpusArticles,
  type PlacedArticle,
  type ReadArticle,
  type Row,
  type Rows,
} from './rows';

/** An article, and how many quotes of it are counted. */
interface Counted {
  readonly article: PlacedArticle;
  readonly count: number;
}

/** A speaker whom no article describes; without an id, nobody. */
interface Undescribed {
  readonly id: EntityId | undefined;
  readonly quotes: number;
}

/** The rows of the view “Quotes” for all articles: speaker or kind → article → quote, or article → quote. */
export class CorpusQuoteRows implements Rows {
  readonly #articles: CorpusArticles;
  readonly #options: QuoteOptions;
  readonly #test: Test | undefined;

  constructor(articles: CorpusArticles, options: QuoteOptions) {
    this.#articles = articles;
    this.#options = options;
    this.#test = testOf(options.filter);
  }

  below(row: Row | undefined): Listing<Row> | Promise<Listing<Row>> {
    if (!row) return this.#roots();
    if (row.kind === 'speaker') {
      return articleRows(this.#saidBy(row.speaker?.entity), row);
    }
    if (row.kind === 'quoteKind') return articleRows(this.#withKind(row.quoteKind), row);
    return row.kind === 'article' ? this.#quotesIn(row) : nothingListed;
  }

  wayTo({ uri, set }: ReadArticle, offset: number): readonly string[] | undefined {
    const [quote] = quotesAt(set, offset);
    if (!quote) return undefined;
    const group = { speaker: speakerId(quote), kind: idOfKind(quote.kind), text: undefined }[
      this.#options.grouping
    ];
    const article = idOfArticle(uri, group);
    return [
      ...(group === undefined ? [] : [group]),
      article,
      idOfQuote(set.quotes.indexOf(quote), article),
    ];
  }

  *makeWords(): Generator<string, void, undefined> {
    for (const known of this.#articles.corpus.entities) yield wordsOfEntity(known);
  }

  #roots(): Listing<Row> {
    switch (this.#options.grouping) {
      case 'speaker':
        return this.#speakers();
      case 'kind': {
        const counted = quoteKinds.map((kind) => ({ kind, articles: this.#withKind(kind) }));
        const there = counted.filter(({ articles }) => articles.length > 0);
        return listing(there, ({ kind, articles }) => kindRow(kind, sumOf(articles)));
      }
      case 'text':
        return articleRows(
          this.#counted(({ quotes }) => quotes.reduce((sum, each) => sum + each.quotes, 0)),
        );
    }
  }

  #speakers(): Listing<Row> {
    const test = this.#test;
    const all = [...this.#articles.corpus.entities.filter(saysSomething), ...this.#undescribed()];
    const shown = test ? all.filter((each) => test(wordsOfSpeaker(each))) : all;
    const rowOf = (each: CorpusEntity | Undescribed) => {
      const speaker = speakerOf(each);
      return {
        kind: 'speaker' as const,
        id: idOfSpeaker(speaker),
        name: nameOf(each),
        speaker,
        quotes: each.quotes,
        articles: this.#saidBy(speaker?.entity).length,
      };
    };
    return sortedListing(shown, bySpeaker, rowOf, (each) => idOfSpeaker(speakerOf(each)));
  }

  /** Speakers whom no article describes; nobody is one of them, where there are quotes without a known speaker. */
  #undescribed(): Undescribed[] {
    const { corpus } = this.#articles;
    const counts = new Map<EntityId | undefined, number>();
    for (const key of corpus.articles) {
      for (const { speaker, quotes } of corpus.summaryOf(key)?.quotes ?? []) {
        if (speaker !== undefined && corpus.get(speaker)) continue;
        counts.set(speaker, (counts.get(speaker) ?? 0) + quotes);
      }
    }
    return Array.from(counts, ([id, quotes]) => ({ id, quotes }));
  }

  /** The articles with quotes of a speaker. */
  #saidBy(entity: EntityId | undefined): readonly Counted[] {
    const { corpus } = this.#articles;
    const keys = entity === undefined ? corpus.articles : corpus.articlesNaming(entity);
    return Array.from(keys).flatMap((key) => {
      const said = corpus.summaryOf(key)?.quotes.find(({ speaker }) => speaker === entity);
      const article = said && this.#articles.article(key);
      return article ? [{ article, count: said.quotes }] : [];
    });
  }

  #withKind(kind: QuoteKind): readonly Counted[] {
    return this.#counted(({ kinds }) => kinds?.[kind] ?? 0);
  }

  /** The articles in which something counts, and that pass the filter. */
  #counted(
    count: (summary: NonNullable<ReturnType<Corpus['summaryOf']>>) => number,
  ): readonly Counted[] {
    const { corpus } = this.#articles;
    const counted: Counted[] = [];
    for (const key of corpus.articles) {
      const summary = corpus.summaryOf(key);
      const quotes = summary ? count(summary) : 0;
      const article = quotes > 0 ? this.#articles.article(key) : undefined;
      if (!article || (this.#test && !this.#test(wordsOfArticle(article)))) continue;
      counted.push({ article, count: quotes });
    }
    return counted;
  }

  async #quotesIn(row: ArticleRow): Promise<Listing<Row>> {
    const article = await this.#articles.read(row.article.uri);
    if (!article) return nothingListed;
    const { uri, set, text } = article;
    const quotes = set.quotes.flatMap((quote, index) =>
      isOf(quote, row.parent) ? [{ quote, index }] : [],
    );
    return listing(quotes, ({ quote, index }) => ({
      kind: 'quote' as const,
      id: idOfQuote(index, row.id),
      parent: row,
      uri,
      quote,
      line: lineOf(quote.content, text),
    }));
  }
}

function saysSomething({ quotes }: CorpusEntity): boolean {
  return quotes > 0;
}

function speakerOf(speaker: CorpusEntity | Undescribed): { readonly entity: EntityId } | undefined {
  const id = 'entity' in speaker ? speaker.entity.id : speaker.id;
  return id === undefined ? undefined : { entity: id };
}

function nameOf(speaker: CorpusEntity | Undescribed): string | undefined {
  return 'entity' in speaker ? speaker.entity.name : speaker.id;
}

function wordsOfSpeaker(speaker: CorpusEntity | Undescribed): string {
  return 'entity' in speaker ? wordsOfEntity(speaker) : folded(speaker.id ?? '');
}

/** By name, nobody last. */
function bySpeaker(a: CorpusEntity | Undescribed, b: CorpusEntity | Undescribed): number {
  return unknownLast(nameOf(a), nameOf(b)) || (idOf(a) < idOf(b) ? -1 : 1);
}

function idOf(speaker: CorpusEntity | Undescribed): string {
  return 'entity' in speaker ? speaker.entity.id : (speaker.id ?? '');
}

/** Only entities are known to all articles. */
function speakerId({ speaker }: Quote): string {
  return idOfSpeaker(speaker?.entity === undefined ? undefined : speaker);
}

/** Whether a quote belongs to what stands above the row of its article. */
function isOf(quote: Quote, above: Row | undefined): boolean {
  if (above?.kind === 'speaker') return quote.speaker?.entity === above.speaker?.entity;
  return above?.kind !== 'quoteKind' || quote.kind === above.quoteKind;
}

function articleRows(counted: readonly Counted[], parent?: Row): Listing<Row> {
  const idOf = ({ article }: Counted) => idOfArticle(article.uri, parent?.id);
  const rowOf = (each: Counted) => ({
    kind: 'article' as const,
    id: idOf(each),
    parent,
    article: each.article,
    of: 'quotes' as const,
    count: each.count,
  });
  return sortedListing(counted, (a, b) => byPath(a.article, b.article), rowOf, idOf);
}

function wordsOfArticle({ path, title = '' }: PlacedArticle): string {
  return folded(`${path}\n${title}`);
}

function sumOf(counted: readonly Counted[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
