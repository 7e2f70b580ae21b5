import type { Span } from '../text/span';
import { hullOf, movedBy, type Hull, type TextEdit } from '../text/textEdit';
import type { Quote, Target } from './annotation';
import { inTextOrder, type AnnotationSet } from './annotationSet';

/** Annotations after edits of the text. */
export interface Moved {
  readonly set: AnnotationSet;
  /** Whether nothing was edited within an annotation or at its ends, so that all have at most been shifted. */
  readonly isIntact: boolean;
}

/**
 * The annotations as they stand in the text after edits, one after the other, each of the text that the one
 * before it left. A target of which a piece has lost all of its words has no certain place any more.
 */
export function moved(set: AnnotationSet, edits: readonly TextEdit[]): Moved {
  const mover = new Mover(edits);
  const mentions = set.mentions.map((mention) => {
    const target = mover.target(mention.target);
    return target === mention.target ? mention : { ...mention, target };
  });
  const quotes = set.quotes.map((quote) => mover.quote(quote));
  // An edit changes the order only where it has taken something's place away.
  const ordered = mover.hasLost
    ? {
        mentions: inTextOrder(mentions, ({ target }) => target),
        quotes: inTextOrder(quotes, ({ content }) => content),
      }
    : { mentions, quotes };
  return { set: { ...set, ...ordered }, isIntact: mover.isIntact };
}

class Mover {
  readonly #edits: readonly TextEdit[];
  readonly #hull: Hull;
  hasLost = false;
  isIntact = true;

  constructor(edits: readonly TextEdit[]) {
    this.#edits = edits;
    this.#hull = hullOf(edits);
  }

  quote(quote: Quote): Quote {
    const { content, cue, speaker } = quote;
    const now = {
      content: this.target(content),
      cue: cue && this.target(cue.target),
      speaker: speaker?.target && this.target(speaker.target),
    };
    const isSame =
      now.content === content && now.cue === cue?.target && now.speaker === speaker?.target;
    if (isSame) return quote;
    return {
      ...quote,
      content: now.content,
      ...(now.cue && { cue: { ...cue, target: now.cue } }),
      ...(now.speaker && { speaker: { ...speaker, target: now.speaker } }),
    };
  }

  target(target: Target): Target {
    const { selectors, spans } = target;
    const [first] = spans ?? [];
    const last = spans?.at(-1);
    // Nearly all of a long article stands before what is typed, or behind it.
    const { span, growth } = this.#hull;
    if (!spans || !first || !last || last.end < span.start) return target;
    if (first.start > span.end) {
      return {
        selectors,
        spans: spans.map(({ start, end }) => ({ start: start + growth, end: end + growth })),
      };
    }
    return this.#edited(target, spans);
  }

  #edited(target: Target, spans: readonly Span[]): Target {
    this.isIntact = false;
    const { selectors } = target;
    const after: Span[] = [];
    for (const span of spans) {
      const now = this.#edits.reduce<Span | undefined>((at, edit) => at && movedBy(edit, at), span);
      if (!now) {
        this.hasLost = true;
        return { selectors };
      }
      after.push(now);
    }
    const isSame = after.every((span, i) => span === spans[i]);
    return isSame ? target : { selectors, spans: after };
  }
}
