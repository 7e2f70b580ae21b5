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
import {
  inTextOrder,
  knownFields,
  type AnnotationSet,
  type ArticleFields,
} from '../model/annotationSet';
import type { FurtherKeys } from '../model/change';
import type { Conflict } from '../model/conflict';
import { unplacedParts, type AnnotationPart } from '../model/parts';
import type { AttributeOwner, Schema } from '../model/schema';
import type { BlobId } from '../text/blobId';
import { shortened } from '../text/shortened';
import type { Span } from '../text/span';
import { Anchors, isAnchored, piecesOf, selectorOf, type OldTexts } from './anchors';
import type { ArticleFile } from './articleFile';
import type { Blocks } from './blocks';
import type { ParsedSidecar } from './parse';
import { parseSource, type ParsedSource } from './parseBlocks';
import type { Path } from './validate';
import {
  knownKeys,
  type QuoteData,
  type SelectorData,
  type SidecarData,
  type TargetData,
} from './shape';

/** What a sidecar says, and where in the article. */
export interface ReadSidecar {
  readonly set: AnnotationSet;
  /** Put together when first asked for. */
  readonly problems: readonly Problem[];
  /** Whether it can be written without losing anything of what it holds. */
  readonly writable: boolean;
  /** The blob id that it names. */
  readonly textId?: BlobId;
  /** The annotations, or parts of them, that have no certain place. */
  readonly unanchored: readonly Unanchored[];
  /** The ids of texts that would help to find annotations again and are not at hand. */
  readonly missingTexts: readonly BlobId[];
  /** The lines of each annotation, where the sidecar is written as Chiosa writes it. */
  readonly layout?: Layout;
}

/** A part of an annotation, equal to one of the set, that has no certain place in the article. */
export type Unanchored = AnnotationPart & WrittenPart;

/** A part as the sidecar says it. */
interface WrittenPart {
  /** Where the sidecar says it: that of its problem. */
  readonly range: Problem['range'];
  /** The places that may be meant, the best first: as many spans as the target has selectors. Found when asked for. */
  readonly candidates: () => readonly (readonly Span[])[];
}

/** Where the annotations of a set stand in the source of a sidecar. */
export interface Layout {
  readonly blocks: Blocks;
  /** The quotes in the order of the file, as many as there are blocks of quotes. */
  readonly quotes: readonly Quote[];
}

/**
 * Reads a sidecar and finds its annotations in the article, where that has another text by now as
 * docs/anchoring.md says. Never throws; problems are returned.
 */
export function readSidecar(
  source: string,
  article: ArticleFile,
  schema: Schema,
  oldTexts: OldTexts = () => undefined,
): ReadSidecar {
  return readParsed(parseSource(source), article, schema, oldTexts);
}

/** The same of a sidecar that is parsed already. */
export function readParsed(
  parsed: ParsedSource,
  article: ArticleFile,
  schema: Schema,
  oldTexts: OldTexts,
): ReadSidecar {
  const anchors = new Anchors(parsed.data, article, oldTexts);
  const reader = new Reader(parsed, anchors, schema);
  const { set, quotes, unanchored } = reader.read();
  let problems: readonly Problem[] | undefined;
  return {
    set,
    get problems() {
      problems ??= [...parsed.problems, ...reader.problems, ...checkSidecar(parsed, schema)];
      return problems;
    },
    writable: !blocksWriting(parsed.problems),
    ...(parsed.data.text !== undefined && { textId: parsed.data.text }),
    unanchored,
    missingTexts: anchors.missingTexts,
    ...(parsed.blocks && { layout: { blocks: parsed.blocks, quotes } }),
  };
}

/**
 * The ids of texts, other than the article's present one, that selectors of a sidecar were written for and that are
 * not among `oldTexts`: with them at hand, its annotations are found best.
 */
