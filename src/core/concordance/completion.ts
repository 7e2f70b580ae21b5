import { FoldedText } from '../anchor/folded';
import type { Corpus, CorpusEntity } from '../corpus/corpus';
import type { Schema } from '../model/schema';
import { filterKeys, printTerm, valuesOfKey } from './query';

/** What a query can be completed with. */
export interface KnownValues {
  /** Those mentioned most come first. */
  readonly entities: readonly CorpusEntity[];
  /** The values that fields of articles have, by the keys of filters. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** The attributes that the project has for articles, with the values that it names. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

/** A term, or the key of one, that the end of a line can become. */
export interface Suggestion {
  readonly term: string;
  /** The whole line, then. */
  readonly line: string;
  /** The name of an entity whose id it says. */
  readonly name?: string;
}

export interface Completion {
  readonly suggestions: readonly Suggestion[];
  /** Whether the last term is no value that is known, so that what is suggested is more likely meant. */
  readonly isOpen: boolean;
}

/** Longer lists nobody reads. */
const most = 60;

/** What is known of the corpus, to complete queries with. */
export function knownValues(corpus: Corpus, schemas: readonly Schema[]): KnownValues {
  const types = [
    ...corpus.entities.map(({ entity }) => entity.type),
    ...schemas.flatMap((schema) => schema.types.map(({ id }) => id)),
  ];
  const attributes = schemas.flatMap((schema) => schema.attributes.article);
  return {
    entities: [...corpus.entities].sort((a, b) => b.mentions - a.mentions),
    fields: new Map([...fieldValues(corpus), ['type', [...new Set(types)].sort()]]),
    attributes: new Map(attributes.map(({ name, values }) => [name, wordsOf(values)])),
  };
}

/** The values that fields of articles have, by the keys of filters, in the order of the alphabet. */
function fieldValues(corpus: Corpus): Map<string, string[]> {
  const fields = [...corpus.articles].flatMap((article) => corpus.summaryOf(article)?.fields ?? []);
  const dates = fields.flatMap(({ published }) => published ?? []);
  const values = {
    outlet: fields.map(({ outlet }) => outlet),
    language: fields.map(({ language }) => language),
    title: fields.map(({ title }) => title),
    label: fields.flatMap(({ labels = [] }) => labels),
    date: dates.flatMap((date) => [date.slice(0, 4), date.slice(0, 7)]),
  };
  return new Map(
    Object.entries(values).map(([key, all]) => [
      key,
      [...new Set(all)].filter((value) => value !== undefined && value !== '').sort() as string[],
    ]),
  );
}

function wordsOf(values: 'boolean' | 'text' | readonly string[]): readonly string[] {
  if (values === 'boolean') return ['true', 'false'];
  return values === 'text' ? [] : values;
}

/** What the last term of a line, which may not be whole yet, can become. */
export function complete(line: string, known: KnownValues): Completion {
  const pattern = /(?:^|\s)(?:([\p{L}_][\p{L}\p{M}\p{N}_-]*):)?(?:"([^"]*)"?|([^\s"]*))$/u;
  const [whole = '', key, phrase, word = ''] = pattern.exec(line) ?? [];
  const before = line.slice(0, line.length - whole.trimStart().length);
  const value = phrase ?? word;
  const sought = folded(value);
  if (key === undefined) {
    const keys = phrase === undefined ? keysBeginningWith(word, known) : [];
    const named = sought.length > 1 ? entitiesFor('entity', sought, known) : [];
    return {
      suggestions: [...keys, ...named].map((each) => ({ ...each, line: before + each.term })),
      isOpen: false,
    };
  }
  const values = valuesFor(key, sought, known);
  return {
    suggestions: values.map((each) => ({ ...each, line: `${before}${each.term} ` })),
    isOpen: values.length > 0 && !values.some((each) => each.value === value) && key !== 'title',
  };
}

interface TermOf {
  readonly term: string;
  readonly name?: string;
  readonly value: string;
}

function keysBeginningWith(word: string, { attributes }: KnownValues): TermOf[] {
  const keys = [...filterKeys, ...attributes.keys()];
  return keys
    .filter((key) => key.startsWith(word.toLowerCase()))
    .map((key) => ({ term: `${key}:`, value: key }));
}

function valuesFor(key: string, sought: string, known: KnownValues): TermOf[] {
  if (key === 'entity' || key === 'speaker') return entitiesFor(key, sought, known);
  const values = valuesOfKey(key) ?? known.fields.get(key) ?? known.attributes.get(key) ?? [];
  return values
    .filter((value) => folded(value).includes(sought))
    .slice(0, most)
    .map((value) => ({ term: printTerm({ kind: 'filter', key, value }), value }));
}

function entitiesFor(
  key: 'entity' | 'speaker',
  sought: string,
  { entities }: KnownValues,
): TermOf[] {
  const fitting = entities.filter(
    ({ entity, mentions, quotes }) =>
      (key === 'entity' ? mentions : quotes) > 0 &&
      [entity.id, entity.name].some((words) => folded(words).includes(sought)),
  );
  return fitting.slice(0, most).map(({ entity: { id, name } }) => ({
    term: printTerm({ kind: 'filter', key, value: id }),
    name,
    value: id,
  }));
}

function folded(words: string): string {
  return new FoldedText(words).text.toLowerCase();
}
