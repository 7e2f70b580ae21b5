import type { Span } from '../text/span';
import type { Lexicon } from './reportingPhrases';
import { isAbbreviated } from './sentence';

/** Words that refer to somebody: a name, a description, a pronoun. */
export interface NominalPhrase extends Span {
  /** The name at its end, or all of it; undefined where there is none, or only one that describes («del Cremlino»). */
  readonly name: Span | undefined;
  readonly isPronoun: boolean;
}

interface Word extends Span {
  readonly exact: string;
  readonly lower: string;
  readonly isName: boolean;
}

/** Longer ones are more often a clause than a phrase. */
const longest = 12;
/** Without a name a long stretch is hardly one phrase. */
const longestUnnamed = 5;
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[-‐‑.&][\p{L}\p{M}\p{N}]+)*/gu;
/** What stands between the words of a phrase; a full stop behind an abbreviation is looked at apart. */
const separator = /^(?:\s+|['’]\s?|\.\s+|)$/u;
/** Letters that have no capitals say nothing about names: they may be one. */
const nameStart = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

/**
 * The longest nominal phrase that begins at the first word of `range` behind its adverbs, by closed lists:
 * determiner, then words and names held together by prepositions like “of”, up to what cannot belong to it.
 */
export function nominalPhraseAt(
  text: string,
  range: Span,
  lexicon: Lexicon,
): NominalPhrase | undefined {
  const found = phraseWords(text, range, lexicon);
  const words = isDescription(found, lexicon) ? found.map(withoutCapital) : found;
  const [first] = words;
  if (!first) return undefined;
  if (lexicon.pronouns.has(first.lower)) {
    return { start: first.start, end: first.end, name: undefined, isPronoun: true };
  }
  const kept = withoutLooseEnd(words, lexicon);
  const last = kept.at(-1);
  const hasName = kept.some(({ isName }) => isName);
  if (!last || kept.length > (hasName ? longest : longestUnnamed)) return undefined;
  const isDetermined = lexicon.determiners.has(first.lower) && kept.length > 1;
  if (!hasName && !isDetermined) return undefined;
  return { start: first.start, end: last.end, name: nameAtEnd(kept, lexicon), isPronoun: false };
}

/** Whether the only capital is that of a determiner, as at the beginning of a sentence: `La sindaca`. */
function isDescription([first, ...others]: readonly Word[], { determiners }: Lexicon): boolean {
  return determiners.has(first?.lower ?? '') && !others.some(({ isName }) => isName);
}

function withoutCapital(word: Word): Word {
  return { ...word, isName: false };
}

/** Where the adverbs that a range begins with end. */
export function afterAdverbs(text: string, { start, end }: Span, lexicon: Lexicon): number {
  const words = text.slice(start, end);
  let at = words.length - words.trimStart().length;
  for (;;) {
    const rest = words.slice(at);
    const adverb = [...lexicon.adverbs].find((each) => {
      const head = rest.slice(0, each.length).toLowerCase();
      return head === each && !/^[\p{L}\p{M}\p{N}]/u.test(rest.slice(each.length));
    });
    if (adverb === undefined) return start + at;
    at += adverb.length + (/^\s*/u.exec(rest.slice(adverb.length))?.[0].length ?? 0);
  }
}

/** The words from the first one on that may be of one phrase. */
function phraseWords(text: string, range: Span, lexicon: Lexicon): Word[] {
  const start = afterAdverbs(text, range, lexicon);
  const words: Word[] = [];
  for (const match of text.slice(start, range.end).matchAll(wordPattern)) {
    const word = wordOf(match[0], start + match.index);
    const previous = words.at(-1);
    const between = text.slice(previous?.end ?? start, word.start);
    const isJoined = separator.test(between) && (previous !== undefined || between === '');
    const endsSentence = between.startsWith('.') && !isAbbreviated(previous?.exact ?? '');
    if (!isJoined || endsSentence || !mayFollow(word, previous, lexicon)) break;
    words.push(word);
  }
  return words;
}

function wordOf(exact: string, start: number): Word {
  const lower = exact.toLowerCase().normalize('NFC');
  return { exact, lower, start, end: start + exact.length, isName: nameStart.test(exact) };
}

function mayFollow(word: Word, previous: Word | undefined, lexicon: Lexicon): boolean {
  const { determiners, joiners, prepositions, stops } = lexicon;
  if (joiners.has(word.exact)) return previous !== undefined;
  if (determiners.has(word.exact)) return !previous || joiners.has(previous.exact);
  return !stops.has(word.lower) && !prepositions.has(word.lower);
}

/** Without words that only lead on to others, and without what follows a name where adjectives do not. */
function withoutLooseEnd(words: readonly Word[], lexicon: Lexicon): Word[] {
  const { joiners, determiners, isHeadLast } = lexicon;
  const lastName = words.map(({ isName }) => isName).lastIndexOf(true);
  const isDescribing = isJoined(words, nameStartAt(words, lastName), lexicon);
  const end = lastName < 0 || isHeadLast || isDescribing ? words.length : lastName + 1;
  const kept = words.slice(0, end);
  const last = kept
    .map(({ exact }) => !joiners.has(exact) && !determiners.has(exact))
    .lastIndexOf(true);
  return kept.slice(0, last + 1);
}

function nameAtEnd(words: readonly Word[], lexicon: Lexicon): Span | undefined {
  const last = words.at(-1);
  if (!last?.isName) return undefined;
  const at = nameStartAt(words, words.length - 1);
  const first = words[at];
  return first && !isJoined(words, at, lexicon) ? { start: first.start, end: last.end } : undefined;
}

/** Whether the word at `index` only describes what stands before it: `del Cremlino`, `of the Kremlin`. */
function isJoined(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  const before = words[index - 1]?.exact ?? '';
  const leading = lexicon.determiners.has(before) ? (words[index - 2]?.exact ?? '') : before;
  return lexicon.joiners.has(leading);
}

/** The index of the first of the capitalized words that end at `last`. */
function nameStartAt(words: readonly Word[], last: number): number {
  let at = last;
  while (at > 0 && words[at - 1]?.isName) at -= 1;
  return at;
}
