import { firstIndex } from '../text/bisect';
import { compareSpans, type Span } from '../text/span';

/** A thing of the article at one of its places. */
export interface Placed<T> {
  readonly item: T;
  readonly span: Span;
}

/**
 * Things of the article and where they stand. Lists side by side and not a list of objects: there are tens
 * of thousands of them in a long article, made anew with each key that is typed into it.
 */
export class Places<T> {
  readonly items: T[];
  /** In the unit of spans. */
  readonly starts: number[];
  readonly ends: number[];

  private constructor(items: T[], starts: number[], ends: number[]) {
    this.items = items;
    this.starts = starts;
    this.ends = ends;
  }

  static none<T>(): Places<T> {
    return new Places<T>([], [], []);
  }

  get length(): number {
    return this.items.length;
  }

  at(index: number): Placed<T> {
    return { item: this.items[index] as T, span: this.#spanAt(index) };
  }

  add(item: T, { start, end }: Span): void {
    this.items.push(item);
    this.starts.push(start);
    this.ends.push(end);
  }

  /** Puts a place where it belongs among places in the order of the text. */
  insert({ item, span }: Placed<T>): void {
    const at = firstIndex(this.length, (i) => compareSpans(span, this.#spanAt(i)) < 0);
    this.items.splice(at, 0, item);
    this.starts.splice(at, 0, span.start);
    this.ends.splice(at, 0, span.end);
  }

  /** A copy without the places of some items. */
  without(isGone: ((item: T) => boolean) | undefined): Places<T> {
    if (!isGone) return new Places([...this.items], [...this.starts], [...this.ends]);
    const kept = Places.none<T>();
    for (const [i, item] of this.items.entries()) {
      if (!isGone(item)) kept.add(item, this.#spanAt(i));
    }
    return kept;
  }

  /** The same places in the order of the text. */
  inOrder(): Places<T> {
    if (this.#isInOrder()) return this;
    const ordered = Places.none<T>();
    const all = this.items.map((_, i) => this.at(i));
    for (const { item, span } of all.sort((a, b) => compareSpans(a.span, b.span))) {
      ordered.add(item, span);
    }
    return ordered;
  }

  #isInOrder(): boolean {
    const { starts, ends } = this;
    for (let i = 1; i < this.length; i += 1) {
      const later = (starts[i] ?? 0) - (starts[i - 1] ?? 0);
      if (later < 0 || (later === 0 && (ends[i] ?? 0) > (ends[i - 1] ?? 0))) return false;
    }
    return true;
  }

  #spanAt(index: number): Span {
    return { start: this.starts[index] ?? 0, end: this.ends[index] ?? 0 };
  }
}
