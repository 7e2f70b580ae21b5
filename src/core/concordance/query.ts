import { quoteKinds } from '../model/annotation';
import { articleStatuses } from '../model/annotationSet';
import { dateRange } from './dateRange';

/** Words, in whole words without regard to case and accents; or what a regular expression matches within a line. */
export type TextTerm =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string };

/** A condition on the annotation, or on the article, that holds a row. */
export interface Filter {
  readonly kind: 'filter';
  /** One of `filterKeys`, or the name of an attribute that the project has for articles. */
  readonly key: string;
  readonly value: string;
}

export type Term = TextTerm | Filter;

/** What a concordance is of. The same filter twice means either value; all else must hold together. */
export interface Query {
  readonly terms: readonly Term[];
}

/** The keys of filters that need no schema: of annotations, then of articles. */
export const filterKeys = [
  'entity',
  'type',
  'speaker',
  'kind',
  'title',
  'outlet',
  'date',
  'language',
  'status',
  'label',
] as const;
export type FilterKey = (typeof filterKeys)[number];

/** What keeps a line from being a query. */
export const mistakeCodes = [
  'nothing',
  'open-phrase',
  'open-regex',
  'no-words',
  'bad-flag',
  'bad-regex',
  'unknown-key',
  'no-value',
  'bad-value',
  'bad-date',
] as const;
export type MistakeCode = (typeof mistakeCodes)[number];

/** A mistake in a query, and where: UTF-16 columns from 0, end exclusive. */
export interface Mistake {
  readonly code: MistakeCode;
  readonly start: number;
  readonly end: number;
  /** The words that are wrong, and those that would be right where there are only some. */
  readonly found: string;
  readonly expected?: readonly string[];
}

export type ParsedQuery =
  | { readonly query: Query; readonly mistake?: undefined }
  | { readonly query?: undefined; readonly mistake: Mistake };

/** The values that a key may have, where they are a few. */
export function valuesOfKey(key: string): readonly string[] | undefined {
  if (key === 'kind') return quoteKinds;
  return key === 'status' ? articleStatuses : undefined;
}

/** The terms of a line that are written to their end, with their places: the lexer of the query language. */
interface Lexed {
  readonly term: Term;
  readonly end: number;
}

class QueryError extends Error {
  readonly mistake: Mistake;

  constructor(mistake: Mistake) {
    super(mistake.code);
    this.mistake = mistake;
  }
}

/**
 * Reads a query from one line of text. Never throws.
 * @param attributes the names of the attributes that the project has for articles
 */
export function parseQuery(line: string, attributes: readonly string[] = []): ParsedQuery {
  const terms: Term[] = [];
  try {
    for (let at = skipSpace(line, 0); at < line.length;) {
      const { term, end } = termFrom(line, at, attributes);
      terms.push(term);
      at = skipSpace(line, end);
    }
    if (terms.length === 0) fail('nothing', line, 0, line.length);
    return { query: { terms } };
  } catch (error) {
    if (error instanceof QueryError) return { mistake: error.mistake };
    throw error;
  }
}

function termFrom(line: string, at: number, attributes: readonly string[]): Lexed {
  if (line[at] === '"') {
    const { words, end } = phraseFrom(line, at);
    if (words.trim() === '') fail('no-words', line, at, end);
    return { term: { kind: 'words', words }, end };
  }
  if (line[at] === '/') return regexFrom(line, at);
  const key = keyAt(line, at);
  if (key !== undefined) return filterFrom(line, at, key, attributes);
  const end = wordEnd(line, at);
  return { term: { kind: 'words', words: line.slice(at, end) }, end };
}

/** The key of a filter that begins here. */
function keyAt(line: string, at: number): string | undefined {
  return /^([\p{L}_][\p{L}\p{M}\p{N}_-]*):/u.exec(line.slice(at))?.[1];
}

function phraseFrom(line: string, at: number): { words: string; end: number } {
  const [whole, words = ''] = /^"((?:[^"\\]|\\.)*)"/u.exec(line.slice(at)) ?? [];
  if (whole === undefined) fail('open-phrase', line, at, line.length);
  return { words: words.replace(/\\(.)/gu, '$1'), end: at + whole.length };
}

