import type { AnnotationSet } from '../../core/model/annotationSet';
import type { Placed } from '../../core/model/places';
import { mentionIndex, quoteIndex, type QuoteRole } from '../../core/model/spanIndex';
import type { Span } from '../../core/text/span';
import { levelsAround, levelsInside } from './levels';

/** How many levels of nesting look different; what is deeper looks like the last of them. */
export const levelCount = 3;

/** What a mark says: a mention of an entity of a type, or a part of a quote. */
export type Marked =
  { readonly role: 'mention'; readonly type: string } | { readonly role: QuoteRole };

/** Which part of a span a mark is: all of it, or its first or last character, by the side that ends there. */
export type MarkPart = 'whole' | 'left' | 'right';

/** All that makes a mark look different from another. */
export interface Look {
  readonly of: Marked;
  /** Mentions count the levels inside them, quotes those around them; below `levelCount`. */
  readonly level: number;
  readonly part: MarkPart;
  /**
   * VS Code draws decorations of one type that touch as one. Every other one of such spans has a twin of
   * its look, which is drawn alike but by itself.
   */
  readonly isTwin: boolean;
}

/** The places of a look in the text, in order. */
export interface Marks {
  readonly look: Look;
  readonly spans: readonly Span[];
}

/** What to mark in a stretch of the text, by `lookKey`. Annotations without a certain place are not marked. */
export function computeDecorations(
  set: AnnotationSet,
  text: string,
  stretch: Span,
): ReadonlyMap<string, Marks> {
  const mentions = mentionIndex(set).overlapping(stretch);
  const parts = quoteIndex(set).overlapping(stretch);
  const marks = new Map<string, { readonly look: Look; readonly spans: Span[] }>();
  const add = (look: Look, span: Span) => {
    const key = lookKey(look);
    const known = marks.get(key);
    if (known) known.spans.push(span);
    else marks.set(key, { look, spans: [span] });
  };
  const addAll = <T>(
    placed: readonly Placed<T>[],
    levels: readonly number[],
    markedOf: (item: T) => Marked,
  ) => {
    const ends = new Map<string, { readonly end: number; readonly isTwin: boolean }>();
    placed.forEach(({ item, span }, i) => {
      const of = markedOf(item);
      const level = Math.min(levels[i] ?? 0, levelCount - 1);
      const family = lookKey({ of, level, part: 'whole', isTwin: false });
      const before = ends.get(family);
      const isTwin = before !== undefined && span.start <= before.end && !before.isTwin;
      ends.set(family, { end: span.end, isTwin });
      add({ of, level, part: 'whole', isTwin }, span);
      // The outlines of cues and speakers show where they end.
      if (of.role === 'cue' || of.role === 'speaker') return;
      for (const { part, at } of edges(text, span)) add({ of, level, part, isTwin }, at);
    });
  };
  addAll(mentions, levelsInside(mentions.map(spanOf)), ({ entity }) => ({
    role: 'mention',
    type: set.entities.get(entity)?.type ?? 'other',
  }));
  addAll(parts, levelsAround(parts.map(spanOf)), ({ role }) => ({ role }));
  return marks;
}

/** A look as a string: the same for looks that are the same. */
export function lookKey({ of, level, part, isTwin }: Look): string {
  const marked = of.role === 'mention' ? `mention ${of.type}` : of.role;
  return [marked, level, part, ...(isTwin ? ['twin'] : [])].join(' ');
}

function spanOf({ span }: { readonly span: Span }): Span {
  return span;
}

const firstCharacter = /^.\p{M}*/su;
const lastCharacter = /.\p{M}*$/su;
/** Longer than any letter with its marks, in code units. */
const longestCharacter = 8;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** The first and the last character of a span, and the side of it on which the span begins or ends. */
function edges(text: string, { start, end }: Span): { part: MarkPart; at: Span }[] {
  const beginning = text.slice(start, Math.min(end, start + longestCharacter));
  const ending = text.slice(Math.max(start, end - longestCharacter), end);
  const first = firstCharacter.exec(beginning)?.[0] ?? '';
  const last = lastCharacter.exec(ending)?.[0] ?? '';
  return [
    {
      part: rightToLeft.test(first) ? 'right' : 'left',
      at: { start, end: start + first.length },
    },
    {
      part: rightToLeft.test(last) ? 'left' : 'right',
      at: { start: end - last.length, end },
    },
  ];
}
