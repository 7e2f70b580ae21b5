import type { Span } from '../text/span';
import { occurrencesOf } from './occurrences';
import { paragraphAt } from '../text/words';
import type { BlobId } from '../text/blobId';

/**
 * How a span is written in a sidecar: a TextQuoteSelector of the W3C Web Annotation Data Model. In LF
 * text, the span is the `exact` of the `occurrence`-th `prefix + exact + suffix`.
 */
export interface Selector {
  readonly exact: string;
  /** The text before `exact`, within its paragraph. */
  readonly prefix?: string;
  /** The text behind `exact`, within its paragraph. */
  readonly suffix?: string;
  /** Which one, counted from 1, where `prefix + exact + suffix` stands more than once. */
  readonly occurrence?: number;
  /** The text that it was written for, where that is not the text that the sidecar names. */
  readonly text?: BlobId;
  /** Unknown keys of a selector in a list. Those of a single selector belong to the annotation. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * Context on either side, in code points. As in Hypothesis's client (`CONTEXT_LEN`, 32): long enough to
 * tell most copies of a name apart, short enough to keep an annotation on one readable line.
 */
export const contextLength = 32;

/** The selector for a span of the text: context cut at word boundaries, `occurrence` only where needed. */
export function describeSpan(text: string, span: Span): Selector {
  const exact = text.slice(span.start, span.end);
  const prefix = contextBefore(text, span.start);
  const suffix = contextAfter(text, span.end);
  const starts = occurrencesOf(text, prefix + exact + suffix);
  const nth = starts.indexOf(span.start - prefix.length) + 1;
  return {
    exact,
    ...(prefix && { prefix }),
    ...(suffix && { suffix }),
    ...(starts.length > 1 && { occurrence: nth }),
  };
}

function contextBefore(text: string, end: number): string {
  const points = Array.from(text.slice(paragraphAt(text, end).start, end));
  if (points.length <= contextLength) return points.join('');
  const window = points.slice(-contextLength).join('');
  const outside = points[points.length - contextLength - 1] ?? '';
  const isAtWord = /\s/u.test(outside) || /^\s/u.test(window);
  // An accent on a space goes with the space.
  const words = (isAtWord ? window : window.replace(/^\S+/u, '')).replace(/^[\s\p{M}]+/u, '');
  // Without a space in it (a long word, Chinese) the window is cut between characters.
  return words || window.replace(/^\p{M}+/u, '') || window;
}

function contextAfter(text: string, start: number): string {
  const points = Array.from(text.slice(start, paragraphAt(text, start).end));
  if (points.length <= contextLength) return points.join('');
  const window = points.slice(0, contextLength).join('');
  const outside = points[contextLength] ?? '';
  if (/\s/u.test(outside) || /\s$/u.test(window)) return window.trimEnd() || window;
  const wholeWords = /^([^]*\S)\s+\S*$/u.exec(window)?.[1];
  const cutsCharacter = /^\p{M}/u.test(outside);
  return wholeWords ?? ((cutsCharacter && window.replace(/\P{M}\p{M}*$/u, '')) || window);
}
