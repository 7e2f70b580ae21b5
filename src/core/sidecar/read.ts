import { resolveSelector } from '../anchor/resolve';
import type { Selector } from '../anchor/selector';
import { checkSidecar } from '../check/checkSidecar';
import {
  blocksWriting,
  problem,
  startOfFile,
  type Problem,
  type ProblemCode,
} from '../check/problem';
import {
  wordsOf,
  type Cue,
  type Entity,
  type Extra,
  type Mention,
  type Quote,
  type Speaker,
  type Target,
} from '../model/annotation';
import { inTextOrder, type AnnotationSet, type ArticleFields } from '../model/annotationSet';
import type { AttributeOwner, Schema } from '../model/schema';
import { ArticleText } from '../text/articleText';
import { FileIdentity } from '../text/blobId';
import { decodeUtf8 } from '../text/decode';
import { shortened } from '../text/shortened';
import type { Blocks } from './blocks';
import { parseSidecar, type ParsedSidecar } from './parse';
import { parseBlocks } from './parseBlocks';
import type { Path } from './validate';
import {
  knownKeys,
  type QuoteData,
  type SelectorData,
  type SidecarData,
  type TargetData,
} from './shape';

/** An article's file as annotating needs it: its words, and the names under which git may know it. */
export interface ArticleFile {
  readonly text: ArticleText;
  readonly identity: FileIdentity;
}

/** An article's file, or why there is none. */
export type ReadArticle =
  | { readonly article: ArticleFile; readonly problem?: undefined }
  | { readonly article?: undefined; readonly problem: Problem };

/** Reads the bytes of an article. Never throws: what is no UTF-8 text is one problem. */
export function readArticle(bytes: Uint8Array): ReadArticle {
  const decoded = decodeUtf8(bytes);
  if (decoded.problem) return decoded;
  return {
    article: { text: new ArticleText(decoded.text), identity: new FileIdentity(() => bytes) },
  };
}

/** What a sidecar says, and where in the article. */
export interface ReadSidecar {
  readonly set: AnnotationSet;
  /** Put together when first asked for. */
  readonly problems: readonly Problem[];
  /** Whether it can be written without losing anything of what it holds. */
  readonly writable: boolean;
  /** The blob id that it names. */
  readonly textId?: string;
  /** The lines of each annotation, where the sidecar is written as Chiosa writes it. */
  readonly layout?: Layout;
}

/** Where the annotations of a set stand in the source of a sidecar. */
export interface Layout {
  readonly blocks: Blocks;
  /** The quotes in the order of the file, as many as there are blocks of quotes. */
  readonly quotes: readonly Quote[];
}

