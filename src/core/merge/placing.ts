import type { Cue, Mention, Quote, Speaker, Target } from '../model/annotation';
import { inTextOrder, targetsOf, type AnnotationSet } from '../model/annotationSet';
import type { Conflict } from '../model/conflict';
import { keySorted } from '../model/equal';
import { defaultSchema } from '../model/schema';
import type { OldTexts } from '../sidecar/anchors';
import { findConflict } from '../sidecar/conflictMarkers';
import type { ParsedSource } from '../sidecar/parseBlocks';
import type { ArticleFile } from '../sidecar/articleFile';
import { readParsed } from '../sidecar/read';
import { SelectorsFor } from '../sidecar/targetData';
import { ArticleText } from '../text/articleText';
import type { BlobId } from '../text/blobId';

/** What sidecars are to be read for: an article, the id that names it, and the texts that it had before. */
export interface Destination {
  readonly article: ArticleFile;
  readonly textId: BlobId | undefined;
  readonly oldTexts: OldTexts;
}

/** What a sidecar says, with its places in an article, and with selectors that are written for that. */
export function placedIn(
  parsed: ParsedSource,
  { article, textId, oldTexts }: Destination,
): AnnotationSet {
  const read = (view: ArticleFile) => readParsed(parsed, view, defaultSchema, oldTexts).set;
  const [first, second] = viewsOf(article);
  const set = read(first);
  const elsewhere = second ? placesOf(read(second)) : new Map<string, Target>();
  const selectors = new SelectorsFor(article.text.text, textId, parsed.data.text ?? textId);
  const rewrite: Rewrite = {
    target: (target) =>
      selectors.target(
        target.spans ? target : (elsewhere.get(keySorted(target.selectors)) ?? target),
      ),
    conflict: (conflict) => selectors.conflict(conflict),
  };
  return rewritten(set, rewrite);
}

/**
 * The article as annotations may have seen it: where git has left its marks, without the words of theirs, then without
 * those of ours. Offsets are those of the article.
 */
function viewsOf(article: ArticleFile): [ArticleFile, ArticleFile?] {
  const conflict = findConflict(article.text.text);
  if (!conflict) return [article];
  const view = (text: string): ArticleFile => ({ ...article, text: new ArticleText(text) });
  return [view(conflict.ours), view(conflict.theirs)];
}

/** The targets that have a place, by how they are written. */
function placesOf(set: AnnotationSet): ReadonlyMap<string, Target> {
  const placed = targetsOf(set).filter(({ spans }) => spans);
  return new Map(placed.map((target) => [keySorted(target.selectors), target]));
}

/** What becomes of the words of annotations, and of those that are undecided. */
interface Rewrite {
  readonly target: (target: Target) => Target;
  readonly conflict: (conflict: Conflict) => Conflict;
}

function rewritten(set: AnnotationSet, rewrite: Rewrite): AnnotationSet {
  const entities = [...set.entities].map(
    ([id, entity]) => [id, withConflictOf(entity, rewrite)] as const,
  );
  const mentions = set.mentions.map((mention) => anchored<Mention>(mention, rewrite));
  const quotes = set.quotes.map((quote) => ofQuote(quote, rewrite));
  return withConflictOf(
    {
      ...set,
      article: withConflictOf(set.article, rewrite),
      entities: new Map(entities),
      mentions: inTextOrder(mentions, ({ target }) => target),
      quotes: inTextOrder(quotes, ({ content }) => content),
    },
    rewrite,
  );
}

function ofQuote(quote: Quote, rewrite: Rewrite): Quote {
  const { content, cue, speaker } = quote;
  return {
    ...withConflictOf(quote, rewrite),
    content: rewrite.target(content),
    ...(cue && { cue: anchored<Cue>(cue, rewrite) }),
    ...(speaker && { speaker: anchored<Speaker>(speaker, rewrite) }),
  };
}

function anchored<T extends Pick<Speaker, 'target' | 'conflict'>>(item: T, rewrite: Rewrite): T {
  const { target } = item;
  return { ...withConflictOf(item, rewrite), ...(target && { target: rewrite.target(target) }) };
}

function withConflictOf<T extends { readonly conflict?: Conflict }>(item: T, rewrite: Rewrite): T {
  const { conflict } = item;
  return conflict ? { ...item, conflict: rewrite.conflict(conflict) } : item;
}
