import { csvFormatRow } from 'd3-dsv';
import type { ArticleFields } from '../model/annotationSet';
import type { ArticleText } from '../text/articleText';
import type { Row } from './row';

/** What a table says of the article of a row. */
export interface CsvArticle {
  /** Its path in the folder. */
  readonly name: string;
  readonly text: ArticleText;
  readonly fields: ArticleFields;
}

const columns = [
  ...['article', 'line', 'start', 'end', 'left', 'keyword', 'right'],
  ...['entity', 'name', 'type', 'speaker', 'speaker name', 'kind'],
  ...['title', 'outlet', 'published', 'language', 'status', 'labels'],
];

/**
 * The rows as a table (RFC 4180, with a heading). Lines count from 1; start and end are code points, as the command
 * line has them. A byte order mark is at its start: without one, spreadsheets do not take it for UTF-8.
 * @param attributes the attributes of articles that have columns of their own
 */
export function toCsv(
  rows: readonly Row[],
  articleOf: (row: Row) => CsvArticle | undefined,
  attributes: readonly string[],
): string {
  const lines = [csvFormatRow([...columns, ...attributes])];
  for (const row of rows) {
    const article = articleOf(row);
    if (article) lines.push(csvFormatRow(fieldsOf(row, article, attributes)));
  }
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

function fieldsOf(row: Row, article: CsvArticle, attributes: readonly string[]): string[] {
  const { name, text, fields } = article;
  const { entity, speaker, kind = '' } = row.names;
  const { title, outlet, published, language, status, labels = [], extra = {} } = fields;
  const said = attributes.map((key) => (Object.hasOwn(extra, key) ? extra[key] : undefined));
  return [
    name,
    String(row.line + 1),
    String(text.codePointOffset(row.extent.start)),
    String(text.codePointOffset(row.extent.end)),
    ...[row.left, row.keyword, row.right],
    ...[entity?.id, entity?.name, entity?.type].map((each) => each ?? ''),
    ...[speaker?.id, speaker?.name].map((each) => each ?? ''),
    kind,
    ...[title, outlet, published, language, status].map((each) => each ?? ''),
    labels.join('; '),
    ...said.map((value) =>
      value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value),
    ),
  ];
}
