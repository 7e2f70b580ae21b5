import type { Corpus, CorpusEntity } from './corpus';

/** Words so long, in code units, are no name: a whole paragraph has the letters of nearly anything in their order. */
const longest = 100;

/** An entity, and those of its words that are looked for. */
export interface FoundEntity {
  readonly found: CorpusEntity;
  /** Its name, or else other words of it; first of all such as have the very query. */
  readonly words: string;
}

/**
 * The entities that some words of have the characters of `query` in their order, in small or capital letters:
 * all that a list which filters as VS Code's does may show for it; of long words only those that have the very query. Those mentioned most come first.
 * @param query white space in it counts for nothing
 * @param most how many there are at most
 */
export function findEntities(corpus: Corpus, query: string, most: number): FoundEntity[] {
  const whole = query.trim().toLowerCase();
  const sought = whole.replace(/\s+/gu, '');
  return corpus.entities
    .flatMap((found): FoundEntity | readonly [] => {
      const fitting = [found.entity.name, ...found.forms].filter((form) =>
        form.length > longest ? form.toLowerCase().includes(whole) : hasInOrder(form, sought),
      );
      const words = fitting.find((form) => form.toLowerCase().includes(whole)) ?? fitting[0];
      return words === undefined ? [] : { found, words };
    })
    .sort((a, b) => b.found.mentions - a.found.mentions)
    .slice(0, most);
}

/** @param sought in small letters */
function hasInOrder(words: string, sought: string): boolean {
  const lower = words.toLowerCase();
  let at = 0;
  for (const letter of sought) {
    const next = lower.indexOf(letter, at);
    if (next < 0) return false;
    at = next + letter.length;
  }
  return true;
}