/** Reads a sidecar and finds its annotations in the article. Never throws; problems are returned. */
export function readSidecar(source: string, article: ArticleFile, schema: Schema): ReadSidecar {
  const inBlocks = parseBlocks(source);
  const parsed = inBlocks ?? parseSidecar(source);
  const reader = new Reader(parsed, article, schema);
  const { set, quotes } = reader.read();
  let problems: readonly Problem[] | undefined;
  return {
    set,
    get problems() {
      problems ??= [...parsed.problems, ...reader.problems, ...checkSidecar(parsed, schema)];
      return problems;
    },
    writable: !blocksWriting(parsed.problems),
    ...(parsed.data.text !== undefined && { textId: parsed.data.text }),
    ...(inBlocks && { layout: { blocks: inBlocks.blocks, quotes } }),
  };
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #parsed: ParsedSidecar;
  readonly #data: SidecarData;
  readonly #article: ArticleFile;
  readonly #sameText: boolean;
  readonly #schema: Schema;

  constructor(parsed: ParsedSidecar, article: ArticleFile, schema: Schema) {
    this.#parsed = parsed;
    this.#data = parsed.data;
    this.#article = article;
    this.#schema = schema;
    this.#sameText = parsed.data.text === undefined || article.identity.matches(parsed.data.text);
  }

  /** The annotations, and the quotes among them in the order of the file. */
  read(): { readonly set: AnnotationSet; readonly quotes: readonly Quote[] } {
    if (!this.#sameText) this.#report('text-changed', ['text'], {});
    const entities = new Map<string, Entity>();
    const mentions: Mention[] = [];
    for (const [id, { name, type, mentions: list = [], ...rest }] of Object.entries(
      this.#data.entities ?? {},
    )) {
      const path = ['entities', id];
      entities.set(id, { id, name, type, ...this.#extra(rest, path, [], 'entity') });
      list.forEach((data, index) => {
        const mentionPath = [...path, 'mentions', index];
        mentions.push({ entity: id, ...this.#anchored(data, mentionPath, 'mention') });
      });
    }
    const quotes = (this.#data.quotes ?? []).map((data, i) => this.#quote(data, ['quotes', i]));
    const set = {
      article: this.#fields(),
      entities,
      mentions: inTextOrder(mentions, ({ target }) => target),
      quotes: inTextOrder(quotes, ({ content }) => content),
      extra: this.#extra(this.#data, [], knownKeys.sidecar).extra ?? {},
    };
    return { set, quotes };
  }

  #fields(): ArticleFields {
    const { title, outlet, published, language, status, labels, ...rest } =
      this.#data.article ?? {};
    return {
      ...(title !== undefined && { title }),
      ...(outlet !== undefined && { outlet }),
      ...(published !== undefined && { published }),
      ...(language !== undefined && { language }),
      ...(status !== undefined && { status }),
      ...(labels !== undefined && { labels }),
      ...this.#extra(rest, ['article'], [], 'article'),
    };
  }

  #quote({ kind, content, cue, speaker, ...rest }: QuoteData, path: Path): Quote {
    const selectors = content.map((data, i) => this.#listed(data, [...path, 'content', i]));
    return {
      kind,
      content: this.#target(selectors, [...path, 'content']),
      ...(cue && { cue: this.#anchored(cue, [...path, 'cue']) }),
      ...(speaker && { speaker: this.#speaker(speaker, [...path, 'speaker']) }),
      ...this.#extra(rest, path, [], 'quote'),
    };
  }

  #speaker(data: NonNullable<QuoteData['speaker']>, path: Path): Speaker {
    const { entity, ...rest } = data;
    const isAnchored = 'exact' in rest || 'spans' in rest;
    return {
      ...(entity !== undefined && { entity }),
      ...(isAnchored
        ? this.#anchored(rest as TargetData, path)
        : this.#extra(rest, path, knownKeys.speaker)),
    };
  }

  /** A map that holds a selector, or `spans` with several, and perhaps unknown keys of its annotation. */
  #anchored(data: TargetData, path: Path, owner?: AttributeOwner): Cue {
    const extra = this.#extra(data, path, knownKeys.target, owner);
    const selectors =
      data.spans === undefined
        ? [selectorOf(data)]
        : data.spans.map((piece, i) => this.#listed(piece, [...path, 'spans', i]));
    return { target: this.#target(selectors, path), ...extra };
  }

  /** A selector in a list, where its unknown keys are its own. */
  #listed(data: SelectorData, path: Path): Selector {
    return { ...selectorOf(data), ...this.#extra(data, path, knownKeys.selector) };
  }

  #target(selectors: readonly Selector[], path: Path): Target {
    const resolved = selectors.map((selector) => this.#resolve(selector));
    const spans = resolved.flatMap((result) => (result.kind === 'placed' ? [result.span] : []));
    if (spans.length === selectors.length) return { selectors, spans };
    const kind = resolved.some((result) => result.kind === 'lost')
      ? 'anchor-lost'
      : 'anchor-ambiguous';
    this.#report(kind, path, { quote: shortened(wordsOf({ selectors })) });
    return { selectors };
  }

  #resolve(selector: Selector) {
    const { identity, text } = this.#article;
    const same = selector.text === undefined ? this.#sameText : identity.matches(selector.text);
    return resolveSelector(text.text, selector, same);
  }

  /** The keys of `data` that are not `known`, each reported but the attributes of its `owner`. */
  #extra(
    data: object,
    path: Path,
    known: readonly string[],
    owner?: AttributeOwner,
  ): { extra?: Extra } {
    const unknown = Object.entries(data).filter(([key]) => !known.includes(key));
    const attributes = owner ? this.#schema.attributes[owner] : [];
    for (const [key] of unknown) {
      if (attributes.some(({ name }) => name === key)) continue;
      const range = this.#parsed.keyRangeOf([...path, key]);
      this.problems.push(problem('unknown-key', range, { key }));
    }
    return unknown.length > 0 ? { extra: Object.fromEntries(unknown) } : {};
  }

  #report(code: ProblemCode, path: Path, detail: Record<string, string>): void {
    const range = path.length > 0 ? this.#parsed.rangeOf(path) : startOfFile;
    this.problems.push(problem(code, range, detail));
  }
}

function selectorOf({ exact, prefix, suffix, occurrence, text }: SelectorData): Selector {
  return {
    exact,
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
    ...(occurrence !== undefined && { occurrence }),
    ...(text !== undefined && { text }),
  };
}
