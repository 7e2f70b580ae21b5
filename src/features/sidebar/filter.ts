import type { KnownEntity } from '../../core/entities/knownEntities';
import { folded } from '../../core/entities/spelling';
import { wordsOf, type Quote } from '../../core/model/annotation';

/** Whether some words, folded, have all that is looked for. */
export type Test = (folded: string) => boolean;

/** Looks for each of the words of a filter, whatever their case and accents; undefined for a filter of none. */
export function testOf(filter: string): Test | undefined {
  const sought = folded(filter).split(/\s+/u).filter(Boolean);
  return sought.length > 0 ? (words) => sought.every((each) => words.includes(each)) : undefined;
}

const ofEntities = new WeakMap<KnownEntity, string>();
const ofQuotes = new WeakMap<Quote, string>();

/** By what an entity is found: its name, its other words and its id, folded. */
export function wordsOfEntity(known: KnownEntity): string {
  let words = ofEntities.get(known);
  if (words === undefined) {
    words = folded([...known.forms, known.entity.name, known.entity.id].join('\n'));
    ofEntities.set(known, words);
  }
  return words;
}

/** By what a quote is found, besides its speaker: what was said, folded. */
export function wordsOfQuote(quote: Quote): string {
  let words = ofQuotes.get(quote);
  if (words === undefined) {
    words = folded(wordsOf(quote.content));
    ofQuotes.set(quote, words);
  }
  return words;
}
