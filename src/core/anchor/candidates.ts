import approximately from 'approx-string-match';
import type { Span } from '../text/span';
import { isUnspaced } from '../text/tokens';
import { Carrier } from './carry';
import { FoldedText } from './folded';
import { extension, likeness } from './likeness';
import { occurrencesOf } from './occurrences';
import type { Selector } from './selector';
import { search } from './weights';

/** A place that a selector may mean. All lengths in UTF-16 code units of the folded text. */
export interface Candidate {
  readonly span: Span;
  /** How much of the words is there, from 0 to 1. */
  readonly words: number;
  readonly before: Side;
  readonly behind: Side;
}

/** What of the context is there on one side. */
export interface Side {
  /** Of the sentence of the words: one for each code unit that is there, less those that are not. */
  readonly own: number;
  /** How long that part of the context is, in UTF-16 code units. */
  readonly ownLength: number;
  /** Of the sentences beyond. */
  readonly beyond: number;
  /** Whether the paragraph begins or ends there, as it should. */
  readonly isAtEdge: boolean;
  /** Whether a sentence or a paragraph should begin or end there and does not. */
  readonly isBroken: boolean;
}

/** A selector, folded as the text is that it is looked for in. */
export interface Sought {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
  /** Whether the prefix goes back to the beginning of its paragraph, and the suffix on to the end. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Whether the words are of one paragraph. */
  readonly isOfOne: boolean;
}

export function soughtOf({ exact, prefix = '', suffix = '' }: Selector): Sought {
  const folded = new FoldedText(prefix + exact + suffix);
  const { start, end } = folded.fold({ start: prefix.length, end: prefix.length + exact.length });
  return {
    prefix: folded.text.slice(0, start),
    exact: folded.text.slice(start, end),
    suffix: folded.text.slice(end),
    isFirst: prefix.length < search.wholeContext,
    isLast: suffix.length < search.wholeContext,
    isOfOne: !exact.includes('\n'),
  };
}

/** The words with their context. */
export function wholeOf({ prefix, exact, suffix }: Sought): string {
  return prefix + exact + suffix;
}

/** The places in a text that a selector may mean, each once. */
export function candidatesFor(text: FoldedText, sought: Sought): Candidate[] {
  const { prefix, exact, suffix } = sought;
  const spans = new Map<string, Span>();
  const add = (span: Span) => {
    if (span.start < span.end) spans.set(`${span.start} ${span.end}`, span);
  };
  const exactly = occurrencesOf(text.text, exact, search.maxExact + 1);
  if (exactly.length <= search.maxExact) {
    for (const at of exactly) {
      const span = { start: at, end: at + exact.length };
      if (!cutsWord(text.text, at) && !cutsWord(text.text, span.end)) add(span);
    }
  }
  for (const starts of likelyStarts(text.text, prefix + exact + suffix, prefix.length)) {
    const same = starts.filter(
      (start) =>
        text.text.startsWith(exact, start) &&
        !cutsWord(text.text, start) &&
        !cutsWord(text.text, start + exact.length),
    );
    for (const start of same) add({ start, end: start + exact.length });
    if (same.length === 0) for (const span of changedWords(text, sought, starts)) add(span);
  }
  const copies = copiesIn(sought);
  return [...spans.values()]
    .map((span) => assess(text, sought, span))
    .filter((place) =>
      copies.every((copy) => contextOf(assess(text, copy, place.span)) <= contextOf(place)),
    );
}

/** The same words where they stand in the context once more, which are others than those sought. */
function copiesIn(sought: Sought): Sought[] {
  const whole = wholeOf(sought);
  const { exact, prefix } = sought;
  return occurrencesOf(whole, exact)
    .filter((at) => at !== prefix.length)
    .map((at) => ({
      ...sought,
      prefix: whole.slice(0, at),
      suffix: whole.slice(at + exact.length),
    }));
}

/** How much of the context is there, in UTF-16 code units. */
function contextOf({ before, behind }: Candidate): number {
  return before.own + before.beyond + behind.own + behind.beyond;
}

/**
 * Where the words would begin, by the pieces of the selector that stand in the text; the likeliest first.
 * What is put in or taken out within them makes several beginnings of one place.
 */
function likelyStarts(text: string, whole: string, offset: number): number[][] {
  const count = Math.floor((whole.length - search.piece) / search.step) + 1;
  const stride = search.step * Math.ceil(Math.max(1, count / search.maxPieces));
  const starts: number[] = [];
  for (let at = 0; at + search.piece <= whole.length; at += stride) {
    const places = occurrencesOf(text, whole.slice(at, at + search.piece), search.maxPlaces + 1);
    if (places.length > search.maxPlaces) continue;
    for (const place of places) starts.push(place - at + offset);
  }
  const groups: number[][] = [];
  const near = search.near + (whole.length - offset) / 4;
  for (const start of starts.sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && start - (last.at(-1) ?? 0) <= near) last.push(start);
    else groups.push([start]);
  }
  const most = Math.max(...groups.map(({ length }) => length));
  return groups
    .filter(({ length }) => length >= search.leastPieces * most)
    .sort((a, b) => b.length - a.length)
    .slice(0, search.maxCompared);
}

