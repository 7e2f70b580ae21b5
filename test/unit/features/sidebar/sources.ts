import { summaryOf } from '../../../../src/core/corpus/articleSummary';
import { Corpus } from '../../../../src/core/corpus/corpus';
import type { AnnotationSet } from '../../../../src/core/model/annotationSet';
import { defaultSchema } from '../../../../src/core/model/schema';
import { ArticleText } from '../../../../src/core/text/articleText';
import type { QuoteOptions } from '../../../../src/features/sidebar/articleQuoteRows';
import type { EntityOptions } from '../../../../src/features/sidebar/entityRows';
import type { ReadArticle, Row, Rows, Source } from '../../../../src/features/sidebar/rows';
import type { Listing } from '../../../../src/host/listing';

// The sources of rows that tests are about, and the trees that come of them.

export const entityGroupings: readonly EntityOptions['grouping'][] = ['type', 'none'];
export const entitySortings: readonly EntityOptions['sorting'][] = ['mentions', 'name', 'place'];
export const quoteGroupings: readonly QuoteOptions['grouping'][] = ['speaker', 'kind', 'text'];

/** An article, read. */
export function readArticle(name: string, text: string, set: AnnotationSet): ReadArticle {
  return { uri: `file:///${name}`, set, text: new ArticleText(text) };
}

export function ofArticle(article: ReadArticle): Source {
  return { scope: 'article', article, schema: defaultSchema };
}

/** A corpus of articles, and which of them were read again to show rows. */
export function ofCorpus(articles: readonly ReadArticle[]): {
  readonly source: Extract<Source, { scope: 'corpus' }>;
  readonly read: string[];
} {
  const corpus = new Corpus();
  const read: string[] = [];
  for (const { uri, set } of articles) corpus.put(`${uri}.ann.yaml`, summaryOf(set));
  return {
    read,
    source: {
      scope: 'corpus',
      schema: defaultSchema,
      articles: {
        corpus,
        article(key) {
          const uri = key.replace('.ann.yaml', '');
          const title = corpus.summaryOf(key)?.fields.title;
          const path = uri.replace('file:///', '');
          return { uri, path, ...(title !== undefined && { title }) };
        },
        read(uri) {
          read.push(uri);
          return Promise.resolve(articles.find((each) => each.uri === uri));
        },
      },
    },
  };
}

/** All rows below a row, or the first ones. */
export async function below(rows: Rows, row?: Row): Promise<readonly Row[]> {
  const listing = await rows.below(row);
  return listing.first(listing.length);
}

/** All rows of one article, which need not be waited for. */
export function allRows(rows: Rows, above?: Row): Row[] {
  const listing = rows.below(above) as Listing<Row>;
  return listing.first(listing.length).flatMap((row) => [row, ...allRows(rows, row)]);
}

/** The whole tree as indented lines. */
export async function outline(rows: Rows, row?: Row, depth = 0): Promise<string[]> {
  const lines: string[] = [];
  for (const each of await below(rows, row)) {
    lines.push(`${'  '.repeat(depth)}${lineOf(each)}`);
    lines.push(...(await outline(rows, each, depth + 1)));
  }
  return lines;
}

/** The ids of all rows. */
export async function ids(rows: Rows, row?: Row): Promise<string[]> {
  const all: string[] = [];
  for (const each of await below(rows, row)) all.push(each.id, ...(await ids(rows, each)));
  return all;
}

const exact = ({ selectors }: { readonly selectors: readonly { readonly exact: string }[] }) =>
  selectors.map((each) => each.exact).join(' … ');

function lineOf(row: Row): string {
  const articles = 'articles' in row ? ` in ${String(row.articles)}` : '';
  switch (row.kind) {
    case 'type':
      return `${row.type} ${String(row.entities)}`;
    case 'entity':
      return `${row.entity.name} ${String(row.mentions)}${articles}`;
    case 'speaker':
      return `${row.name ?? '—'} ${String(row.quotes)}${articles}`;
    case 'quoteKind':
      return `${row.quoteKind} ${String(row.quotes)}`;
    case 'article':
      return `${row.article.path} ${String(row.count)}`;
    case 'mention':
      return `${exact(row.mention.target)} @${String(row.line)}`;
    case 'quote':
      return `“${exact(row.quote.content)}” @${String(row.line)}`;
    case 'lost':
      return `lost ${String(row.parts.length)}`;
    case 'part':
      return `${row.part.role} ${exact(row.part.target)}`;
  }
}
