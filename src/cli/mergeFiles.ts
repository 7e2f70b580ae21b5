import path from 'node:path';
import type { Problem } from '../core/check/problem';
import { textAfterMerge } from '../core/merge/mergedText';
import type { ThreeSidecars } from '../core/merge/mergeSidecars';
import { mergeVersions } from '../core/merge/mergeVersions';
import { articlePath } from '../core/sidecar/location';
import { readArticle, type ArticleFile } from '../core/sidecar/articleFile';
import type { BlobId } from '../core/text/blobId';
import { readWords } from './articleFiles';
import type { Session } from './session';
import type { LocatedProblem } from './sourceFiles';
import { readWhole } from './wholeSidecar';

/** The paths, as given, of what is merged. */
export interface MergePaths {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** The article in the work tree, or its sidecar there. */
  readonly text?: string;
  /** Whether they are merged without it where it cannot be read: git may not have come to it yet. */
  readonly isTextOptional?: boolean;
}

/** What a merge gives, or why nothing is merged. */
export type MergedFiles =
  | {
      readonly content: string;
      readonly conflicts: readonly Problem[];
      readonly failures?: undefined;
    }
  | { readonly failures: readonly LocatedProblem[] };

/**
 * Merges sidecars, for the article as it is after the merge. Never throws: where one of them cannot be read wholly,
 * that is the failure.
 */
export async function mergeFiles(paths: MergePaths, session: Session): Promise<MergedFiles> {
  const base = await readWhole(paths.base, session.cwd);
  const ours = await readWhole(paths.ours, session.cwd);
  const theirs = await readWhole(paths.theirs, session.cwd);
  const failures = [base, ours, theirs].flatMap(({ problems }) => problems);
  if (failures.length > 0) return { failures };
  const sidecars = { base: base.parsed, ours: ours.parsed, theirs: theirs.parsed };
  const file = articleFileOf(paths);
  const isNamed = file !== paths.ours;
  const inWorkTree = isNamed ? await readWords(file, session.cwd, false) : { problems: [] };
  const article = await articleAfterMerge(file, inWorkTree.article, sidecars, session);
  const [failure] = article ? [] : inWorkTree.problems;
  if (failure && paths.text !== undefined && !paths.isTextOptional) return { failures: [failure] };
  const readBlob = (id: BlobId) => session.blobs.read(path.resolve(session.cwd, file), id);
  const { source, conflicts } = await mergeVersions(sidecars, article, readBlob);
  return { content: ours.mark + source, conflicts };
}

/** The path of the article. Where nothing tells it, that of ours, since it is looked for in the same repository. */
function articleFileOf({ text, ours }: MergePaths): string {
  const given = text ?? ours;
  return articlePath(given) ?? given;
}

/** The article as it is after the merge, from the work tree or from git. */
async function articleAfterMerge(
  file: string,
  inWorkTree: ArticleFile | undefined,
  { base, ours, theirs }: ThreeSidecars,
  { cwd, blobs }: Session,
): Promise<ArticleFile | undefined> {
  const ids = { base: base.data.text, ours: ours.data.text, theirs: theirs.data.text };
  const id = textAfterMerge(ids, inWorkTree);
  const bytes = id === undefined ? undefined : await blobs.read(path.resolve(cwd, file), id);
  return (bytes && readArticle(bytes).article) ?? inWorkTree;
}
