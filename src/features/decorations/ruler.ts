import { spansOf, type EntityId } from '../../core/model/annotation';
import { mentionsOf, type AnnotationSet } from '../../core/model/annotationSet';
import { mentionIndex, quoteIndex } from '../../core/model/spanIndex';
import type { ArticleText } from '../../core/text/articleText';
import type { Lines } from './stretch';

/** What has marks of its own in the overview ruler: the mentions of a type, the quotes, the partners. */
export type RulerSubject = { readonly type: string } | 'quotes' | 'partners';

/**
 * The ruler shows the whole article in as many pixels as the window is high, so more ranges than this for
 * one colour only cost time: lines that are closer together are taken as one.
 */
const mostRanges = 500;

/** The lines of the article with mentions, by type. */
export function mentionLines(set: AnnotationSet, text: ArticleText): Map<string, Lines[]> {
  const lines = new Map<string, number[]>();
  const lineOf = lineFinder(text);
  for (const { item, span } of mentionIndex(set).all) {
    const type = set.entities.get(item.entity)?.type ?? 'other';
    const known = lines.get(type);
    const line = lineOf(span.start);
    if (known) known.push(line);
    else lines.set(type, [line]);
  }
  return new Map([...lines].map(([type, each]) => [type, mergedLines(each, text.lineCount)]));
}

/** The lines of the article with quotes. */
export function quoteLines(set: AnnotationSet, text: ArticleText): Lines[] {
  const lineOf = lineFinder(text);
  const lines = quoteIndex(set).all.flatMap(({ item, span }) =>
    item.role === 'content' ? [lineOf(span.start)] : [],
  );
  return mergedLines(lines, text.lineCount);
}

/** The lines of the article with mentions of one entity. */
export function entityLines(set: AnnotationSet, entity: EntityId, text: ArticleText): Lines[] {
  const lineOf = lineFinder(text);
  const lines = mentionsOf(set, entity).flatMap(({ target }) =>
    spansOf(target).map(({ start }) => lineOf(start)),
  );
  return mergedLines(
    lines.sort((a, b) => a - b),
    text.lineCount,
  );
}

/** Finds the lines of offsets, with the least work where they come in the order of the text. */
function lineFinder(text: ArticleText): (offset: number) => number {
  let [line, start, behind] = [0, 0, 0];
  return (offset) => {
    if (offset < start || offset >= behind) {
      line = text.positionAt(offset).line;
      start = text.lineSpan(line).start;
      behind = text.lineSpan(line).end + 1;
    }
    return line;
  };
}

/** Ascending lines, which may repeat, merged to at most `mostRanges` ranges. */
export function mergedLines(lines: readonly number[], lineCount: number): Lines[] {
  const step = Math.ceil(lineCount / mostRanges);
  const merged: { first: number; last: number }[] = [];
  for (const line of lines) {
    const before = merged.at(-1);
    if (before && line < before.last + step) before.last = line;
    else merged.push({ first: line, last: line });
  }
  return merged;
}
