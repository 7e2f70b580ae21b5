import { occurrencesOf } from '../anchor/occurrences';
import { lexiconsFor, reportingPhrasesIn } from '../quotes/reportingPhrases';
import { quotationsIn } from '../quotes/quotations';
import { sentenceEnds } from '../quotes/sentence';
import { contains, overlaps, type Span } from '../text/span';
import { tokensAt, type Token } from '../text/tokens';
import { nameForm, type KnownNames } from './knownNames';

/** Words in small letters that hold a name together: Corea del Nord, Ursula von der Leyen. */
const joiners = new Set(
  'di del dello della dei degli delle dell d de du des of the von vom van der den do da dos das'.split(
    ' ',
  ),
);
/** Known names of more words than this are not looked for. */
const mostWords = 6;

/**
 * The names that stand in a paragraph outside of what is `taken`, in the order of the text: words with
 * capitals, as long as they follow each other, and names that are known. A capital at the beginning of a
 * sentence or of a quotation says nothing: a word there counts if the article has it with a capital
 * elsewhere too, or if it begins a longer name and is none of the words that most sentences begin with.
 */
export function unannotatedNames(
  text: string,
  paragraph: Span,
  taken: readonly Span[],
  known: readonly KnownNames[],
): Span[] {
  const all = tokensAt(text, paragraph).filter(({ word }) => contains(paragraph, word));
  const free = all.filter(({ name }) => !taken.some((span) => overlaps(span, name)));
  const openers = new Set(openingWords(text, paragraph, all));
  const names: Span[] = [];
  for (let at = 0; at < free.length;) {
    const name = nameFrom(text, free.slice(at), openers, known);
    if (name) names.push(name);
    const end = name?.end ?? 0;
    do at += 1;
    while ((free[at]?.name.start ?? Infinity) < end);
  }
  return names;
}

/** The words that sentences and quotations begin with. */
function openingWords(text: string, paragraph: Span, tokens: readonly Token[]): Token[] {
  const starts = [
    paragraph.start,
    ...sentenceEnds(text, paragraph),
    ...quotationsIn(text, paragraph).flatMap(({ content }) => content.map(({ start }) => start)),
  ];
  return starts.flatMap((start) => tokens.find(({ word }) => word.start >= start) ?? []);
}

/** The name that begins at the first of the words, known or by its capitals, whichever is longer. */
function nameFrom(
  text: string,
  tokens: readonly Token[],
  openers: ReadonlySet<Token>,
  known: readonly KnownNames[],
): Span | undefined {
  const [first] = tokens;
  if (!first || /^\p{Ll}|^\p{N}/u.test(text.slice(first.name.start, first.name.end)))
    return undefined;
  const capitalized = capitalizedFrom(text, tokens);
  const knownOne = knownFrom(text, tokens, known);
  const last = capitalized.at(-1);
  if (!last || (knownOne && knownOne.end >= last.name.end)) return knownOne;
  const isAlone = capitalized.length === 1;
  const mayBegin = openers.has(first)
    ? isNameAtOpening(text, first, isAlone)
    : !(isAlone && isLittle(text, first));
  return mayBegin ? { start: first.name.start, end: last.name.end } : knownOne;
}

/** The first word, if it has a capital, and those that go on with it. */
function capitalizedFrom(text: string, tokens: readonly Token[]): Token[] {
  const found: Token[] = [];
  /** Words that belong to the name only if a capital follows. */
  let joining: Token[] = [];
  for (const token of tokens) {
    const before = joining.at(-1) ?? found.at(-1);
    if (before && !isNext(text, before, token)) break;
    if (startsWithCapital(text, token)) {
      found.push(...joining, token);
      joining = [];
    } else if (found.length > 0 && joiners.has(wordsOf(text, token.word))) {
      joining.push(token);
    } else break;
  }
  return found;
}

/** Whether only white space, or what is elided before the second (Corte dell’Aia), stands between two words. */
function isNext(text: string, before: Token, { word, name }: Token): boolean {
  const elided = text.slice(word.start, Math.max(word.start, name.start - 1));
  return (
    /^\s+$/u.test(text.slice(before.name.end, word.start)) && (elided === '' || joiners.has(elided))
  );
}

function knownFrom(
  text: string,
  tokens: readonly Token[],
  known: readonly KnownNames[],
): Span | undefined {
  const [first] = tokens;
  for (const last of first ? tokens.slice(0, mostWords).reverse() : []) {
    for (const start of new Set([first?.word.start ?? 0, first?.name.start ?? 0])) {
      const form = nameForm(text.slice(start, last.name.end));
      if (known.some((names) => names.has(form))) return { start, end: last.name.end };
    }
  }
  return undefined;
}

/** Whether the first word of a sentence is a name, or begins one. */
function isNameAtOpening(text: string, token: Token, isAlone: boolean): boolean {
  const words = wordsOf(text, token.name);
  if (isLittle(text, token) || stands(text, words.toLowerCase())) return false;
  return !isAlone || standsWithinSentence(text, words);
}

const littleWords = new Set(
  lexiconsFor().flatMap(({ adverbs, pronouns, determiners, joiners: of, prepositions, stops }) => [
    ...[adverbs, pronouns, determiners, of, prepositions, stops].flatMap((list) => [...list]),
  ]),
);

/** Whether it is a word that sentences begin with, not written like an abbreviation: “It” and not “IT”. */
function isLittle(text: string, { name }: Token): boolean {
  const words = wordsOf(text, name);
  const isAbbreviation = words.length > 1 && words === words.toUpperCase();
  return (
    !isAbbreviation &&
    (littleWords.has(words.toLowerCase()) ||
      reportingPhrasesIn(words, { start: 0, end: words.length }).length > 0)
  );
}

function startsWithCapital(text: string, { name }: Token): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(wordsOf(text, name));
}

function wordsOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Whether the word stands anywhere in the text, as a whole word. */
function stands(text: string, word: string): boolean {
  return placesOf(text, word).length > 0;
}

/** Whether the word stands behind a word in small letters or a comma, which no sentence ends with. */
function standsWithinSentence(text: string, word: string): boolean {
  return placesOf(text, word).some((at) =>
    /[\p{Ll},][\s’']+$/u.test(text.slice(Math.max(0, at - 3), at)),
  );
}

/** Where the word stands as a whole word. */
function placesOf(text: string, word: string): number[] {
  const isInWord = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
  return occurrencesOf(text, word).filter((at) => !isInWord(at - 1) && !isInWord(at + word.length));
}
