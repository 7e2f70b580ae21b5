import type { Span } from '../../../src/core/text/span';
import { paragraphAt } from '../../../src/core/text/words';

// What edits are made of: words, sentences and paragraphs of an article, and of others to take from.

/** What an editor has at hand: chance, words of other articles, and the names of this one. */
export interface Desk {
  /** A number that looks random, from 0 to below the given one. */
  readonly below: (limit: number) => number;
  /** Another article of the same collection. */
  readonly other: () => string;
  /** Names that the article's annotations have. */
  readonly names: readonly string[];
}

const words = new Intl.Segmenter('en', { granularity: 'word' });

export function wordsIn(text: string, { start, end }: Span): Span[] {
  return [...words.segment(text.slice(start, end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }));
}

/** Sentences of a paragraph with the white space behind them, roughly: an abbreviation ends one too. */
export function sentencesIn(text: string, { start, end }: Span): Span[] {
  const parts = text.slice(start, end).split(/(?<=[.!?…]["”’»)]*\s+|[。！？][”」』]*)/u);
  let at = start;
  return parts.map((part) => {
    const span = { start: at, end: at + part.length };
    at = span.end;
    return span;
  });
}

/** A paragraph with words in it, the longer ones more often. */
export function someParagraph(text: string, { below }: Desk): Span {
  for (let tries = 0; tries < 100; tries += 1) {
    const paragraph = paragraphAt(text, below(text.length));
    if (wordsIn(text, paragraph).length > 0) return paragraph;
  }
  return { start: 0, end: text.length };
}

export function pick<T>(list: readonly T[], { below }: Desk): T | undefined {
  return list[below(Math.max(1, list.length))];
}

/** One to three words that stand together. */
export function someWords(text: string, desk: Desk): Span {
  const list = wordsIn(text, someParagraph(text, desk));
  const first = desk.below(list.length || 1);
  const [from, to] = [list[first], list[Math.min(list.length - 1, first + desk.below(3))]];
  return { start: from?.start ?? 0, end: to?.end ?? 0 };
}

export function someSentence(text: string, desk: Desk): Span {
  return pick(sentencesIn(text, someParagraph(text, desk)), desk) ?? { start: 0, end: 0 };
}

export const sliceOf = (text: string, { start, end }: Span) => text.slice(start, end);

/** What the words of a text begin with, in small letters without accents: other spellings of a name begin alike. */
function beginnings(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 4));
}

const maxTries = 20;

/**
 * What is written in the place of words: with a word of theirs in it, or another spelling of one, it would be open
 * whether they were replaced, shortened or mended.
 */
export function wordsFor(gone: string, write: () => string): string {
  const taken = new Set(beginnings(gone));
  for (let tries = 0; tries < maxTries; tries += 1) {
    const written = write();
    if (!beginnings(written).some((part) => taken.has(part))) return written;
  }
  return '';
}

/**
 * What is written in the place of sentences, which speaks of nobody of this article of whom they spoke: it would be
 * open whether these are mentioned still.
 */
export function speakingOfOthers(gone: string, { names }: Desk, write: () => string): string {
  const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const spoken = new Set(names.filter((name) => gone.includes(name)).flatMap(wordsOf));
  for (let tries = 0; tries < maxTries; tries += 1) {
    const written = write();
    if (!wordsOf(written).some((word) => spoken.has(word))) return written;
  }
  return '';
}

export function otherWords(desk: Desk): string {
  const text = desk.other();
  return sliceOf(text, someWords(text, desk));
}

/** A sentence of another article; every second one speaks of somebody of this article. */
export function otherSentence(desk: Desk): string {
  const text = desk.other();
  const sentence = sliceOf(text, someSentence(text, desk)).trim();
  const name = pick(desk.names, desk);
  if (name === undefined || desk.below(2) === 0) return sentence;
  const capitals = wordsIn(sentence, { start: 0, end: sentence.length }).filter(({ start }) =>
    /\p{Lu}/u.test(sentence.charAt(start)),
  );
  const place = pick(capitals, desk) ?? { start: 0, end: 0 };
  const space = place.end === 0 ? ' ' : '';
  return sentence.slice(0, place.start) + name + space + sentence.slice(place.end);
}

export function otherParagraph(desk: Desk): string {
  return Array.from({ length: 1 + desk.below(3) }, () => otherSentence(desk)).join(' ');
}

/** A space where the words before end in a script that has some. */
export const spaceFor = (text: string) => (/[\u3000-\u9fff]/u.test(text) ? '' : ' ');

/** A stretch of words, and the white space before them. */
export function withSpace(text: string, { start, end }: Span): Span {
  return { start: /\s/u.test(text.charAt(start - 1)) ? start - 1 : start, end };
}
