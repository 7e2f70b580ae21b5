import type { Cue, Extra, Mention, Quote, Speaker, Target } from '../../src/core/model/annotation';
import type { AnnotationSet } from '../../src/core/model/annotationSet';
import { versionIn, type Conflict } from '../../src/core/model/conflict';
import { keySorted } from '../../src/core/model/equal';
import { selectorsData, targetData } from '../../src/core/sidecar/targetData';

// What a set says, as plain lines, however it says it: which side of a conflict is shown makes no difference.

/** What is said of one thing: lines `key=value`, of all versions where it is in conflict. */
export type Facts = ReadonlySet<string>;

/** The facts of each thing in a set. */
export interface FactsOfSet {
  readonly mentions: readonly Facts[];
  readonly quotes: readonly Facts[];
  readonly entities: readonly Facts[];
  readonly article: Facts;
  readonly further: Facts;
}

export function factsOf(set: AnnotationSet): FactsOfSet {
  const { labels, extra: articleExtra, conflict, ...fields } = set.article;
  return {
    mentions: set.mentions.map(mentionFacts),
    quotes: set.quotes.map(quoteFacts),
    entities: [...set.entities.values()].map(({ extra, conflict: undecided, ...keys }) =>
      said({ ...keys, ...extra }, undecided),
    ),
    article: new Set([
      ...said({ ...fields, ...articleExtra }, conflict),
      ...(labels ?? []).map((label) => `label=${label}`),
    ]),
    further: said(set.extra, set.conflict),
  };
}

/** The same for sets that say the same, whatever the order of what they say. */
export function asText({ mentions, quotes, entities, article, further }: FactsOfSet): string[] {
  const lines = (facts: Facts) => [...facts].sort().join('; ');
  return [
    ...[mentions, quotes, entities].flatMap((all, i) => all.map((each) => `${i}: ${lines(each)}`)),
    `article: ${lines(article)}`,
    `further: ${lines(further)}`,
  ].sort();
}

export function mentionFacts({ entity, target, extra, conflict }: Mention): Facts {
  return said({ entity, ...targetData(target), ...extra }, conflict);
}

export function quoteFacts({ kind, content, cue, speaker, extra, conflict }: Quote): Facts {
  const own = said({ kind, content: selectorsData(content), ...extra }, conflict);
  const below = (name: string, part: Facts) => [...part].map((fact) => `${name}.${fact}`);
  return new Set([
    ...own,
    ...(cue ? below('cue', partFacts(cue)) : []),
    ...(speaker ? below('speaker', partFacts(speaker)) : []),
  ]);
}

function partFacts({ target, extra, conflict, ...keys }: (Cue & Speaker) | Speaker): Facts {
  return said({ ...keys, ...(target && targetData(target)), ...extra }, conflict);
}

/** The fact that words of the article are meant. */
export function wordsFact(target: Target): string {
  return factOf('words', wordsIn(targetData(target)));
}

function said(keys: Extra, conflict: Conflict | undefined): Facts {
  const facts = new Set<string>();
  const words = wordsIn(keys);
  if (words.length > 0) facts.add(factOf('words', words));
  for (const [key, value] of Object.entries(keys)) {
    if (!selectorKeys.includes(key) && key !== 'conflict' && value !== null) {
      facts.add(factOf(key, value));
    }
  }
  if (!conflict) return facts;
  const version = versionIn(conflict);
  if (!version) return facts.add('removed');
  return new Set([...facts, ...said(version, version.conflict)]);
}

const selectorKeys = ['exact', 'prefix', 'suffix', 'occurrence', 'text', 'spans'];

function wordsIn(keys: Extra): unknown[] {
  return selectorKeys.flatMap((key) => {
    const value = keys[key];
    return value === undefined || value === null ? [] : [[key, value]];
  });
}

function factOf(key: string, value: unknown): string {
  return `${key}=${keySorted(value)}`;
}
