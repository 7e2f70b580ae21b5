import type { KnownEntity } from '../entities/knownEntities';
import type { Entity } from '../model/annotation';
import type { ArticleSummary } from './articleSummary';

/** What tells one version of a file from another, as far as a file system can: it was written then, so long. */
export interface Stamp {
  /** In ms since 1970. */
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
}

/** A version of a sidecar, and what it says. */
export interface StampedSummary {
  readonly stamp: Stamp;
  readonly summary: ArticleSummary;
}

/** A sidecar as it was last read. */
export interface SummaryEntry extends StampedSummary {
  /** Which sidecar it is: its URI. */
  readonly key: string;
}

/** Another number where lines are others, or summaries made otherwise: what was kept before is then read anew. */
const version = 1;

/** Within so many ms a file can be written twice and have the same time. */
const racy = 2000;

interface Header {
  readonly chiosaCorpus: number;
  /** When the lines were written, in ms since 1970. */
  readonly written: number;
}

/**
 * An entry. A corpus says the same entities and the same words in many sidecars: a line has those that no line
 * before it has, and names all by their numbers, counted from 0 over all lines.
 */
interface Line extends Omit<ArticleSummary, 'entities'> {
  readonly key: string;
  readonly stamp: Stamp;
  /** The id, the name and the type of each new entity. */
  readonly newEntities: readonly (readonly [string, string, string])[];
  readonly newWords: readonly string[];
  /** The entity, how often it is mentioned, and its words, where these are more than its name. */
  readonly entities: readonly (readonly [entity: number, mentions: number, ...words: number[]])[];
}

/** The lines of a cache, a header and one for each entry, without their ends. @param now in ms since 1970 */
export function* cacheLines(
  entries: Iterable<SummaryEntry>,
  now: number,
): Generator<string, void, undefined> {
  const header: Header = { chiosaCorpus: version, written: now };
  yield JSON.stringify(header);
  const [knownEntities, knownWords] = [new Numbers<Entity>(), new Numbers<string>()];
  for (const { key, stamp, summary } of entries) {
    const entities = summary.entities.map(({ entity, mentions, forms }) => {
      const { id, name, type } = entity;
      const isName = forms.length === 1 && forms[0] === name;
      const words = isName ? [] : forms.map((form) => knownWords.of(form, form));
      return [
        knownEntities.of(JSON.stringify([id, name, type]), entity),
        mentions,
        ...words,
      ] as const;
    });
    const newEntities = knownEntities
      .taken()
      .map(({ id, name, type }) => [id, name, type] as const);
    const newWords = knownWords.taken();
    const line: Line = { ...summary, key, stamp, newEntities, newWords, entities };
    yield JSON.stringify(line);
  }
}

/** Numbers for items, from 0, in the order in which they are first asked for. */
class Numbers<T> {
  readonly #numbers = new Map<string, number>();
  #new: T[] = [];

  /** @param key the same for the same item */
  of(key: string, item: T): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#new.push(item);
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Those that are new since this was asked last. */
  taken(): readonly T[] {
    const taken = this.#new;
    this.#new = [];
    return taken;
  }
}

/**
 * The entries of a cache's lines. Those are left out that may have been written again at the same time as they
 * were read, as git does with its index; all are, of lines that are not those of a cache of this version.
 */
export function* cacheEntries(lines: Iterable<string>): Generator<SummaryEntry, void, undefined> {
  let header: Header | undefined;
  const [known, words]: [Entity[], string[]] = [[], []];
  for (const text of lines) {
    const value = parsed(text);
    if (!header) {
      if (!isHeader(value)) return;
      header = value;
      continue;
    }
    if (!isLine(value)) return;
    const { key, stamp, fields, quotes } = value;
    for (const [id, name, type] of value.newEntities) known.push({ id, name, type });
    words.push(...value.newWords);
    if (stamp.mtime + racy >= header.written) continue;
    const entities = value.entities.flatMap(([number, mentions, ...forms]): KnownEntity[] => {
      const entity = known[number];
      if (!entity) return [];
      const all = forms.map((form) => words[form] ?? '');
      return [{ entity, mentions, forms: all.length > 0 ? all : [entity.name] }];
    });
    yield { key, stamp, summary: { fields, entities, quotes } };
  }
}

export function areSameStamps(a: Stamp, b: Stamp): boolean {
  return a.mtime === b.mtime && a.size === b.size;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is Header {
  return (value as Header | undefined | null)?.chiosaCorpus === version;
}

/** A line that was cut off is no JSON; one that is was written by this version. */
function isLine(value: unknown): value is Line {
  return (value as Line | undefined | null)?.stamp !== undefined;
}
