import type { EntityId } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import type { Span } from '../text/span';
import { afterAdverbs, nominalPhraseAt, type NominalPhrase } from './nominalPhrase';
import { hidden, quoteContext, type QuoteContext } from './quoteContext';
import { lexiconsFor, reportingPhrasesIn, type ReportingPhrase } from './reportingPhrases';
import { sentenceEnds } from './sentence';
import { entityOfPhrase, speakerGoingOn } from './speakerEntity';
import { holdsOnlyAdverbs, subjectBefore, subjectBehind } from './subject';

/** What the words around a quote say of who said it and how. */
export interface Attribution {
  readonly cue?: Span;
  /** Words, the entity that they refer to, or both; an entity alone where the verb has no subject. */
  readonly speaker?: ProposedSpeaker;
}

export interface ProposedSpeaker {
  readonly span?: Span;
  readonly entity?: EntityId;
  /** Whether the words have a name; a pronoun or a description leaves it to the text before who it is. */
  readonly isNamed: boolean;
}

/** The words that attribute a quote; `end` is where they end. */
export interface Clause {
  readonly cue?: ReportingPhrase;
  readonly speaker?: NominalPhrase;
  readonly end: number;
}

/** Between a verb and its quote, in UTF-16 units: `ai giornalisti:`. More is another clause. */
const longestAddressee = 60;
/** Between two pieces of what one says, behind the speaker, in UTF-16 units: `, a margine della visita.` */
const longestAside = 120;

/**
 * The cue and the speaker that the words around a quote name, by the rules of docs/quotes.md; what is in
 * doubt is left out. `content` has the pieces of the quote in the order of the text, without marks.
 */
export function proposeAttribution(
  set: AnnotationSet,
  text: string,
  content: readonly Span[],
): Attribution {
  const context = quoteContext(text, content, set.article.language);
  const clause = context && clauseOf(context);
  if (!clause) return {};
  const speaker = speakerOf(set, text, clause, content);
  // «Per Rossi» names who thinks so, «per domani» and «per l’Italia» do not.
  const isDoubtful =
    clause.cue?.exact.toLowerCase() === 'per' &&
    set.entities.get(speaker?.entity ?? '')?.type !== 'person';
  if (isDoubtful) return {};
  const { cue } = clause;
  return {
    ...(cue && { cue: { start: cue.start, end: cue.end } }),
    ...(speaker && { speaker }),
  };
}

function speakerOf(
  set: AnnotationSet,
  text: string,
  { cue, speaker }: Clause,
  content: readonly Span[],
): Attribution['speaker'] {
  if (speaker) {
    const entity = entityOfPhrase(set, text, speaker);
    const span = { start: speaker.start, end: speaker.end };
    return { span, ...(entity !== undefined && { entity }), isNamed: speaker.name !== undefined };
  }
  const isGoingOn = cue?.lexicon.continuing.has(cue.exact.toLowerCase().split(/\s/u).at(-1) ?? '');
  const entity = isGoingOn ? speakerGoingOn(set, text, content[0]?.start ?? 0) : undefined;
  return entity === undefined ? undefined : { entity, isNamed: false };
}

/** The clause that attributes a quote: the rules in the order of their certainty. */
function clauseOf(context: QuoteContext): Clause | undefined {
  return (
    directlyBefore(context) ??
    directlyAfter(context, context.firstEnd) ??
    directlyAfter(context, context.outer.end) ??
    signed(context) ??
    earlierInSentence(context) ??
    elsewhereInSentence(context) ??
    goingOn(context)
  );
}

/** `Rossi ha detto: «…»`, `ha detto Rossi: «…»`, `Rossi: «…»`. */
function directlyBefore({ text, sentence, outer, language }: QuoteContext): Clause | undefined {
  const before = { start: sentence.start, end: outer.start };
  const cue = lastVerb(text, before, language);
  if (!cue) {
    const isAnnounced = /[:：]\s*$/u.test(text.slice(before.start, before.end));
    const name = isAnnounced ? onlyName(text, before, language) : undefined;
    return name && { speaker: name, end: outer.start };
  }
  const speaker = subjectBefore(text, sentence.start, cue);
  if (!speaker) {
    const behind = subjectBehind(text, before, cue);
    const rest = text.slice(behind?.end ?? 0, outer.start);
    const isAll = /^\s*[:,]?\s*$/u.test(withoutComplementizer(rest, cue));
    if (behind && isAll) return { cue, speaker: behind, end: outer.start };
  }
  if (!leadsTo(text, { start: cue.end, end: outer.start }, cue)) return undefined;
  return { cue, ...(speaker && { speaker }), end: outer.start };
}

