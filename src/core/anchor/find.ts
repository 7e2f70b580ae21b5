import type { Span } from '../text/span';
import {
  candidatesFor,
  soughtOf,
  wholeOf,
  type Candidate,
  type Side,
  type Sought,
} from './candidates';
import { FoldedText } from './folded';
import { occurrencesOf } from './occurrences';
import { Remembered } from './remembered';
import type { Selector } from './selector';
import { evidence, search, thresholds } from './weights';

/** What becomes of a span in a text that it was not written for. */
export type Anchoring =
  | { readonly kind: 'placed'; readonly span: Span }
  /** Not certain: no place that is likely enough, or several that are. Those that may be meant, the best first. */
  | { readonly kind: 'lost' | 'ambiguous'; readonly candidates: readonly Span[] };

/** So many places are offered for a span that has no certain one. */
const maxOffered = 5;

/**
 * Finds selectors in a text (with LF as ends of line) that they were not written for, by their words and
 * contexts: see docs/anchoring.md.
 * @param lists selectors that stood in the order of the text, as those of one entity do
 * @param known the places of those that need not be looked for
 */
export function findSelectors(
  text: string,
  lists: readonly (readonly Selector[])[],
  known: readonly (readonly (Span | undefined)[])[] = [],
): Anchoring[][] {
  return new Finder(new FoldedText(text), lists, known).find();
}

interface Item {
  readonly sought: Sought;
  readonly whole: string;
  readonly occurrence: number | undefined;
  /** Where the words begin that have all of their context. */
  readonly starts: readonly number[];
  /** Where they stand in the text itself, if that is known. */
  readonly known: Span | undefined;
}

/** A place and what speaks for it. */
interface Ranked {
  readonly candidate: Candidate;
  readonly points: number;
}

class Finder {
  readonly #text: FoldedText;
  readonly #lists: readonly (readonly Item[])[];
  readonly #remembered: Remembered;
  /** The highest number that a selector with copies has, by its words and context. */
  readonly #copies = new Map<string, number>();
  /** The words and context of the selector that certainly stands in a place, by the place. */
  readonly #taken = new Map<string, string>();

  constructor(
    text: FoldedText,
    lists: readonly (readonly Selector[])[],
    known: readonly (readonly (Span | undefined)[])[],
  ) {
    this.#text = text;
    this.#remembered = new Remembered(text.text);
    this.#lists = lists.map((list, l) =>
      list.map((selector, i) => this.#item(selector, known[l]?.[i])),
    );
    for (const item of this.#lists.flat()) {
      const { whole, occurrence = 1 } = item;
      this.#copies.set(whole, Math.max(occurrence, this.#copies.get(whole) ?? 1));
      const start = certainStart(item);
      if (start === undefined) continue;
      this.#taken.set(keyOf({ start, end: start + item.sought.exact.length }), whole);
      const first = start - item.sought.prefix.length;
      if (text.text.startsWith(whole, first)) this.#remembered.add(first, whole.length);
    }
  }

  find(): Anchoring[][] {
    const claims = new Map<string, { whole: string; points: number }[]>();
    const decided = this.#lists.map((list) =>
      list.map((item, index) => {
        if (item.known) return { kind: 'placed' as const, span: item.known };
        if (item.starts.length > 0) return this.#amongCopies(list, item, index);
        const ranked = this.#rank(item);
        const best = accepted(item.sought, ranked);
        if (best) {
          const claim = { whole: item.whole, points: best.points };
          const key = keyOf(best.candidate.span);
          claims.set(key, [...(claims.get(key) ?? []), claim]);
        }
        return { ranked, best };
      }),
    );
    return decided.map((list) =>
      list.map((each) => ('kind' in each ? each : this.#anchoring(each.ranked, each.best, claims))),
    );
  }

  #item(selector: Selector, known: Span | undefined): Item {
    const sought = soughtOf(selector);
    const whole = wholeOf(sought);
    if (known) {
      const { start } = this.#text.fold(known);
      return { sought, whole, occurrence: undefined, starts: [start], known };
    }
    const starts = occurrencesOf(this.#text.text, whole, search.maxExact);
    return {
      sought,
      whole,
      occurrence: selector.occurrence,
      starts: starts.map((start) => start + sought.prefix.length),
      known,
    };
  }

  /** The place of words with all of their context, of which the text has a copy or several. */
  #amongCopies(list: readonly Item[], item: Item, index: number): Anchoring {
    const { starts, occurrence, whole, sought } = item;
    const spanAt = (start: number) =>
      this.#text.unfold({ start, end: start + sought.exact.length });
    const certain = certainStart(item);
    if (certain !== undefined) return { kind: 'placed', span: spanAt(certain) };
    const between = this.#between(list, item, index);
    const numbered = starts[(occurrence ?? 0) - 1];
    const isComplete = starts.length === this.#copies.get(whole);
    const counted = isComplete ? numbered : undefined;
    const [single] = between.length === 1 ? between : [];
    // A copy is left at least, and what is not another selector's place has the right number.
    const isLeft = starts.length > 1 && single === numbered;
    const only = occurrence === undefined || isLeft ? single : undefined;
    const found = counted !== undefined && between.includes(counted) ? counted : only;
    if (found !== undefined) return { kind: 'placed', span: spanAt(found) };
    return { kind: 'ambiguous', candidates: starts.slice(0, maxOffered).map(spanAt) };
  }

