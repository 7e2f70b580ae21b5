import type { Span } from '../../src/core/text/span';

/** Words in which spans were marked with `⟦` and `⟧`, and those spans in the order of their beginnings. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

/**
 * Takes the marks out of a text: `marked('She said ⟦“we won”⟧.')`. Marks may be nested.
 * @throws where they are not in pairs
 */
export function marked(source: string): Marked {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const piece of source.split(/(?=[⟦⟧])|(?<=[⟦⟧])/)) {
    if (piece === '⟦') {
      open.push(spans.push({ start: text.length, end: -1 }) - 1);
    } else if (piece === '⟧') {
      const index = open.pop();
      if (index === undefined) throw new Error(`“⟧” without “⟦”: ${source}`);
      spans[index] = { start: spans[index]?.start ?? 0, end: text.length };
    } else {
      text += piece;
    }
  }
  if (open.length > 0) throw new Error(`“⟦” without “⟧”: ${source}`);
  return { text, spans };
}

/** A text with one marked span. */
export function markedOnce(source: string): { readonly text: string; readonly span: Span } {
  const { text, spans } = marked(source);
  return { text, span: only(spans) };
}

/** The one item of a list. @throws where there is none, or more */
export function only<T>(items: readonly T[]): T {
  if (items.length !== 1) throw new Error(`${items.length} items, not one`);
  return nth(items, 0);
}

/** An item that has to be there. `index` is zero-based. */
export function nth<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index} of ${items.length}`);
  return item;
}
