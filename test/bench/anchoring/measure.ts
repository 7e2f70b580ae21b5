import { describeSpan } from '../../../src/core/anchor/selector';
import { reanchor } from '../../../src/core/anchor/reanchor';
import type { Anchoring } from '../../../src/core/anchor/find';
import type { Span } from '../../../src/core/text/span';
import { trimmed } from '../../../src/core/text/words';
import type { Annotated } from './articles';
import type { Edition } from './edition';
import { findAsHypothesis, hypothesisSelector } from './hypothesis';

/** What an edit did to the words of a span. */
export const fates = ['unchanged', 'changed a little', 'changed much', 'deleted'] as const;
export type Fate = (typeof fates)[number];

/** What a method made of a span: a deleted one is right where it has no place. */
export const results = ['right', 'lost', 'wrong'] as const;
export type Result = (typeof results)[number];

/** Of so large a part of a span's words, in UTF-16 code units, an edit may touch while it changes them a little. */
const little = 1 / 3;

export type Method = (article: Annotated, text: string) => readonly (Span | undefined)[];

const spanOf = (anchoring: Anchoring) => (anchoring.kind === 'placed' ? anchoring.span : undefined);
const selectorsOf = ({ text, lists }: Annotated) =>
  lists.map((list) => list.map((span) => describeSpan(text, span)));

/** Each gives the places of an article's spans in another text. */
export const methods = {
  Hypothesis: (article, text) =>
    article.lists
      .flat()
      .map((span) => findAsHypothesis(text, hypothesisSelector(article.text, span))),
  'Chiosa, by selectors': (article, text) =>
    reanchor(undefined, text, selectorsOf(article)).flat().map(spanOf),
  'Chiosa, with the old text': (article, text) =>
    reanchor(article.text, text, selectorsOf(article)).flat().map(spanOf),
} as const satisfies Record<string, Method>;
export type MethodName = keyof typeof methods;
export const methodNames = Object.keys(methods) as MethodName[];

export function fateOf(
  words: string,
  text: string,
  { span, touched }: Edition['spans'][number],
): Fate {
  if (!span) return 'deleted';
  if (touched === 0 && text.slice(span.start, span.end) === words) return 'unchanged';
  return touched <= little * words.length ? 'changed a little' : 'changed much';
}

/** White space at the ends of a span makes no difference. */
export function resultOf(text: string, truth: Span | undefined, found: Span | undefined): Result {
  if (!found) return truth ? 'lost' : 'right';
  const [a, b] = [truth && trimmed(text, truth), trimmed(text, found)];
  return truth && a?.start === b?.start && a?.end === b?.end ? 'right' : 'wrong';
}

/** How many spans had which fate and which result. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(fate: Fate, result: Result, count = 1): void {
    const key = `${fate} ${result}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  addAll(other: Tally): void {
    for (const fate of fates) {
      for (const result of results) this.add(fate, result, other.of(fate, result));
    }
  }

  of(fate: Fate, result: Result): number {
    return this.#counts.get(`${fate} ${result}`) ?? 0;
  }

  all(fate: Fate): number {
    return results.reduce((sum, result) => sum + this.of(fate, result), 0);
  }

  /** In percent. */
  share(fate: Fate, result: Result): number {
    return (100 * this.of(fate, result)) / Math.max(1, this.all(fate));
  }

  get wrong(): number {
    return fates.reduce((sum, fate) => sum + this.of(fate, 'wrong'), 0);
  }
}
