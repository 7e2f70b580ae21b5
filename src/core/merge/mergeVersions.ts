import { blocksWriting, type Problem } from '../check/problem';
import type { MarkedVersions } from '../sidecar/conflictMarkers';
import { textsOf, type ArticleFile, type ReadBlob } from '../sidecar/articleFile';
import type { ParsedSource } from '../sidecar/parseBlocks';
import { textsWanted } from '../sidecar/read';
import { mergeSidecars, type MergedSidecar, type ThreeSidecars } from './mergeSidecars';

/** What keeps a version of a sidecar from being merged. One that is empty may be, where there was none. */
export function unmergeable({ source, problems }: ParsedSource): readonly Problem[] {
  return source.trim() === '' ? [] : problems.filter((each) => blocksWriting([each]));
}

/**
 * Whether all lines of a text with git's marks are of one of the versions that git has merged: then nobody has written in
 * it since. Ends of line say nothing, since git may have changed them.
 */
export function isAsGitLeftIt(
  { ours, theirs }: MarkedVersions,
  versions: readonly string[],
): boolean {
  const known = new Set(versions.flatMap(linesOf));
  return [ours, theirs].flatMap(linesOf).every((line) => known.has(line));
}

/**
 * Merges sidecars for the article as it is after the merge, with the texts that they were written for, as far as these
 * can be read.
 * @param article as for `mergeSidecars`
 */
export async function mergeVersions(
  sidecars: ThreeSidecars,
  article: ArticleFile | undefined,
  readBlob: ReadBlob,
): Promise<MergedSidecar> {
  const { base, ours, theirs } = sidecars;
  const wanted = [base, ours, theirs].flatMap((parsed) =>
    article ? textsWanted(parsed, article, () => undefined) : [],
  );
  const texts = await textsOf(wanted, readBlob);
  return mergeSidecars(sidecars, article, (id) => texts.get(id));
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}