/** Whether nothing but punctuation, a conjunction, adverbs or an addressee stands between a verb and its quote. */
function leadsTo(text: string, between: Span, cue: ReportingPhrase): boolean {
  const { exact, lexicon } = cue;
  const words = text.slice(between.start, between.end).trim();
  if (words.includes(hidden)) return false;
  if (words.endsWith(':') || words.endsWith('：')) return words.length <= longestAddressee;
  const before = withoutComplementizer(words, cue);
  const bare = before.replace(/[,，]$/u, '').trim();
  const isJoined = before !== words || bare !== before;
  const behind = afterAdverbs(bare, { start: 0, end: bare.length }, lexicon);
  if (behind === bare.length) return isJoined || bare === '' || lexicon.bare.has(exact);
  // `told reporters, “…”`, `said in a letter that`
  const first = firstWord(bare, { start: behind, end: bare.length });
  const hasAddressee = lexicon.addressing.has(exact) || lexicon.prepositions.has(first);
  return hasAddressee && isJoined && !bare.includes(',') && bare.length <= longestAddressee;
}

/** Words between a verb and what was said, without the conjunction at their end that joins the two. */
function withoutComplementizer(words: string, { lexicon }: ReportingPhrase): string {
  const last = /(?<![\p{L}\p{M}])([\p{L}\p{M}]+)['’]?\s*$/u.exec(words);
  const isJoining = lexicon.complementizers.has(last?.[1]?.toLowerCase() ?? '');
  return isJoining ? words.slice(0, last?.index).trimEnd() : words;
}

/**
 * `«…», ha detto Rossi`, `“…,” Rossi said`, `«…», secondo Rossi`, `“…,” Rossi, 45, said`: right behind the
 * closing mark at `from`.
 */
function directlyAfter({ text, bounds, language }: QuoteContext, from: number): Clause | undefined {
  const range = clauseFrom(text, { start: from, end: bounds.end });
  const [cue] = range ? reportingPhrasesIn(text, range, language) : [];
  if (!range || !cue) return undefined;
  if (holdsOnlyAdverbs(text, { start: range.start, end: cue.start }, cue.lexicon)) {
    const speaker = subjectBehind(text, range, cue);
    if (speaker) return { cue, speaker, end: speaker.end };
    return cue.kind === 'verb' ? { cue, end: cue.end } : undefined;
  }
  if (cue.kind === 'source') return undefined;
  const speaker = subjectBefore(text, range.start, cue);
  return speaker?.start === range.start ? { cue, speaker, end: cue.end } : undefined;
}

/** The words behind a closing mark that belong to its sentence, up to the next quotation. */
function clauseFrom(text: string, { start: mark, end }: Span): Span | undefined {
  const gate = /^\s*[,،，—–-]?\s*/u.exec(text.slice(mark, end))?.[0] ?? '';
  const start = mark + gate.length;
  const first = text.charAt(start);
  // A new sentence is another one's, unless it goes on in lower case: «Perché?» chiede Rossi.
  const isNewSentence =
    text.charAt(mark - 1) === '.' && !gate.includes(',') && !/\p{Ll}/u.test(first);
  if (isNewSentence || /[.:;!?]/u.test(first)) return undefined;
  const [sentenceEnd = end] = sentenceEnds(text, { start, end });
  const next = text.slice(start, sentenceEnd).indexOf(hidden);
  return { start, end: next < 0 ? sentenceEnd : start + next };
}

/** `«…» — Rossi`: a dash and a name that end the paragraph. */
function signed({ text, bounds, outer, language }: QuoteContext): Clause | undefined {
  const rest = { start: outer.end, end: bounds.end };
  const dash = /^\s*[―—–-]\s*/u.exec(text.slice(rest.start, rest.end));
  if (!dash) return undefined;
  const speaker = onlyName(text, { start: rest.start + dash[0].length, end: rest.end }, language);
  return speaker && { speaker, end: speaker.end };
}

/** The name that is all of a range but for a colon or a full stop behind it. */
function onlyName(text: string, range: Span, language?: string): NominalPhrase | undefined {
  return lexiconsFor(language)
    .map((lexicon) => nominalPhraseAt(text, range, lexicon))
    .find((phrase) => phrase?.name && /^\s*[:：.]?\s*$/u.test(text.slice(phrase.end, range.end)));
}

/** `«…», ha detto Rossi, «…»` and `“…,” Rossi said. “…”`: what attributes the quotation before goes on for this one. */
function goingOn(context: QuoteContext): Clause | undefined {
  const { text, outer, previousEnd, language } = context;
  if (previousEnd === undefined) return undefined;
  const clause = directlyAfter(context, previousEnd);
  if (!clause?.speaker || clause.end > outer.start) return undefined;
  const aside = { start: clause.end, end: outer.start };
  const ends = sentenceEnds(text, aside);
  const isOneClause =
    aside.end - aside.start <= longestAside &&
    ends.every((end) => end === outer.start) &&
    !clause.cue?.lexicon.complementizers.has(firstWord(text, aside)) &&
    reportingPhrasesIn(text, aside, language).length === 0;
  return isOneClause ? clause : undefined;
}

/** `Rossi ha detto che il ponte è «…»`, `Secondo Rossi il ponte è «…»`. */
function earlierInSentence({ text, sentence, outer, language }: QuoteContext): Clause | undefined {
  const before = { start: sentence.start, end: outer.start };
  const [first] = reportingPhrasesIn(text, before, language);
  if (first?.kind === 'source' && beginsSentence(text, sentence, first)) {
    const speaker = subjectBehind(text, before, first);
    if (speaker) return { cue: first, speaker, end: speaker.end };
  }
  const cue = lastVerb(text, before, language);
  const behind = cue && firstWord(text, { start: cue.end, end: outer.start });
  if (!cue?.lexicon.complementizers.has(behind ?? '')) return undefined;
  const speaker = subjectBefore(text, sentence.start, cue);
  return speaker && { cue, speaker, end: cue.end };
}

/** Whether nothing but a conjunction stands before a phrase in its sentence. */
export function beginsSentence(text: string, sentence: Span, phrase: ReportingPhrase): boolean {
  const before = text.slice(sentence.start, phrase.start).trim().toLowerCase();
  return before === '' || phrase.lexicon.conjunctions.has(before);
}

/** `Il ponte, ha detto Rossi, è «…»`, `Il ponte è «…» da ieri, Rossi said.`: a clause of its own between commas. */
function elsewhereInSentence({
  text,
  sentence,
  outer,
  language,
}: QuoteContext): Clause | undefined {
  const [before, after] = [
    { start: sentence.start, end: outer.start },
    { start: outer.end, end: sentence.end },
  ];
  return [after, before]
    .flatMap((range) => reportingPhrasesIn(text, range, language).map((cue) => ({ range, cue })))
    .map(({ range, cue }) => parenthesis(text, range, cue))
    .find((clause) => clause !== undefined);
}

/** The clause of a verb, if a comma begins it and a comma or the range ends it. */
export function parenthesis(text: string, range: Span, cue: ReportingPhrase): Clause | undefined {
  const start = text.lastIndexOf(',', cue.start) + 1;
  if (start <= range.start) return undefined;
  const speaker = holdsOnlyAdverbs(text, { start, end: cue.start }, cue.lexicon)
    ? subjectBehind(text, range, cue)
    : subjectBefore(text, start, cue);
  if (!speaker) return undefined;
  const end = Math.max(cue.end, speaker.end);
  const rest = text.slice(end, range.end);
  // `…, Rossi said, “…”` and `…, ha detto Rossi: «…»` attribute what comes.
  const isClosed =
    speaker.start > cue.start ? !/^\s*:/u.test(rest) : /^\s*(?:[,.;)](?!\s*\uFFFC)|$)/u.test(rest);
  return isClosed ? { cue, speaker, end } : undefined;
}

/** The word that a range begins with, in lower case. */
function firstWord(text: string, { start, end }: Span): string {
  return /^\s*([\p{L}\p{M}]+)/u.exec(text.slice(start, end))?.[1]?.toLowerCase() ?? '';
}

function lastVerb(text: string, range: Span, language?: string): ReportingPhrase | undefined {
  return reportingPhrasesIn(text, range, language)
    .filter(({ kind }) => kind === 'verb')
    .at(-1);
}
