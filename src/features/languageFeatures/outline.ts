import { extentOf, type Mention, type Quote } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { compareSpans, contains, type Span } from '../../core/text/span';

/** A quote or a mention in the outline of an article. */
export interface OutlineItem {
  readonly of:
    | { readonly kind: 'quote'; readonly quote: Quote }
    | { readonly kind: 'mention'; readonly mention: Mention };
  /** What is between its pieces included, so that the speaker in a split quote stands below it. */
  readonly extent: Span;
  /** What stands within it, and within none of these. */
  readonly children: readonly OutlineItem[];
}

/** The quotes and mentions in the order of the text, each below the one that holds it. */
export function outlineOf({ quotes, mentions }: AnnotationSet): OutlineItem[] {
  const items = [
    ...quotes.map((quote) => itemOf({ kind: 'quote', quote }, extentOf(quote.content))),
    ...mentions.map((mention) => itemOf({ kind: 'mention', mention }, extentOf(mention.target))),
  ].flat();
  // A quote comes before a mention of the same words.
  items.sort((a, b) => compareSpans(a.extent, b.extent));
  const top: OutlineItem[] = [];
  const around: GrowingItem[] = [];
  for (const item of items) {
    let parent = around.at(-1);
    while (parent && !contains(parent.extent, item.extent)) {
      around.pop();
      parent = around.at(-1);
    }
    (parent?.children ?? top).push(item);
    around.push(item);
  }
  return top;
}

interface GrowingItem extends OutlineItem {
  readonly children: OutlineItem[];
}

function itemOf(of: OutlineItem['of'], extent: Span | undefined): GrowingItem[] {
  return extent ? [{ of, extent, children: [] }] : [];
}
