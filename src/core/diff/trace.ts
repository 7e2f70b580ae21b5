import type { Mention, Quote } from '../model/annotation';
import type { AnnotationSet } from '../model/annotationSet';
import { partsOfMention, partsOfQuote } from './changedParts';
import { matchSets } from './matching';

/** An annotation that a person makes by itself. */
export type Annotation = Mention | Quote;

/** Annotations, as some version has them, by what they are followed for. */
export type Followed = ReadonlyMap<Annotation, Annotation>;

/** What was before of annotations that are followed back from a version to the one before. */
export interface Traced {
  /** As the version before has them, unchanged: they may have moved with the text, and their entity may have another id. */
  readonly same: Followed;
  /** As the version before has them, where something of them has changed since. */
  readonly changed: Followed;
  /** Those that the version before does not have. */
  readonly added: ReadonlySet<Annotation>;
}

/** Follows annotations of the set `after` back to `before`, both in one text. */
export function trace(followed: Followed, before: AnnotationSet, after: AnnotationSet): Traced {
  const { idNow, mentions, quotes } = matchSets(before, after);
  const same = new Map<Annotation, Annotation>();
  const changed = new Map<Annotation, Annotation>();
  const added = new Set<Annotation>();
  const note = <T extends Annotation>(
    key: Annotation,
    was: T | undefined,
    parts: (was: T) => string[],
  ) => {
    if (!was) added.add(key);
    else if (parts(was).length === 0) same.set(key, was);
    else changed.set(key, was);
  };
  for (const [key, is] of followed) {
    if ('content' in is) note(key, quotes.firstOf(is), (was) => partsOfQuote(was, is, idNow));
    else note(key, mentions.firstOf(is), (was) => partsOfMention(was, is, idNow));
  }
  return { same, changed, added };
}
