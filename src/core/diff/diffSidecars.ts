import { nowhere } from '../merge/mergeSidecars';
import { placedIn } from '../merge/placing';
import type { AnnotationSet } from '../model/annotationSet';
import type { OldTexts } from '../sidecar/anchors';
import type { ArticleFile } from '../sidecar/articleFile';
import type { ParsedSource } from '../sidecar/parseBlocks';
import { diffSets } from './diffSets';
import type { Difference } from './difference';

/** Two versions of a sidecar for one text, and what differs between them. */
export interface SidecarDifference {
  readonly before: AnnotationSet;
  readonly after: AnnotationSet;
  readonly differences: readonly Difference[];
}

/**
 * What has changed from one version of a sidecar to another by meaning: each annotation is carried over to one text
 * from the text that it was written for, so that what stands at the same words is the same. A version may be empty,
 * where there is no sidecar.
 * @param article the text of the later version; without it, annotations are told apart by how they are written
 */
export function diffSidecars(
  before: ParsedSource,
  after: ParsedSource,
  article: ArticleFile | undefined,
  oldTexts: OldTexts,
): SidecarDifference {
  const known = after.data.text ?? before.data.text;
  const textId = article ? article.identity.id(known) : known;
  const destination = { article: article ?? nowhere, textId, oldTexts };
  const sets = { before: placedIn(before, destination), after: placedIn(after, destination) };
  return { ...sets, differences: diffSets(sets.before, sets.after) };
}
