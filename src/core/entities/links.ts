import type { Extra } from '../model/annotation';

/** What tells an entity apart from all others of the world: addresses on the web, by the keys that they stand under. */
export type Links = Readonly<Record<string, string>>;

/** Whether some words are one address on the web and nothing else. */
export function isAddress(words: string): boolean {
  return /^https?:\/\/[^\s<>\\]+$/i.test(words);
}

/** The addresses among the further keys of an entity; undefined where there are none. */
export function linksOf(extra: Extra = {}): Links | undefined {
  const links = Object.entries(extra).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && isAddress(entry[1]),
  );
  return links.length > 0 ? Object.fromEntries(links) : undefined;
}
