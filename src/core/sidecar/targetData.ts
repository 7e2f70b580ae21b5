import { resolveSelector } from '../anchor/resolve';
import { describeSpan, type Selector } from '../anchor/selector';
import type { Target } from '../model/annotation';
import { pinned, type Conflict } from '../model/conflict';
import type { BlobId } from '../text/blobId';
import { compareSpans, type Span } from '../text/span';
import { selectorOf } from './anchors';
import type { YamlValue } from './render';
import { knownKeys, type SelectorData } from './shape';

type Mapping = Record<string, YamlValue>;

/** A target as a sidecar writes it: the keys of its selector, or `spans`. */
export function targetData(target: Target): Mapping {
  const selectors = selectorsData(target);
  const [only] = selectors;
  return selectors.length === 1 && only ? only : { spans: selectors };
}

/** The selectors of a target as a list. */
export function selectorsData({ selectors }: Target): Mapping[] {
  // Unknown keys came from YAML, so they can go back.
  return selectors.map(({ extra, ...keys }) => ({ ...keys, ...(extra as Mapping | undefined) }));
}

/**
 * The target that keys of a sidecar say, as those that `targetData` gives; undefined where they say none.
 * @param text the text that selectors are of which name none, with LF as ends of line
 */
export function targetIn(
  keys: Readonly<Record<string, unknown>>,
  text: string,
): Target | undefined {
  const { exact, spans } = keys;
  if (Array.isArray(spans)) return targetInList(spans as SelectorData[], text);
  return typeof exact === 'string'
    ? placedTarget([selectorOf(keys as SelectorData)], text)
    : undefined;
}

/** The target that a list of selectors says. */
export function targetInList(list: readonly SelectorData[], text: string): Target {
  const selectors = list.map((data): Selector => {
    const unknown = Object.entries(data).filter(([key]) => !knownKeys.selector.includes(key));
    return {
      ...selectorOf(data),
      ...(unknown.length > 0 && { extra: Object.fromEntries(unknown) }),
    };
  });
  return placedTarget(selectors, text);
}

/** A target with its places, if each of its selectors leads to one in its own text. */
function placedTarget(selectors: readonly Selector[], text: string): Target {
  const spans = selectors.flatMap((selector) => {
    const found = selector.text === undefined && resolveSelector(text, selector, true);
    return found && found.kind === 'placed' ? [found.span] : [];
  });
  return spans.length === selectors.length ? { selectors, spans } : { selectors };
}

/** Makes the selectors of targets such as are written for one text. */
export class SelectorsFor {
  readonly #text: string;
  readonly #textId: BlobId | undefined;
  readonly #previousTextId: BlobId | undefined;

  /**
   * @param text with LF as ends of line; the spans of targets are of it
   * @param previousTextId of the text that selectors are of which name none
   */
  constructor(text: string, textId: BlobId | undefined, previousTextId: BlobId | undefined) {
    this.#text = text;
    this.#textId = textId;
    this.#previousTextId = previousTextId;
  }

  target(target: Target): Target {
    const { selectors, spans } = target;
    const written = selectors.map((selector, index) => {
      const span = spans?.[index];
      return span ? this.#placed(selector, span) : this.#unplaced(selector);
    });
    const isSame = written.every((selector, index) => selector === selectors[index]);
    return isSame ? target : { ...target, selectors: written };
  }

  /** The conflict; its selectors name the text that they were written for, where that is another one by now. */
  conflict(conflict: Conflict): Conflict {
    const previous = this.#previousTextId;
    return previous === undefined || previous === this.#textId
      ? conflict
      : pinned(conflict, previous);
  }

  /** The selector as it is where it leads to the span in the text, else a new one. */
  #placed(selector: Selector, span: Span): Selector {
    const { text, ...written } = selector;
    if (text === undefined && this.#textId === this.#previousTextId) return selector;
    const unpinned = text === undefined || text === this.#textId ? written : undefined;
    const found = unpinned && resolveSelector(this.#text, unpinned, true);
    if (unpinned && found?.kind === 'placed' && compareSpans(found.span, span) === 0) {
      return unpinned;
    }
    return {
      ...describeSpan(this.#text, span),
      ...(selector.extra && { extra: selector.extra }),
    };
  }

  /** A selector without a certain place keeps the id of the text that it was written for. */
  #unplaced(selector: Selector): Selector {
    const written = selector.text ?? this.#previousTextId;
    return written === undefined || written === this.#textId
      ? selector
      : { ...selector, text: written };
  }
}
