import type { Span } from '../text/span';
import { trimmed } from '../text/words';
import { beginsSentence, parenthesis } from './attribution';
import { afterAdverbs, nominalPhraseAt, type NominalPhrase } from './nominalPhrase';
import { hidden } from './quoteContext';
import type { ReportingPhrase } from './reportingPhrases';
import { holdsOnlyAdverbs, isGerund, subjectBefore, subjectBehind } from './subject';

/** A sentence of an article; offsets are those of the article. */
export interface Sentence extends Span {
  readonly article: string;
  /** The article's text, what stands in quotation marks hidden. */
  readonly text: string;
  /** The words of the sentence that report, in its order. */
  readonly phrases: readonly ReportingPhrase[];
}

/** Between a verb or a source and what is reported, in UTF-16 units: `ieri ai giornalisti`. */
const longestAddressee = 60;
const addressee = `[^,;:()—–${hidden}]{0,${longestAddressee}}?`;
const firstWord = /^\s*([\p{L}\p{M}]+)/u;
const closing = /[.!?…。،,\s]+$/u;

/** What a phrase may report, by the words of its sentence: contents with their pieces, without marks at the ends. */
export function reportedContents(sentence: Sentence, cue: ReportingPhrase): Span[][] {
  const start = cue.kind === 'verb' ? behindVerb(sentence, cue) : behindSource(sentence, cue);
  const behind = start === undefined ? undefined : contentFrom(sentence, cue, start);
  const around = aroundClause(sentence, cue);
  return [...(behind ? [[behind]] : []), ...(around ? [around] : [])];
}

/** Where begins what a verb reports: `ha detto ieri che …`, `said …`, `sagte am Montag, …`. */
function behindVerb(sentence: Sentence, cue: ReportingPhrase): number | undefined {
  const { text, start, phrases } = sentence;
  const { complementizers, joiners, bare, isJoinedByComma } = cue.lexicon;
  const end = phrases.find((next) => next.start > cue.start)?.start ?? sentence.end;
  const behind = text.slice(cue.end, end);
  const from = afterAdverbs(text, { start: cue.end, end }, cue.lexicon);
  const direct = joining([...complementizers], '').exec(text.slice(from, end));
  if (direct) return from + direct[0].length;
  // Further behind, «di» holds a phrase together.
  const far = [...complementizers].filter((each) => !joiners.has(each));
  const joined =
    joining(far, addressee).exec(behind) ??
    (isJoinedByComma ? new RegExp(`^${addressee}[,，]\\s*`, 'u').exec(behind) : undefined);
  if (joined) return cue.end + joined[0].length;
  const verb = cue.exact.toLowerCase().split(/\s/u).at(-1) ?? '';
  const isBare = bare.has(verb) && mayBeginClause(text.slice(from, end), cue);
  return isBare && (isGerund(cue) || hasOwnSubject(text, start, cue)) ? from : undefined;
}

/** One of the words that join a clause to its verb, with what may stand before it. */
function joining(words: readonly string[], before: string): RegExp {
  const any = words.length > 0 ? words.join('|') : '(?!)';
  return new RegExp(`^${before}(?:[,，]\\s*)?(?<![\\p{L}\\p{M}])(?:${any})(?:\\s+|['’])`, 'u');
}

/** Whether a verb has a subject that does not stand behind a quotation: `“No,” Rossi said of the bridge`. */
function hasOwnSubject(text: string, start: number, cue: ReportingPhrase): boolean {
  const subject = subjectBefore(text, start, cue);
  return subject !== undefined && !text.slice(start, subject.start).trimEnd().endsWith(hidden);
}

/** Whether words behind a verb without a conjunction may be a clause: `said the bridge …`, not `said on Monday`. */
function mayBeginClause(words: string, { lexicon }: ReportingPhrase): boolean {
  const first = firstWord.exec(words)?.[1]?.toLowerCase();
  if (first === undefined) return false;
  const { prepositions, joiners, conjunctions, stops, openers } = lexicon;
  return (
    openers.has(first) ||
    ![prepositions, joiners, conjunctions, stops].some((list) => list.has(first))
  );
}

/** Where begins what a source at the beginning of the sentence reports: `Secondo Rossi, …`. */
function behindSource(sentence: Sentence, cue: ReportingPhrase): number | undefined {
  const { text, end } = sentence;
  const { prepositions, isSourceSetOff } = cue.lexicon;
  if (!beginsSentence(text, sentence, cue)) return undefined;
  const speaker = subjectBehind(text, { start: cue.start, end }, cue);
  if (!speaker) return undefined;
  const behind = text.slice(speaker.end, end);
  const comma = new RegExp(`^${addressee}[,،，]\\s*`, 'u').exec(behind);
  const isSetOff = /^\s*[,،，]/u.test(behind) || prepositions.has(wordOf(behind)) || isSourceSetOff;
  if (!isSetOff) return speaker.end;
  return comma ? speaker.end + comma[0].length : undefined;
}

/** `…, ha detto Rossi.`, `…, ha detto Rossi, …`, `…, according to Rossi.` */
function aroundClause(sentence: Sentence, cue: ReportingPhrase): Span[] | undefined {
  const { text, end } = sentence;
  const comma = text.lastIndexOf(',', cue.start);
  const first = trimmed(text, { start: afterConjunction(sentence, cue), end: comma });
  const clause = parenthesis(text, sentence, cue) ?? alone(sentence, comma, cue);
  if (!first || !clause || holdsQuotation(text, { start: comma, end: clause.end }))
    return undefined;
  if (isAllQuotation(text, first)) return undefined;
  const { speaker } = clause;
  const isInverted = speaker !== undefined && speaker.start > cue.start;
  if (isInverted && !isClauseOver(sentence, first, cue, speaker)) return undefined;
  const gap = /^\s*,\s*/u.exec(text.slice(clause.end, end));
  const rest = gap ? clause.end + gap[0].length : end;
  const second = goesOn(text, first, { start: rest, end }, cue)
    ? contentFrom(sentence, cue, rest)
    : undefined;
  return [first, ...(second ? [second] : [])];
}

