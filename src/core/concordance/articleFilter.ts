import { FoldedText } from '../anchor/folded';
import { emptySummary, type ArticleSummary } from '../corpus/articleSummary';
import type { ArticleFields } from '../model/annotationSet';
import { dateRange, isWithin } from './dateRange';
import { filterKeys, filterValues, levelOf, type Query } from './query';

/** Whether the query can have rows in an article without annotations and fields. */
export function looksIntoBareArticles(query: Query): boolean {
  return query.terms.every(({ kind }) => kind !== 'filter');
}

/** Whether an article can have rows, by what a corpus knows of it without its text and attributes. */
export function mayHaveRows(query: Query, summary: ArticleSummary = emptySummary): boolean {
  const { entities, quotes, fields } = summary;
  const has = (key: string, isThere: (values: readonly string[]) => boolean) => {
    const values = filterValues(query, key);
    return values.length === 0 || isThere(values);
  };
  const isMentioned = entities.filter(({ mentions }) => mentions > 0);
  return (
    has('entity', (ids) => isMentioned.some(({ entity }) => ids.includes(entity.id))) &&
    has('type', (types) => isMentioned.some(({ entity }) => types.includes(entity.type))) &&
    has('speaker', (ids) =>
      quotes.some(({ speaker }) => speaker !== undefined && ids.includes(speaker)),
    ) &&
    has('kind', () => quotes.length > 0) &&
    (levelOf(query) !== 'article' || isMentioned.length > 0) &&
    hasKnownFields(query, fields)
  );
}

/** Whether the article has the fields and attributes that the query asks for. */
export function hasFields(query: Query, fields: ArticleFields): boolean {
  return hasKnownFields(query, fields) && hasAttributes(query, fields);
}

function hasKnownFields(query: Query, fields: ArticleFields): boolean {
  return Object.entries(tests).every(([key, test]) => {
    const values = filterValues(query, key);
    return values.length === 0 || values.some((value) => test(fields, value));
  });
}

/** Whether a field is as a filter says; by the keys of filters. */
const tests: Readonly<Record<string, (fields: ArticleFields, value: string) => boolean>> = {
  title: ({ title = '' }, value) => folded(title).includes(folded(value)),
  outlet: ({ outlet }, value) => isSame(outlet, value),
  status: ({ status }, value) => status === value,
  label: ({ labels = [] }, value) => labels.some((label) => isSame(label, value)),
  // “en” is also the language of what is in “en-GB”.
  language: ({ language = '' }, value) =>
    `${language.toLowerCase()}-`.startsWith(`${value.toLowerCase()}-`),
  date: ({ published }, value) => {
    const range = dateRange(value);
    return published !== undefined && range !== undefined && isWithin(published, range);
  },
};

function hasAttributes(query: Query, { extra = {} }: ArticleFields): boolean {
  const asked = new Set(query.terms.flatMap((term) => (term.kind === 'filter' ? [term.key] : [])));
  return [...asked].every((key) => {
    if ((filterKeys as readonly string[]).includes(key)) return true;
    const said = Object.hasOwn(extra, key) ? extra[key] : undefined;
    const words = typeof said === 'string' || typeof said === 'boolean' ? String(said) : undefined;
    return filterValues(query, key).some((value) => isSame(words, value));
  });
}

function isSame(said: string | undefined, value: string): boolean {
  return said !== undefined && folded(said) === folded(value);
}

/** Without case, accents and differences of white space. */
function folded(words: string): string {
  return new FoldedText(words.trim()).text.toLowerCase();
}
