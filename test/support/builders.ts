import assert from 'node:assert/strict';
import { targetFor } from '../../src/core/edit/target';
import { newEntityId } from '../../src/core/entities/entityId';
import type { Entity, Mention, Quote, QuoteKind } from '../../src/core/model/annotation';
import {
  emptySet,
  type AnnotationSet,
  type ArticleFields,
} from '../../src/core/model/annotationSet';
import { apply } from '../../src/core/model/change';
import { defaultSchema } from '../../src/core/model/schema';
import { readArticle, type ArticleFile } from '../../src/core/sidecar/articleFile';
import { readSidecar } from '../../src/core/sidecar/read';
import type { Span } from '../../src/core/text/span';
import { marked, type Marked } from './marked';

// Short ways to the values that tests are about.

const byteOrderMark = '\uFEFF';

/** The bytes of a text in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The article that a file with these words, or with these bytes, is. */
export function articleOf(content: string | Uint8Array): ArticleFile {
  const { article, problem } = readArticle(
    typeof content === 'string' ? bytesOf(content) : content,
  );
  if (!article) throw new Error(`no article: ${problem.code}`);
  return article;
}

/** As `articleOf`, of a file that begins with a byte order mark. */
export function articleWithMark(text: string): ArticleFile {
  return articleOf(byteOrderMark + text);
}

/** The article that a marked text is, and its spans. */
export function markedArticle(source: string): Marked & { readonly article: ArticleFile } {
  const { text, spans } = marked(source);
  return { text, spans, article: articleOf(text) };
}

export function entityOf(
  name: string,
  type = 'person',
  id = newEntityId(name, () => false),
): Entity {
  return { id, name, type };
}

/** The mention of an entity by a span, or by the pieces of one. */
export function mentionOf(entity: string, text: string, ...spans: readonly Span[]): Mention {
  return { entity, target: targetFor(text, spans) };
}

/** What a quote has beyond its content. */
interface QuoteParts {
  readonly kind?: QuoteKind;
  readonly cue?: readonly Span[];
  readonly speaker?: { readonly entity?: string; readonly spans?: readonly Span[] };
}

export function quoteOf(
  text: string,
  content: readonly Span[],
  { kind = 'direct', cue, speaker }: QuoteParts = {},
): Quote {
  const { entity, spans } = speaker ?? {};
  return {
    kind,
    content: targetFor(text, content),
    ...(cue && { cue: { target: targetFor(text, cue) } }),
    ...(speaker && {
      speaker: {
        ...(entity !== undefined && { entity }),
        ...(spans && { target: targetFor(text, spans) }),
      },
    }),
  };
}

/** What a set holds, in any order. */
interface SetParts {
  readonly article?: ArticleFields;
  readonly entities?: readonly Entity[];
  readonly mentions?: readonly Mention[];
  readonly quotes?: readonly Quote[];
  readonly extra?: AnnotationSet['extra'];
}

export function setOf(parts: SetParts): AnnotationSet {
  const added = <T>(items: readonly T[] = []) => items.map((after) => ({ after }));
  const { article, entities, mentions, quotes, extra } = parts;
  const set = apply(
    { entities: added(entities), mentions: added(mentions), quotes: added(quotes) },
    emptySet,
  );
  return { ...set, ...(article && { article }), ...(extra && { extra }) };
}

/** The set that a sidecar says, which must not have problems that keep it from being written. */
export function readSet(source: string, article: ArticleFile): AnnotationSet {
  const { set, problems, writable } = readSidecar(source, article, defaultSchema);
  if (!writable) assert.fail(`${JSON.stringify(problems)}\n${source}`);
  return set;
}

/** What a sidecar says of its article's text, as `writeSidecar` wants to know it of a previous source. */
export function previousOf(
  source: string,
  article: ArticleFile,
): { readonly source: string; readonly textId?: string } {
  const { textId } = readSidecar(source, article, defaultSchema);
  return { source, ...(textId !== undefined && { textId }) };
}