/** Words that are much like those sought and begin near some places. */
function changedWords(
  folded: FoldedText,
  { prefix, exact, suffix, isOfOne }: Sought,
  starts: readonly number[],
): Span[] {
  const { text } = folded;
  const [first, last] = [Math.max(0, Math.min(...starts)), Math.max(...starts)];
  const middle = (starts[starts.length >> 1] ?? 0) + (exact.length >> 1);
  const all = { start: 0, end: text.length };
  const within = isOfOne ? folded.lineAt(Math.max(0, Math.min(middle, text.length - 1))) : all;
  const from = Math.max(within.start, first - prefix.length - search.room);
  const to = Math.min(within.end, last + exact.length + suffix.length + search.room);
  const window = text.slice(from, to);
  const span = { start: prefix.length, end: prefix.length + exact.length };
  const carried = new Carrier(prefix + exact + suffix, window, true).carry(span);
  if (carried) return [{ start: from + carried.start, end: from + carried.end }];
  if (exact.length > search.shortWords || exact.length < search.leastWords) return [];
  const nearFrom = Math.max(0, first - search.near);
  const near = text.slice(nearFrom, last + exact.length + search.near);
  return approximately(near, exact, Math.floor(exact.length * search.maxErrors))
    .map(({ start, end }) => wholeWords(text, { start: nearFrom + start, end: nearFrom + end }))
    .filter(({ start, end }) => !isContext(text.slice(start, end), prefix, suffix));
}

const letter = /[\p{L}\p{N}]/u;

/** Whether like words stood beside those sought already. */
function isContext(words: string, prefix: string, suffix: string): boolean {
  return prefix.trimEnd().endsWith(words) || suffix.trimStart().startsWith(words);
}

/** Whether an offset is within a word. Where no spaces part words, each character may end one. */
function cutsWord(text: string, at: number): boolean {
  if (at === 0 || !letter.test(text.charAt(at - 1)) || !letter.test(text.charAt(at))) return false;
  return !isUnspaced(text.slice(at - 1, at + 1));
}

/** The span with the rest of a word that it cuts, where that is only a few letters. */
function wholeWords(text: string, { start, end }: Span): Span {
  const cuts = (at: number) => cutsWord(text, at);
  let [first, last] = [start, end];
  while (first > start - 3 && cuts(first)) first -= 1;
  while (last < end + 3 && cuts(last)) last += 1;
  return { start: cuts(first) ? start : first, end: cuts(last) ? end : last };
}

function assess(text: FoldedText, sought: Sought, { start, end }: Span): Candidate {
  const { prefix, exact, suffix } = sought;
  const found = text.text.slice(start, end);
  const left = text.text.slice(Math.max(0, start - prefix.length - search.near), start);
  const right = text.text.slice(end, end + suffix.length + search.near);
  const [firstStart, lastEnd] = [start - prefix.length, end + suffix.length];
  return {
    span: { start, end },
    words: found === exact ? 1 : likeness(exact, found),
    before: side(
      reversed(prefix),
      reversed(left),
      endBefore,
      sought.isFirst,
      firstStart <= 0 || text.hasLineEnd(firstStart - 1, firstStart),
    ),
    behind: side(
      suffix,
      right,
      endBehind,
      sought.isLast,
      lastEnd >= text.text.length || text.hasLineEnd(lastEnd, lastEnd + 1),
    ),
  };
}

/** Where a sentence ends behind words, or before them, read from the words on. */
const endBehind = /[.!?…]["')\]]*(?:\s|$)/u;
const endBefore = /(?:^|\s)["'([]*[.!?…]|$/u;

/** @param isAtEdge whether a line ends in the text where the context does */
function side(
  context: string,
  found: string,
  end: RegExp,
  hasEdge: boolean,
  isAtEdge: boolean,
): Side {
  const length = extension(context, found);
  const match = end.exec(context);
  const ownLength = match?.[0] ? match.index + 1 : context.length;
  const own = Math.min(length, ownLength);
  const isBroken =
    hasEdge && length === context.length
      ? !isAtEdge && !startsWithBreak(found.slice(length), end)
      : ownLength <= 2 && !startsWithBreak(found, end) && !(isAtEdge && length === context.length);
  return {
    own,
    ownLength,
    beyond: length - own,
    isAtEdge: hasEdge && isAtEdge && length === context.length,
    isBroken,
  };
}

/** Whether a sentence ends at once. */
function startsWithBreak(found: string, end: RegExp): boolean {
  const match = end.exec(found);
  return match !== null && match.index <= 1;
}

function reversed(words: string): string {
  return Array.from(words).reverse().join('');
}
