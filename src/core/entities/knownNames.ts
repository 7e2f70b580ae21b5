import type { AnnotationSet } from '../model/annotationSet';
import type { Span } from '../text/span';
import { contains } from '../text/span';
import { nameAt } from '../text/snapping';
import { isUnspaced, tokensAt, type Token } from '../text/tokens';
import { paragraphAt } from '../text/words';
import { knownEntities } from './knownEntities';

/** Words by which entities are known, to be asked whether some words are among them. */
export interface KnownNames {
  /** `words` as `nameForm` gives them. */
  has(words: string): boolean;
}

/** A name as it is looked up: composed letters, one space between words. */
export function nameForm(words: string): string {
  return words.normalize('NFC').replace(/\s+/gu, ' ');
}

const ofSets = new WeakMap<AnnotationSet, KnownNames>();

/** The names and the words of the mentions of a set's entities, collected once for each set. */
export function knownNames(set: AnnotationSet): KnownNames {
  let names = ofSets.get(set);
  if (!names) {
    names = new Set(knownEntities(set).flatMap(({ forms }) => forms.map(nameForm)));
    ofSets.set(set, names);
  }
  return names;
}

/** Names are not longer than this, in UTF-16 code units: so far around the cursor they are looked for. */
const longest = 64;

/** The longest known name that a cursor stands in or touches, else the name that its word is. */
export function knownNameAt(
  text: string,
  offset: number,
  known: readonly KnownNames[],
): Span | undefined {
  const paragraph = paragraphAt(text, offset);
  const around = {
    start: Math.max(paragraph.start, offset - longest),
    end: Math.min(paragraph.end, offset + longest),
  };
  const tokens = tokensAt(text, around).filter(({ word }) => contains(paragraph, word));
  const starts = tokens.flatMap((token) => startsOf(text, token)).filter((at) => at <= offset);
  const ends = tokens.flatMap((token) => endsOf(text, token)).filter((at) => at >= offset);
  let found: Span | undefined;
  for (const start of starts) {
    for (const end of ends) {
      const length = end - start;
      // Of two that touch at the cursor the one behind it is meant.
      if (length <= 0 || (found && length < found.end - found.start)) continue;
      const form = nameForm(text.slice(start, end));
      if (known.some((names) => names.has(form))) found = { start, end };
    }
  }
  return found ?? nameAt(text, offset);
}

/** Where a name may begin in a word: “L’Aquila” with what is elsewhere elided; between any two Chinese characters. */
function startsOf(text: string, { word, name }: Token): number[] {
  return charactersOf(text, word) ?? [...new Set([word.start, name.start])];
}

function endsOf(text: string, { word, name }: Token): number[] {
  const inside = charactersOf(text, word);
  return inside ? [...inside.slice(1), word.end] : [...new Set([name.end, word.end])];
}

/** Where the characters of a word begin, in scripts in which names are not parted from other words. */
function charactersOf(text: string, { start, end }: Span): number[] | undefined {
  const words = text.slice(start, end);
  if (!isUnspaced(words)) return undefined;
  let at = start;
  return Array.from(words, (character) => {
    at += character.length;
    return at - character.length;
  });
}