  /** Which of its places are nobody else's, and in the order of its list. */
  #between(list: readonly Item[], item: Item, index: number): number[] {
    const { starts, sought } = item;
    const after = lastCertain(list.slice(0, index).reverse()) ?? -1;
    const before = lastCertain(list.slice(index + 1)) ?? Infinity;
    return starts.filter(
      (start) =>
        after < start &&
        start < before &&
        !this.#isOfAnother(item, { start, end: start + sought.exact.length }),
    );
  }

  /** Whether another selector certainly stands there, with another context. */
  #isOfAnother({ whole }: Item, place: Span): boolean {
    const taken = this.#taken.get(keyOf(place));
    return taken !== undefined && taken !== whole;
  }

  /** The places that a selector may mean, the best first. */
  #rank(item: Item): Ranked[] {
    const { sought } = item;
    const candidates = candidatesFor(this.#text, sought).filter(
      ({ span, words }) =>
        !this.#isOfAnother(item, span) && !this.#remembered.contradicts(sought, span, words === 1),
    );
    const copies = candidates.filter(({ words }) => words === 1).length;
    return candidates
      .map((candidate) => ({ candidate, points: pointsFor(sought, candidate, copies) }))
      .sort((a, b) => b.points - a.points);
  }

  #anchoring(
    ranked: readonly Ranked[],
    best: Ranked | undefined,
    claims: ReadonlyMap<string, readonly { whole: string; points: number }[]>,
  ): Anchoring {
    const offered = (): Span[] =>
      ranked.slice(0, maxOffered).map(({ candidate }) => this.#text.unfold(candidate.span));
    if (!best) return { kind: 'lost', candidates: offered() };
    const rivals = (claims.get(keyOf(best.candidate.span)) ?? []).filter(
      ({ points }) => points + thresholds.margin > best.points,
    );
    const isContested = rivals.some(({ whole }) => whole !== rivals[0]?.whole);
    if (isContested || !isAlone(ranked)) return { kind: 'ambiguous', candidates: offered() };
    return { kind: 'placed', span: this.#text.unfold(best.candidate.span) };
  }
}

/** Where the words begin that have all of their context once, where that was so in the old text. */
function certainStart({ starts, occurrence }: Item): number | undefined {
  return starts.length === 1 && occurrence === undefined ? starts[0] : undefined;
}

/** The first certain place of a list. */
function lastCertain(items: readonly Item[]): number | undefined {
  for (const item of items) {
    const start = certainStart(item);
    if (start !== undefined) return start;
  }
  return undefined;
}

const keyOf = ({ start, end }: Span) => `${start} ${end}`;

/** Whether no other place is nearly as likely as the first one. */
function isAlone([best, ...others]: readonly Ranked[]): boolean {
  return others.every(({ candidate: { span }, points }) => {
    const first = best?.candidate.span;
    const isApart = first && (span.end <= first.start || first.end <= span.start);
    return !isApart || points + thresholds.margin <= best.points;
  });
}

/** The best place, where enough speaks for it. */
function accepted({ exact }: Sought, [best]: readonly Ranked[]): Ranked | undefined {
  if (!best) return undefined;
  const { candidate, points } = best;
  const { words, before, behind } = candidate;
  if (words === 1) return points >= thresholds.exact ? best : undefined;
  const least = points >= thresholds.strong ? thresholds.lessWords : thresholds.words;
  const isBetween =
    exact.length > search.shortWords ||
    [before, behind].every(({ own, ownLength }) => own >= thresholds.side * ownLength);
  return points >= thresholds.changed && words >= least && isBetween ? best : undefined;
}

/** @param copies how many places have the very words */
function pointsFor({ exact }: Sought, candidate: Candidate, copies: number): number {
  const context = pointsOf(candidate.before) + pointsOf(candidate.behind);
  const { length } = exact;
  if (candidate.words < 1) {
    const { none, most } = evidence.changed;
    return context + (candidate.words - none) * Math.min(most, length);
  }
  const { each, most } = copies > 1 ? evidence.copied : evidence.unique;
  return context + Math.min(most, length * each);
}

function pointsOf({ own, ownLength, beyond, isAtEdge, isBroken }: Side): number {
  const there = own + evidence.beyond * beyond + (isAtEdge ? evidence.edge : 0);
  const missing = isBroken ? 1 : ownLength > 0 ? (ownLength - own) / ownLength : 0;
  return there - evidence.missing * missing;
}
