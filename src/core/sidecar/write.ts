import { resolveSelector } from '../anchor/resolve';
import { describeSpan, type Selector } from '../anchor/selector';
import type { Entity, Extra, Mention, Quote, Speaker, Target } from '../model/annotation';
import { mentionsOf, type AnnotationSet, type ArticleFields } from '../model/annotationSet';
import { compareSpans, type Span } from '../text/span';
import { patchYaml } from './patch';
import type { ArticleFile } from './read';
import { renderBlock, type YamlValue } from './render';
import { formatVersion, knownKeys } from './shape';

type Mapping = Record<string, YamlValue>;

/**
 * The sidecar that says `set`, for the article's present text. `previous` is the source that the set was
 * read from: whatever still says the right thing stays in it byte for byte. Without it the sidecar is
 * written in the canonical form. The same set and the same `previous` always give the same bytes.
 */
export function writeSidecar(
  set: AnnotationSet,
  article: ArticleFile,
  previous?: { readonly source: string; readonly textId?: string },
): string {
  const textId = article.identity.id(previous?.textId);
  const writer = new Writer(article, textId, previous?.textId ?? textId);
  const data = writer.sidecar(set);
  return previous === undefined ? renderBlock(data, [], 0) : patchYaml(previous.source, data);
}

/** Whether nothing would be lost if there were no sidecar at all. */
export function saysNothing(set: AnnotationSet, source: string): boolean {
  const { article, entities, quotes, mentions, extra } = set;
  const parts = [article, extra, quotes, mentions].map((part) => Object.keys(part).length);
  return entities.size === 0 && parts.every((count) => count === 0) && !source.includes('#');
}

/** Turns annotations into the plain values of a sidecar. */
export class Writer {
  readonly #article: ArticleFile;
  readonly #textId: string;
  readonly #previousTextId: string;

  constructor(article: ArticleFile, textId: string, previousTextId: string) {
    this.#article = article;
    this.#textId = textId;
    this.#previousTextId = previousTextId;
  }

  sidecar(set: AnnotationSet): Mapping {
    const { extra: articleExtra, ...fields } = set.article;
    const article = { ...inKnownOrder(fields), ...asYaml(articleExtra) };
    const entities = [...set.entities.values()].sort((a, b) => compareCodePoints(a.id, b.id));
    return {
      chiosa: formatVersion,
      text: this.#textId,
      ...(Object.keys(article).length > 0 && { article }),
      ...(entities.length > 0 && {
        entities: Object.fromEntries(
          entities.map((entity) => [entity.id, this.entity(entity, mentionsOf(set, entity.id))]),
        ),
      }),
      ...(set.quotes.length > 0 && { quotes: set.quotes.map((quote) => this.quote(quote)) }),
      ...asYaml(set.extra),
    };
  }

  entity({ name, type, extra }: Entity, mentions: readonly Mention[]): Mapping {
    const list = mentions.map((mention) => this.#mention(mention));
    return { name, type, ...(list.length > 0 && { mentions: list }), ...asYaml(extra) };
  }

  #mention({ target, extra }: Mention): Mapping {
    return { ...this.#target(target), ...asYaml(extra) };
  }

  quote({ kind, content, cue, speaker, extra }: Quote): Mapping {
    return {
      kind,
      content: this.#selectors(content),
      ...(cue && { cue: { ...this.#target(cue.target), ...asYaml(cue.extra) } }),
      ...(speaker && { speaker: this.#speaker(speaker) }),
      ...asYaml(extra),
    };
  }

  #speaker({ entity, target, extra }: Speaker): Mapping {
    return {
      ...(entity !== undefined && { entity }),
      ...(target && this.#target(target)),
      ...asYaml(extra),
    };
  }

  #target(target: Target): Mapping {
    const selectors = this.#selectors(target);
    const [only] = selectors;
    return selectors.length === 1 && only ? only : { spans: selectors };
  }

  #selectors({ selectors, spans }: Target): Mapping[] {
    return selectors.map((selector, index) => {
      const span = spans?.[index];
      return selectorData(span ? this.#placed(selector, span) : this.#unplaced(selector));
    });
  }

  /** The selector as it is where it leads to the span in the present text, else a new one. */
  #placed(selector: Selector, span: Span): Selector {
    const { text, ...written } = selector;
    if (text === undefined && this.#textId === this.#previousTextId) return selector;
    const unpinned = text === undefined || text === this.#textId ? written : undefined;
    const found = unpinned && resolveSelector(this.#article.text.text, unpinned, true);
    if (unpinned && found?.kind === 'placed' && compareSpans(found.span, span) === 0) {
      return unpinned;
    }
    return {
      ...describeSpan(this.#article.text.text, span),
      ...(selector.extra && { extra: selector.extra }),
    };
  }

  /** A selector without a certain place keeps the id of the text that it was written for. */
  #unplaced(selector: Selector): Selector {
    const written = selector.text ?? this.#previousTextId;
    return written === this.#textId ? selector : { ...selector, text: written };
  }
}

/** The fields in the order of the format. */
function inKnownOrder(fields: Omit<ArticleFields, 'extra'>): Mapping {
  const { article: order } = knownKeys;
  return Object.fromEntries(
    Object.entries(fields).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
  );
}

function selectorData({ extra, ...keys }: Selector): Mapping {
  return { ...keys, ...asYaml(extra) };
}

/** Unknown keys came from YAML, so they can go back. */
function asYaml(extra: Extra | undefined): Mapping {
  return (extra ?? {}) as Mapping;
}

/** Orders by Unicode code points, as sorting does in most languages. */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