/** A verb that is all of its clause: `…, ha aggiunto.` */
function alone({ text, end }: Sentence, comma: number, cue: ReportingPhrase) {
  const isAll =
    cue.kind === 'verb' &&
    !isGerund(cue) &&
    holdsOnlyAdverbs(text, { start: comma + 1, end: cue.start }, cue.lexicon) &&
    /^\s*(?:[,.]|$)/u.test(text.slice(cue.end, end));
  return isAll ? { end: cue.end, speaker: undefined } : undefined;
}

function holdsQuotation(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes(hidden);
}

/**
 * Whether what stands before an inverted verb may be a clause, and behind its subject none goes on: in
 * `Ugo Bani, the minister, said Irene Tasson had called` they are a subject and its verb.
 */
function isClauseOver(
  { text, end }: Sentence,
  first: Span,
  { kind, exact, lexicon }: ReportingPhrase,
  speaker: NominalPhrase,
): boolean {
  if (kind === 'source' || !lexicon.bare.has(exact)) return true;
  const comma = text.indexOf(',', first.start);
  const phrase = nominalPhraseAt(text, { start: first.start, end: comma }, lexicon);
  if (phrase?.end === comma) return false;
  const next = wordOf(text.slice(speaker.end, end));
  return next === '' || lexicon.prepositions.has(next) || lexicon.adverbs.has(next);
}

/**
 * Whether what stands behind the clause belongs to what was said: `the bridge, he said, is closed`, but not
 * `the bridge is closed, said Ugo Bani, the minister`.
 */
function goesOn(text: string, first: Span, rest: Span, { lexicon }: ReportingPhrase): boolean {
  const { determiners, prepositions, subordinators } = lexicon;
  const [lead, next] = [first, rest].map(({ start, end }) => wordOf(text.slice(start, end)));
  if (!lead || !next || prepositions.has(next) || lexicon.relatives.has(next)) return false;
  const isDependent = prepositions.has(lead) || subordinators.has(lead);
  return !determiners.has(next) || isDependent;
}

/** Behind a conjunction that begins the sentence and joins it to the one before. */
function afterConjunction({ text, start, end }: Sentence, { lexicon }: ReportingPhrase): number {
  const first = firstWord.exec(text.slice(start, end));
  const isConjunction = lexicon.conjunctions.has(first?.[1]?.toLowerCase() ?? '');
  return isConjunction ? start + (first?.[0].length ?? 0) : start;
}

function isAllQuotation(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).replaceAll(hidden, '').trim() === '';
}

/** From an offset to where the sentence, or what was said in it, is over. */
function contentFrom(sentence: Sentence, cue: ReportingPhrase, from: number): Span | undefined {
  const { article, text, phrases } = sentence;
  const start = from + (/^[\s:：–—]*/u.exec(text.slice(from))?.[0].length ?? 0);
  // What is in parentheses is said of the speaker: `Secondo Rossi (PD) …`.
  if (start >= sentence.end || text.startsWith('(', start)) return undefined;
  const ends = [
    sentence.end,
    text.indexOf(';', start),
    ...(isSubordinate(sentence, cue) ? [text.indexOf(',', start)] : []),
    ...phrases.flatMap((next) => (next.start > start ? endBefore(text, start, next) : [])),
  ];
  const content = trimmed(text, { start, end: Math.min(...ends.filter((end) => end > start)) });
  if (!content || isAllQuotation(text, content)) return undefined;
  const marks = closing.exec(article.slice(content.start, content.end))?.[0] ?? '';
  return trimmed(text, { start: content.start, end: content.end - marks.length });
}

/** `While Rossi said that …, Bani`: the sentence goes on with another clause behind the comma. */
function isSubordinate(
  { text, start }: Sentence,
  { start: verb, lexicon }: ReportingPhrase,
): boolean {
  const before = text.slice(start, verb);
  return !before.includes(',') && lexicon.subordinators.has(wordOf(before));
}

/** Where what was said is over before the next words that report: `…, adding that`, `… and said that`. */
function endBefore(text: string, start: number, next: ReportingPhrase): number[] {
  if (next.kind === 'source') return [];
  const before = text.slice(start, next.start);
  if (isGerund(next) && new RegExp(`[${hidden},]\\s*$`, 'u').test(before)) return [next.start];
  const conjunctions = [...next.lexicon.conjunctions].join('|') || '(?!)';
  const led = new RegExp(`(?:,?\\s(?:${conjunctions})|,)\\s+(\\p{L}*\\s*)$`, 'u').exec(before);
  const adverbs = { start: next.start - (led?.[1]?.length ?? 0), end: next.start };
  if (!led || !holdsOnlyAdverbs(text, adverbs, next.lexicon) || !introduces(text, next)) return [];
  return [start + led.index];
}

/** Whether what was said follows a verb. */
function introduces(text: string, { end, exact, lexicon }: ReportingPhrase): boolean {
  const behind = text.slice(end);
  const isJoined = lexicon.complementizers.has(wordOf(behind)) || /^\s*[:,]/u.test(behind);
  return isJoined || lexicon.bare.has(exact);
}

function wordOf(words: string): string {
  return firstWord.exec(words)?.[1]?.toLowerCase() ?? '';
}
