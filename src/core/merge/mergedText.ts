import { findConflict } from '../sidecar/conflictMarkers';
import type { ArticleFile } from '../sidecar/articleFile';
import type { BlobId } from '../text/blobId';
import type { ThreeWays } from './threeWays';

/**
 * The id of the text that an article has after a merge, or will have when git comes to it; undefined where that is what
 * stands in the work tree: a text of none of the sidecars was merged already, with marks of git or without. Where both
 * sides have changed the article and it is not merged yet, it is the text of ours.
 * @param ids those of the texts that the sidecars were written for
 */
export function textAfterMerge(
  { base, ours, theirs }: ThreeWays<BlobId>,
  inWorkTree: ArticleFile | undefined,
): BlobId | undefined {
  const known = [base, ours, theirs].filter((id) => id !== undefined);
  const isMerged = inWorkTree && !known.some((id) => inWorkTree.identity.matches(id));
  if (isMerged || (inWorkTree && findConflict(inWorkTree.text.text))) return undefined;
  const after = ours === base ? (theirs ?? ours) : (ours ?? theirs);
  return after !== undefined && inWorkTree?.identity.matches(after) ? undefined : after;
}
