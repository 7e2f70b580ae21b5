import type { Quote, Target } from '../model/annotation';
import { inTextOrder, type AnnotationSet } from '../model/annotationSet';
import type { Span } from '../text/span';
import { hullOf, type Hull, type TextEdit } from '../text/textEdit';
import { Carrier } from './carry';

/** Annotations after edits of the text. */
export interface Following {
  readonly set: AnnotationSet;
  /** Whether nothing was edited within an annotation or at its ends, so that all have at most been shifted. */
  readonly isIntact: boolean;
}

/**
 * Annotations while their text is edited. What is not touched moves along with the words around it. What is
 * touched is carried over from the text as it was at first, so that it does not matter in how many steps an
 * edit was made: words that come back, by an undo or because they were cut out and put in elsewhere, are
 * annotated again. A target of which a piece has lost its words has no certain place meanwhile.
 */
export class Followed {
  readonly #first: AnnotationSet;
  readonly #firstText: string;
  /** The annotations by now, in the order that they had at first. */
  #now: Pick<AnnotationSet, 'mentions' | 'quotes'>;
  /** The targets by now whose words are other ones than at first, or gone. */
  #changed: ReadonlySet<Target> = new Set();
  /** Whether they may stand in another order by now. */
  #isMixed = false;

  /** @param text the text that the set was certain in, with LF as ends of line */
  constructor(set: AnnotationSet, text: string) {
    this.#first = set;
    this.#firstText = text;
    this.#now = set;
  }

  /**
   * Follows edits, each of the text that the one before it left.
   * @param text what they made of it
   */
  follow(edits: readonly TextEdit[], text: string): Following {
    if (text === this.#firstText) return this.#asAtFirst();
    const { mentions, quotes } = this.#now;
    let carrier: Carrier | undefined;
    const carry = (span: Span) => (carrier ??= new Carrier(this.#firstText, text)).carry(span);
    const isSame = (was: Span, is: Span) =>
      this.#firstText.slice(was.start, was.end) === text.slice(is.start, is.end);
    const mover = new Mover(hullOf(edits), this.#changed, carry, isSame);
    this.#now = {
      mentions: mentions.map((mention, i) => {
        const target = mover.target(mention.target, this.#first.mentions[i]?.target);
        return target === mention.target ? mention : { ...mention, target };
      }),
      quotes: quotes.map((quote, i) => mover.quote(quote, this.#first.quotes[i])),
    };
    this.#changed = mover.changed;
    const { isIntact } = mover;
    this.#isMixed ||= !isIntact;
    return { set: { ...this.#first, ...(this.#isMixed ? this.#ordered() : this.#now) }, isIntact };
  }

  #asAtFirst(): Following {
    this.#now = this.#first;
    this.#changed = new Set();
    return { set: this.#first, isIntact: false };
  }

  #ordered(): Pick<AnnotationSet, 'mentions' | 'quotes'> {
    return {
      mentions: inTextOrder(this.#now.mentions, ({ target }) => target),
      quotes: inTextOrder(this.#now.quotes, ({ content }) => content),
    };
  }
}

class Mover {
  readonly #hull: Hull;
  readonly #wereChanged: ReadonlySet<Target>;
  readonly #carry: (span: Span) => Span | undefined;
  readonly #isSame: (was: Span, is: Span) => boolean;
  readonly changed = new Set<Target>();
  isIntact = true;

  constructor(
    hull: Hull,
    wereChanged: ReadonlySet<Target>,
    carry: (span: Span) => Span | undefined,
    isSame: (was: Span, is: Span) => boolean,
  ) {
    this.#hull = hull;
    this.#wereChanged = wereChanged;
    this.#carry = carry;
    this.#isSame = isSame;
  }

  quote(quote: Quote, first: Quote | undefined): Quote {
    const content = this.target(quote.content, first?.content);
    const cue = quote.cue && this.#part(quote.cue, first?.cue);
    const speaker = quote.speaker && this.#part(quote.speaker, first?.speaker);
    const isSame = content === quote.content && cue === quote.cue && speaker === quote.speaker;
    return isSame ? quote : { ...quote, content, ...(cue && { cue }), ...(speaker && { speaker }) };
  }

  /** A cue, or a speaker, who may have no target. */
  #part<T extends { readonly target?: Target }>(
    part: T,
    first: { readonly target?: Target } | undefined,
  ): T {
    const target = part.target && this.target(part.target, first?.target);
    return target === part.target ? part : { ...part, target };
  }

  /** @param first the same target in the text as it was at first */
  target(target: Target, first: Target | undefined): Target {
    if (!first?.spans) return target;
    return this.#shifted(target) ?? this.#carried(target, first.spans);
  }

  /** The target where its words were not touched. Nearly all of a long article stands before what is typed, or behind it. */
  #shifted(target: Target): Target | undefined {
    const { selectors, spans } = target;
    if (!spans || this.#wereChanged.has(target)) return undefined;
    const { span: hull, growth } = this.#hull;
    if (spans.every(({ end }) => end < hull.start)) return target;
    if (!spans.every(({ start }) => start > hull.end)) return undefined;
    const shifted = spans.map(({ start, end }) => ({ start: start + growth, end: end + growth }));
    return { selectors, spans: shifted };
  }

  #carried({ selectors }: Target, first: readonly Span[]): Target {
    this.isIntact = false;
    const carried = first.flatMap((span) => this.#carry(span) ?? []);
    const isThere = carried.length === first.length;
    const now = isThere ? { selectors, spans: carried } : { selectors };
    const isUnchanged = isThere && first.every((span, i) => this.#isSame(span, carried[i] ?? span));
    if (!isUnchanged) this.changed.add(now);
    return now;
  }
}
