import type { Span } from '../text/span';
import { overlaps, touches } from '../text/span';
import { paragraphAt } from '../text/words';
import { reportingWords, type ReportingWords } from './reportingWords';

/** The lists of one language, to look words up in. */
export interface Lexicon {
  readonly language: string;
  readonly adverbs: ReadonlySet<string>;
  readonly continuing: ReadonlySet<string>;
  readonly addressing: ReadonlySet<string>;
  readonly complementizers: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly joiners: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly isHeadLast: boolean;
  readonly conjunctions: ReadonlySet<string>;
  readonly subordinators: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly bare: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly isJoinedByComma: boolean;
  readonly isSourceSetOff: boolean;
}

/** Words that introduce what is said: a verb (`ha detto`), or a preposition before its source (`secondo`). */
export interface ReportingPhrase extends Span {
  readonly exact: string;
  readonly kind: 'verb' | 'source';
  readonly lexicon: Lexicon;
}

interface Grammar {
  readonly lexicon: Lexicon;
  readonly verbs: RegExp;
  readonly sources: RegExp | undefined;
}

const grammars = reportingWords.map(grammarOf);

/**
 * The reporting phrases of a stretch of text, in its order. All languages are looked for, that of the
 * article first: a form that two languages share is taken for one of that, else of the first in the lists.
 */
export function reportingPhrasesIn(
  text: string,
  { start, end }: Span,
  language = '',
): ReportingPhrase[] {
  const words = text.slice(start, end);
  const found: ReportingPhrase[] = [];
  for (const { lexicon, verbs, sources } of grammarsFor(language)) {
    for (const [kind, pattern] of [
      ['verb', verbs],
      ['source', sources],
    ] as const) {
      for (const match of pattern ? words.matchAll(pattern) : []) {
        const from = start + match.index;
        const [exact] = match;
        const phrase = { start: from, end: from + exact.length, exact, kind, lexicon };
        if (kind === 'verb' && isNoun(words.slice(0, match.index), exact, lexicon)) continue;
        if (!found.some((other) => overlaps(other, phrase))) found.push(phrase);
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The reporting phrase that a cursor at `offset` touches. */
export function reportingPhraseAt(
  text: string,
  offset: number,
  language?: string,
): Span | undefined {
  const found = reportingPhrasesIn(text, paragraphAt(text, offset), language).find((phrase) =>
    touches(phrase, offset),
  );
  return found && { start: found.start, end: found.end };
}

/** The lists of all languages, that of the article first. */
export function lexiconsFor(language = ''): Lexicon[] {
  return grammarsFor(language).map(({ lexicon }) => lexicon);
}

function grammarsFor(language: string): Grammar[] {
  const [primary] = language.toLowerCase().split('-');
  const isOwn = ({ lexicon }: Grammar) => lexicon.language === primary;
  return [...grammars.filter(isOwn), ...grammars.filter((grammar) => !isOwn(grammar))];
}

/** Whether a form that may be a noun is one, by the word before: `la replica`, `the claims`. */
function isNoun(before: string, exact: string, lexicon: Lexicon): boolean {
  // A capital within a sentence makes it a part of a name: `United States`.
  if (/^\p{Lu}/u.test(exact) && /[\p{L}\p{M}\p{N}]\s*$/u.test(before)) return true;
  if (exact.includes(' ')) return false;
  const previous = /([\p{L}\p{M}]+)['’]?\s*$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return [lexicon.determiners, lexicon.joiners, lexicon.prepositions].some((list) =>
    list.has(previous),
  );
}

function grammarOf(words: ReportingWords): Grammar {
  const { language, verbs, participles, auxiliaries, adverbs, sources } = words;
  const isSpaced = language !== 'zh';
  const alternatives = [
    ...(participles && auxiliaries
      ? [`${anyOf(auxiliaries)}(?:\\s+${anyOf(adverbs ?? '')}){0,2}\\s+${anyOf(participles)}`]
      : []),
    anyOf(verbs),
  ];
  // Without spaces between words, only where a clause ends is the word certain.
  const [before, after] = isSpaced
    ? ['(?<![\\p{L}\\p{M}\\p{N}-])', '(?![\\p{L}\\p{M}\\p{N}-])']
    : ['', '(?=\\s*(?:[：:，,。]|$))'];
  const pattern = (alternative: string) => new RegExp(`${before}(?:${alternative})${after}`, 'gu');
  return {
    lexicon: lexiconOf(words),
    verbs: pattern(alternatives.join('|')),
    sources: sources === undefined ? undefined : pattern(anyOf(sources)),
  };
}

function lexiconOf({ language, isHeadLast, ...words }: ReportingWords): Lexicon {
  const setOf = (list = '') => new Set(formsOf(list));
  return {
    language,
    isHeadLast: isHeadLast ?? false,
    adverbs: setOf(words.adverbs),
    continuing: setOf(words.continuing),
    addressing: setOf(words.addressing),
    complementizers: setOf(words.complementizers),
    pronouns: setOf(words.pronouns),
    determiners: setOf(words.determiners),
    joiners: setOf(words.joiners),
    prepositions: setOf(words.prepositions),
    stops: setOf(words.stops),
    conjunctions: setOf(words.conjunctions),
    subordinators: setOf(words.subordinators),
    relatives: setOf(words.relatives),
    bare: setOf(words.bare),
    openers: setOf(words.openers),
    isJoinedByComma: words.isJoinedByComma ?? false,
    isSourceSetOff: words.isSourceSetOff ?? false,
  };
}

/** A pattern of any of the forms, the longest first, with a capital or without, composed or not. */
function anyOf(list: string): string {
  const forms = formsOf(list).flatMap((form) => {
    const capital = form.slice(0, 1).toUpperCase() + form.slice(1);
    return [form, capital].flatMap((each) => [each, each.normalize('NFD')]);
  });
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.join('|').replaceAll(' ', '\\s+')})`;
}

function formsOf(list: string): string[] {
  return list
    .split(' ')
    .filter(Boolean)
    .map((form) => form.replaceAll('_', ' '));
}
