import type { Span } from './span';

/** The words of a span of a text replaced by others. */
export interface TextEdit {
  readonly span: Span;
  /** How many UTF-16 code units, ends of line as LF, stand in their place. */
  readonly length: number;
}

/** The stretch of a text outside of which some edits, one after the other, have at most shifted the words. */
export interface Hull {
  /** In the text before all of them. */
  readonly span: Span;
  /** By how many code units the words behind it have moved. */
  readonly growth: number;
}

export function hullOf(edits: readonly TextEdit[]): Hull {
  let [start, end, growth] = [Infinity, -Infinity, 0];
  for (const { span, length } of edits) {
    // What stands before the stretch has not moved, what stands behind it has moved by what it has grown.
    start = Math.min(start, span.start);
    end = Math.max(end, span.end - growth);
    growth += length - (span.end - span.start);
  }
  return { span: { start, end }, growth };
}
