import path from 'node:path';
import { diffSidecars, type SidecarDifference } from '../core/diff/diffSidecars';
import { readArticle, type ArticleFile } from '../core/sidecar/articleFile';
import { articlePath } from '../core/sidecar/location';
import { parseSource } from '../core/sidecar/parseBlocks';
import { textsWanted } from '../core/sidecar/read';
import type { BlobId } from '../core/text/blobId';
import { oldTextsOf, readWords } from './articleFiles';
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
  const parsed = [before.parsed, after.parsed] as const;
  const file = await articleBeside([now, old], session);
  const id = after.parsed.data.text ?? before.parsed.data.text;
  const article = await articleOfText(file, id, session);
  const wanted = parsed.flatMap((each) =>
    article ? textsWanted(each, article, () => undefined) : [],
  );
  const texts = await oldTextsOf(file.path, [...new Set(wanted)], session);
  return diffSidecars(...parsed, article, (textId) => texts.get(textId));
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

/** The article with the text of an id, from the work tree or else from git; with another one where that is not known. */
async function articleOfText(
  { path: file, article }: NearbyArticle,
  id: BlobId | undefined,
  { cwd, blobs }: Session,
): Promise<ArticleFile | undefined> {
  if (id === undefined || article?.identity.matches(id)) return article;
  const bytes = await blobs.read(path.resolve(cwd, file), id);
  return (bytes && readArticle(bytes).article) ?? article;
}