export function textsWanted(
  { data }: ParsedSource,
  article: ArticleFile,
  oldTexts: OldTexts,
): readonly BlobId[] {
  return new Anchors(data, article, oldTexts).missingTexts;
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #unplaced = new Map<Target, WrittenPart>();
  readonly #parsed: ParsedSidecar;
  readonly #data: SidecarData;
  readonly #anchors: Anchors;
  readonly #schema: Schema;

  constructor(parsed: ParsedSidecar, anchors: Anchors, schema: Schema) {
    this.#parsed = parsed;
    this.#data = parsed.data;
    this.#anchors = anchors;
    this.#schema = schema;
  }

  /** The annotations, the quotes among them in the order of the file, and what of both has no certain place. */
  read(): Pick<ReadSidecar, 'set' | 'unanchored'> & { readonly quotes: readonly Quote[] } {
    if (!this.#anchors.isSameText) this.#report('text-changed', ['text'], {});
    const entities = new Map<string, Entity>();
    const mentions: Mention[] = [];
    for (const [id, data] of Object.entries(this.#data.entities ?? {})) {
      const path = ['entities', id];
      const { name, type, mentions: list = [] } = data;
      entities.set(id, {
        id,
        name,
        type,
        ...this.#further(data, path, knownKeys.entity, 'entity'),
      });
      list.forEach((data, index) => {
        const mentionPath = [...path, 'mentions', index];
        mentions.push({
          entity: id,
          ...this.#anchored(data, mentionPath, knownKeys.target, 'mention'),
        });
      });
    }
    const quotes = (this.#data.quotes ?? []).map((data, i) => this.#quote(data, ['quotes', i]));
    const set = {
      article: this.#fields(),
      entities,
      mentions: inTextOrder(mentions, ({ target }) => target),
      quotes: inTextOrder(quotes, ({ content }) => content),
      extra: {},
      ...this.#further(this.#data, [], knownKeys.sidecar),
    };
    const unanchored = unplacedParts({ mentions, quotes }).flatMap((part): Unanchored[] => {
      const written = this.#unplaced.get(part.target);
      return written ? [{ ...part, ...written }] : [];
    });
    return { set, quotes, unanchored };
  }

  #fields(): ArticleFields {
    const { article = {} } = this.#data;
    return {
      ...knownFields(article),
      ...this.#further(article, ['article'], knownKeys.article, 'article'),
    };
  }

  #quote(data: QuoteData, path: Path): Quote {
    const { kind, content, cue, speaker } = data;
    const contentPath = [...path, 'content'];
    return {
      kind,
      content: this.#target(content, this.#listed(content, contentPath), contentPath),
      ...(cue && { cue: this.#anchored(cue, [...path, 'cue'], knownKeys.target) }),
      ...(speaker && { speaker: this.#speaker(speaker, [...path, 'speaker']) }),
      ...this.#further(data, path, knownKeys.quote, 'quote'),
    };
  }

  #speaker(data: NonNullable<QuoteData['speaker']>, path: Path): Speaker {
    const { entity } = data;
    return {
      ...(entity !== undefined && { entity }),
      ...(isAnchored(data)
        ? this.#anchored(data, path, knownKeys.speaker)
        : this.#further(data, path, knownKeys.speaker)),
    };
  }

  /** A map that holds a selector, or `spans` with several, and perhaps unknown keys of its annotation. */
  #anchored(data: TargetData, path: Path, known: readonly string[], owner?: AttributeOwner): Cue {
    const further = this.#further(data, path, known, owner);
    const selectors =
      data.spans === undefined ? [selectorOf(data)] : this.#listed(data.spans, [...path, 'spans']);
    return { target: this.#target(piecesOf(data), selectors, path), ...further };
  }

  /** Selectors in a list, where the unknown keys are their own. */
  #listed(list: readonly SelectorData[], path: Path): Selector[] {
    return list.map((data, i) => ({
      ...selectorOf(data),
      ...this.#extra(data, [...path, i], knownKeys.selector),
    }));
  }

  /** @param pieces what the sidecar says, as many as `selectors` */
  #target(pieces: readonly SelectorData[], selectors: readonly Selector[], path: Path): Target {
    const resolved = pieces.map((piece) => this.#anchors.resolve(piece));
    const spans = resolved.flatMap((result) => (result.kind === 'placed' ? [result.span] : []));
    if (spans.length === selectors.length) return { selectors, spans };
    const kind = resolved.some((result) => result.kind === 'lost')
      ? 'anchor-lost'
      : 'anchor-ambiguous';
    const target = { selectors };
    const range = this.#report(kind, path, { quote: shortened(wordsOf(target)) });
    this.#unplaced.set(target, { range, candidates: () => this.#anchors.candidates(pieces) });
    return target;
  }

  /** The keys of `data` that are not `known`, and what a merge has left to decide. */
  #further(
    data: { readonly conflict?: Conflict | undefined },
    path: Path,
    known: readonly string[],
    owner?: AttributeOwner,
  ): Partial<FurtherKeys> {
    const { conflict } = data;
    return { ...this.#extra(data, path, known, owner), ...(conflict && { conflict }) };
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

  /** Reports a problem, and gives its place. */
  #report(code: ProblemCode, path: Path, detail: Record<string, string>): Problem['range'] {
    const range = path.length > 0 ? this.#parsed.rangeOf(path) : startOfFile;
    this.problems.push(problem(code, range, detail));
    return range;
  }
}