function regexFrom(line: string, at: number): Lexed {
  const inClass = String.raw`\[(?:[^\]\\]|\\.)*\]`;
  const pattern = new RegExp(String.raw`^/((?:[^/\\\[]|\\.|${inClass})+)/(\p{L}*)`, 'u');
  const [whole, source = '', written = ''] = pattern.exec(line.slice(at)) ?? [];
  if (whole === undefined) fail('open-regex', line, at, line.length);
  const end = at + whole.length;
  const bad = /[^imsu]|(.)(?=.*\1)/u.exec(written);
  if (bad) {
    const start = end - written.length + bad.index;
    fail('bad-flag', line, start, start + bad[0].length, ['i', 'm', 's']);
  }
  const flags = written.replace('u', '');
  try {
    new RegExp(source, `${flags}u`);
  } catch {
    fail('bad-regex', line, at, end);
  }
  return { term: { kind: 'regex', source, flags }, end };
}

function filterFrom(line: string, at: number, key: string, attributes: readonly string[]): Lexed {
  const isKnown = (filterKeys as readonly string[]).includes(key) || attributes.includes(key);
  const start = at + key.length + 1;
  if (!isKnown) fail('unknown-key', line, at, start - 1, [...filterKeys, ...attributes]);
  const isPhrase = line[start] === '"';
  const end = isPhrase ? phraseFrom(line, start).end : wordEnd(line, start);
  const value = isPhrase ? phraseFrom(line, start).words : line.slice(start, end);
  if (value === '') fail('no-value', line, at, end);
  const expected = valuesOfKey(key);
  if (expected && !expected.includes(value)) fail('bad-value', line, start, end, expected);
  if (key === 'date' && !dateRange(value)) fail('bad-date', line, start, end);
  return { term: { kind: 'filter', key, value }, end };
}

function fail(
  code: MistakeCode,
  line: string,
  start: number,
  end: number,
  expected?: readonly string[],
): never {
  const found = line.slice(start, end);
  throw new QueryError({ code, start, end, found, ...(expected && { expected }) });
}

function skipSpace(line: string, at: number): number {
  return at + (/^\s*/u.exec(line.slice(at))?.[0].length ?? 0);
}

function wordEnd(line: string, at: number): number {
  return at + (/^\S*/u.exec(line.slice(at))?.[0].length ?? 0);
}

/** The line of text that says the query, in the shortest way. */
export function printQuery({ terms }: Query): string {
  return terms.map(printTerm).join(' ');
}

/** The words of a term as they stand in a line. */
export function printTerm(term: Term): string {
  switch (term.kind) {
    case 'words': {
      const isBare = !/^["/]/u.test(term.words) && keyAt(term.words, 0) === undefined;
      return isBare ? quotedIfSpaced(term.words) : quoted(term.words);
    }
    case 'regex':
      return `/${term.source}/${term.flags}`;
    case 'filter':
      return `${term.key}:${term.value.startsWith('"') ? quoted(term.value) : quotedIfSpaced(term.value)}`;
  }
}

function quotedIfSpaced(words: string): string {
  return /\s/u.test(words) ? quoted(words) : words;
}

function quoted(words: string): string {
  return `"${words.replace(/["\\]/gu, '\\$&')}"`;
}

/** The words and regular expressions that are looked for. */
export function textTerms({ terms }: Query): TextTerm[] {
  return terms.filter((term) => term.kind !== 'filter');
}

/** The values of a filter, one of which will do; none where the query does not have it. */
export function filterValues({ terms }: Query, key: string): string[] {
  return terms.flatMap((term) => (term.kind === 'filter' && term.key === key ? [term.value] : []));
}

/** What rows are of: the narrowest thing that the query asks for. */
export type Level = 'text' | 'mention' | 'quote' | 'article';

/** `article` where it asks for articles only: all of their mentions are the rows then. */
export function levelOf(query: Query): Level {
  const asks = (...keys: readonly FilterKey[]) =>
    keys.some((key) => filterValues(query, key).length > 0);
  if (textTerms(query).length > 0) return 'text';
  if (asks('entity', 'type')) return 'mention';
  return asks('speaker', 'kind') ? 'quote' : 'article';
}
