import type { Entity, Mention, Quote } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { removed, versionIn, type Conflict } from '../model/conflict';

/** Something that a merge has left to decide: of a mention, of a quote or a part of it, of an entity, … */
export type OpenConflict = { readonly conflict: Conflict } & (
  | { readonly owner: 'mention'; readonly mention: Mention }
  | { readonly owner: 'quote' | 'cue' | 'speaker'; readonly quote: Quote }
  | { readonly owner: 'entity'; readonly entity: Entity }
  /** The fields of the article, or the unknown keys at the top of the sidecar. */
  | { readonly owner: 'article' | 'further' }
);

/** What merges have left to decide in a set. */
export function conflictsOf(set: AnnotationSet): OpenConflict[] {
  const open = <T>(conflict: Conflict | undefined, owner: T) =>
    conflict ? [{ ...owner, conflict }] : [];
  return [
    ...open(set.article.conflict, { owner: 'article' as const }),
    ...[...set.entities.values()].flatMap((entity) =>
      open(entity.conflict, { owner: 'entity' as const, entity }),
    ),
    ...set.mentions.flatMap((mention) =>
      open(mention.conflict, { owner: 'mention' as const, mention }),
    ),
    ...set.quotes.flatMap((quote) => [
      ...open(quote.conflict, { owner: 'quote' as const, quote }),
      ...open(quote.cue?.conflict, { owner: 'cue' as const, quote }),
      ...open(quote.speaker?.conflict, { owner: 'speaker' as const, quote }),
    ]),
    ...open(set.conflict, { owner: 'further' as const }),
  ];
}

/** How a conflict can be decided: for the version of one side, or for both as two annotations. */
export type Decision = 'ours' | 'theirs' | 'both';

/** The ways to decide a conflict. Both versions can stand where they are of other words. */
export function decisionsFor(set: AnnotationSet, open: OpenConflict): Decision[] {
  const version = versionIn(open.conflict);
  if (!version) return ['ours', 'theirs'];
  const { entity } = version;
  // Somebody may have taken away by hand what describes it.
  const isKnown =
    typeof entity !== 'string' || set.entities.has(entity) || open.owner !== 'mention';
  const words = open.owner === 'mention' ? (version['exact'] ?? version['spans']) : undefined;
  const areOther = words !== undefined || (open.owner === 'quote' && 'content' in version);
  if (!isKnown) return ['ours'];
  return areOther ? ['ours', 'theirs', 'both'] : ['ours', 'theirs'];
}

/** The side that has what is shown, where the other one has removed it. */
export function keeperOf(conflict: Conflict): 'ours' | 'theirs' {
  return conflict.theirs === removed ? 'ours' : 'theirs';
}
