import path from 'node:path';
import type { SidecarDifference } from '../core/diff/diffSidecars';
import { diffVersions } from '../core/diff/diffVersions';
import type { ArticleFile } from '../core/sidecar/articleFile';
import { articlePath } from '../core/sidecar/location';
import { parseSource } from '../core/sidecar/parseBlocks';
import type { BlobId } from '../core/text/blobId';
import { readWords } from './articleFiles';
import type { Session } from './session';
import type { LocatedProblem } from './sourceFiles';
import { readWhole, type WholeSidecar } from './wholeSidecar';

/** What stands for “no sidecar” in place of a path. */
export const noSidecar = '-';

/** What differs, or why that cannot be said. */
export type DiffedFiles =
  | (SidecarDifference & { readonly failures?: undefined })
  | { readonly failures: readonly LocatedProblem[] };

/**
 * What differs between two versions of a sidecar, by their paths as given, for the text of the later one. Never throws:
 * where one of them cannot be read wholly, that is the failure.
 */
export async function diffFiles(old: string, now: string, session: Session): Promise<DiffedFiles> {
  const [before, after] = [await readVersion(old, session), await readVersion(now, session)];
  const failures = [...before.problems, ...after.problems];
  if (failures.length > 0) return { failures };
  const { path: file, article } = await articleBeside([now, old], session);
  const readBlob = (id: BlobId) => session.blobs.read(path.resolve(session.cwd, file), id);
  return diffVersions(before.parsed, after.parsed, article, readBlob);
}

async function readVersion(file: string, { cwd }: Session): Promise<WholeSidecar> {
  return file === noSidecar
    ? { parsed: parseSource(''), mark: '', problems: [] }
    : readWhole(file, cwd);
}

/** An article, as far as it is there, and a path in the repository that may know its texts. */
interface NearbyArticle {
  readonly path: string;
  readonly article?: ArticleFile;
}

/** The article beside the first of the sidecars that has one. */
async function articleBeside(
  sidecars: readonly string[],
  { cwd }: Session,
): Promise<NearbyArticle> {
  const files = sidecars.filter((file) => file !== noSidecar);
  for (const file of files) {
    const beside = articlePath(file);
    const { article } = beside === undefined ? {} : await readWords(beside, cwd, false);
    if (beside !== undefined && article) return { path: beside, article };
  }
  return { path: files[0] ?? '.' };
}
