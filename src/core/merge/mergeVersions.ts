import { blocksWriting, type Problem } from '../check/problem';
import { textsOf, type ArticleFile, type ReadBlob } from '../sidecar/articleFile';
import type { ParsedSource } from '../sidecar/parseBlocks';
import { textsWanted } from '../sidecar/read';
import { mergeSidecars, type MergedSidecar, type ThreeSidecars } from './mergeSidecars';

/** What keeps a version of a sidecar from being merged. One that is empty may be, where there was none. */
export function unmergeable({ source, problems }: ParsedSource): readonly Problem[] {
  return source.trim() === '' ? [] : problems.filter((each) => blocksWriting([each]));
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
