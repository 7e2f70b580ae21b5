import type { Anchoring } from '../anchor/find';
import { anchorAll, type WrittenSelector } from '../anchor/reanchor';
import { resolveSelector, type Resolution } from '../anchor/resolve';
import type { Selector } from '../anchor/selector';
import type { BlobId } from '../text/blobId';
import type { Span } from '../text/span';
import type { ArticleFile } from './articleFile';
import type { SelectorData, SidecarData, TargetData } from './shape';

/** The text, with LF as ends of line, that has an id; undefined where it is not at hand. */
export type OldTexts = (id: BlobId) => string | undefined;

/**
 * Where the selectors of a sidecar stand in its article. Those of the present text are looked up one by one;
 * where there are others, all are found together, since they tell each other's places.
 */
export class Anchors {
  readonly #data: SidecarData;
  readonly #article: ArticleFile;
  readonly #oldTexts: OldTexts;
  /** Whether the selectors that say nothing else were written for the article's present text. */
  readonly isSameText: boolean;
  /** The ids of texts that the article does not have any more and that are not at hand. */
  readonly missingTexts: readonly BlobId[];
  readonly #isAllOfThisText: boolean;
  #found: ReadonlyMap<SelectorData, Anchoring> | undefined;

  constructor(data: SidecarData, article: ArticleFile, oldTexts: OldTexts) {
    this.#data = data;
    this.#article = article;
    this.#oldTexts = oldTexts;
    this.isSameText = data.text === undefined || article.identity.matches(data.text);
    const pinned = listsOf(data).flatMap((list) => list.flatMap(({ text }) => text ?? []));
    const named = new Set([...pinned, ...(data.text === undefined ? [] : [data.text])]);
    const others = [...named].filter((id) => !article.identity.matches(id));
    this.#isAllOfThisText = others.length === 0;
    this.missingTexts = others.filter((id) => oldTexts(id) === undefined);
  }

  /** Where a selector of the sidecar leads. */
  resolve(data: SelectorData): Resolution {
    if (!this.#isAllOfThisText) return this.#anchoring(data);
    return resolveSelector(this.#article.text.text, selectorOf(data), true);
  }

  /** The places that a target of several pieces may have, the best first, its pieces in their order. */
  candidates(pieces: readonly SelectorData[]): Span[][] {
    return pieces.reduce<Span[][]>(
      (places, piece) => {
        const anchoring = this.#anchoring(piece);
        const spans = anchoring.kind === 'placed' ? [anchoring.span] : anchoring.candidates;
        return places
          .flatMap((place) => spans.map((span) => [...place, span]))
          .filter(areInOrder)
          .slice(0, maxOffered);
      },
      [[]],
    );
  }

  #anchoring(data: SelectorData): Anchoring {
    this.#found ??= this.#findAll();
    return this.#found.get(data) ?? { kind: 'lost', candidates: [] };
  }

  #findAll(): ReadonlyMap<SelectorData, Anchoring> {
    const lists = listsOf(this.#data);
    const written = lists.map((list) => list.map((data) => this.#written(data)));
    const found = anchorAll(this.#article.text.text, written);
    return new Map(
      lists.flatMap((list, l) =>
        list.flatMap((data, i) => {
          const anchoring = found[l]?.[i];
          return anchoring ? [[data, anchoring] as const] : [];
        }),
      ),
    );
  }

  #written(data: SelectorData): WrittenSelector {
    const { text, identity } = this.#article;
    const id = data.text ?? this.#data.text;
    const isThis = id === undefined || identity.matches(id);
    return {
      selector: selectorOf(data),
      text: isThis ? text.text : this.#oldTexts(id),
      // Only what has no certain place keeps the id of its own text.
      wasLost: data.text !== undefined,
    };
  }
}

/** So many places are offered for a target in several pieces. */
const maxOffered = 5;

function areInOrder(spans: readonly Span[]): boolean {
  return spans.every((span, i) => i === 0 || span.start >= (spans[i - 1]?.end ?? 0));
}

/** The selectors of a target, one for each of its pieces. */
export function piecesOf(data: TargetData): readonly SelectorData[] {
  return data.spans ?? [data];
}

/** A selector without the unknown keys beside it. */
export function selectorOf({ exact, prefix, suffix, occurrence, text }: SelectorData): Selector {
  return {
    exact,
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
    ...(occurrence !== undefined && { occurrence }),
    ...(text !== undefined && { text }),
  };
}

/** All selectors, in lists of those that stand in the order of the text. */
function listsOf({ entities = {}, quotes = [] }: SidecarData): SelectorData[][] {
  return [
    ...Object.values(entities).map(({ mentions = [] }) => mentions.flatMap(piecesOf)),
    quotes.flatMap(({ content }) => content),
    quotes.flatMap(({ cue }) => (cue ? piecesOf(cue) : [])),
    quotes.flatMap(({ speaker }) => (speaker && isAnchored(speaker) ? piecesOf(speaker) : [])),
  ];
}

/** Whether a speaker stands in the text. */
export function isAnchored(speaker: object): speaker is TargetData {
  return 'exact' in speaker || 'spans' in speaker;
}
