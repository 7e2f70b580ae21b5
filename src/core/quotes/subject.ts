import type { Span } from '../text/span';
import { afterAdverbs, nominalPhraseAt, type NominalPhrase } from './nominalPhrase';
import type { Lexicon, ReportingPhrase } from './reportingPhrases';

/** Between a subject and its verb, in UTF-16 units: `, 45,`, `, ministro della Difesa,`. More is a clause. */
const longestApposition = 90;
const clauseEnd = /[,;:()—–"\uFFFC]/gu;
/** English, Italian, Spanish and Portuguese. */
const gerund = /(?:ing|[aei]ndo)$/u;
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** The subject of a verb that stands before it, in its clause or before an apposition: `Rossi, 45, ha detto`. */
export function subjectBefore(
  text: string,
  start: number,
  { start: verb, lexicon }: ReportingPhrase,
): NominalPhrase | undefined {
  const clause = clauseBefore(text, start, verb);
  const inClause = phraseUntil(text, clause, lexicon);
  if (inClause) return inClause;
  // An apposition stands between commas, right before the verb.
  if (!/,\s*$/u.test(text.slice(start, verb))) return undefined;
  const apposition = clauseBefore(text, start, text.lastIndexOf(',', verb - 1));
  const isShort = apposition.end - apposition.start <= longestApposition;
  if (!isShort || text.charAt(apposition.start - 1) !== ',') return undefined;
  const subject = phraseUntil(text, clauseBefore(text, start, apposition.start - 1), lexicon);
  if (!subject || subject.name) return subject;
  return namedBehindComma(text, { start: subject.end, end: verb }, subject, lexicon);
}

/** `il ministro degli Esteri, Ugo Bani,`: a description and the name behind it, up to punctuation. */
function namedBehindComma(
  text: string,
  range: Span,
  described: NominalPhrase,
  lexicon: Lexicon,
): NominalPhrase | undefined {
  const comma = /^\s*,/u.exec(text.slice(range.start, range.end))?.[0];
  if (comma === undefined || described.isPronoun) return undefined;
  const behind = { start: range.start + comma.length, end: range.end };
  const { name, start = 0, end = 0 } = nominalPhraseAt(text, behind, lexicon) ?? {};
  if (name?.start !== start || !/^\s*(?:[,.;:)]|$)/u.test(text.slice(end, range.end)))
    return undefined;
  return { start: described.start, end, name, isPronoun: false };
}

/**
 * Who speaks, right behind a verb (`ha detto ieri il ministro Rossi`) or a preposition (`secondo Rossi`). What goes on with a
 * word that the lists do not know may be another clause (`dice Bani mente`), so it names nobody.
 */
export function subjectBehind(
  text: string,
  range: Span,
  cue: ReportingPhrase,
): NominalPhrase | undefined {
  const { kind, exact, end, lexicon } = cue;
  if (isGerund(cue) || (kind === 'verb' && lexicon.addressing.has(exact))) return undefined;
  const phrase = nominalPhraseAt(text, { start: end, end: range.end }, lexicon);
  if (!phrase || kind === 'source') return phrase;
  const rest = { start: phrase.end, end: range.end };
  if (!isOver(text, rest, phrase, lexicon)) return undefined;
  return (phrase.name ? undefined : namedBehindComma(text, rest, phrase, lexicon)) ?? phrase;
}

/** Whether the word behind a phrase, if there is one, cannot make a clause of it. */
function isOver(
  text: string,
  { start, end }: Span,
  { isPronoun }: NominalPhrase,
  lexicon: Lexicon,
): boolean {
  const next = /^(?:\s*|['’])([\p{L}\p{M}]*)/u.exec(text.slice(start, end))?.[1] ?? '';
  if (next === '') return true;
  return !isPronoun && (lexicon.prepositions.has(next) || lexicon.stops.has(next));
}

/** Whether a phrase is a gerund, behind which no subject stands: `adding`, `aggiungendo`. */
export function isGerund({ kind, exact }: ReportingPhrase): boolean {
  return kind === 'verb' && gerund.test(exact);
}

/** Whether only adverbs and white space stand in the range. */
export function holdsOnlyAdverbs(text: string, range: Span, lexicon: Lexicon): boolean {
  return text.slice(afterAdverbs(text, range, lexicon), range.end).trim() === '';
}

/** From the last mark that ends a clause before `end`. */
function clauseBefore(text: string, start: number, end: number): Span {
  const marks = [...text.slice(start, end).matchAll(clauseEnd)];
  return { start: start + (marks.at(-1)?.index ?? -1) + 1, end };
}

/** The phrase that reaches from the beginning of a clause, or from a conjunction in it, to its end. */
function phraseUntil(text: string, clause: Span, lexicon: Lexicon): NominalPhrase | undefined {
  let mayBegin = true;
  for (const { 0: exact, index } of text.slice(clause.start, clause.end).matchAll(wordPattern)) {
    if (mayBegin) {
      const phrase = nominalPhraseAt(
        text,
        { start: clause.start + index, end: clause.end },
        lexicon,
      );
      const rest = phrase && { start: phrase.end, end: clause.end };
      if (rest && holdsOnlyAdverbs(text, rest, lexicon)) return phrase;
    }
    mayBegin = lexicon.stops.has(exact.toLowerCase());
  }
  return undefined;
}
