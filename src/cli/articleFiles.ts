import type { Dirent } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { checkSidecar } from '../core/check/checkSidecar';
import { problem, startOfFile } from '../core/check/problem';
import { schemaFileName } from '../core/schema/location';
import { articlePath, sidecarPath } from '../core/sidecar/location';
import { parseSidecar } from '../core/sidecar/parse';
import { parseSource } from '../core/sidecar/parseBlocks';
import { readArticle, textsOf, type ArticleFile } from '../core/sidecar/articleFile';
import { readParsed, readSidecar, textsWanted, type ReadSidecar } from '../core/sidecar/read';
import type { BlobId } from '../core/text/blobId';
import type { Projects } from './projects';
import type { Session } from './session';
import {
  readIfThere,
  readSource,
  unreadable,
  type LocatedProblem,
  type SourceFile,
} from './sourceFiles';

/** Files of a folder that are taken for articles where no schema says which are. */
const articleExtensions = ['.txt', '.text', '.md', '.markdown', '.news', '.article'];

/** An article as far as it could be read, with its sidecar. */
export interface LoadedArticle {
  /** The path as given. */
  readonly file: string;
  /** The path of the sidecar, or undefined where there is none. */
  readonly sidecarFile?: string;
  readonly article?: ArticleFile;
  /** What the sidecar's file holds, where that is text. */
  readonly source?: { readonly text: string; readonly mark: SourceFile['mark'] };
  readonly sidecar?: ReadSidecar;
  /** Reads another source of the sidecar, as this one was. */
  readonly read?: (source: string) => ReadSidecar;
  readonly problems: readonly LocatedProblem[];
}

/**
 * The articles that the paths mean: an article itself, that of a sidecar, all below a folder (but not in
 * `node_modules` and folders that begin with a dot), in the order given and by name. `missing` are paths
 * that cannot be read.
 */
export async function findArticles(
  paths: readonly string[],
  cwd: string,
  projects: Projects,
): Promise<{ readonly articles: readonly string[]; readonly missing: readonly LocatedProblem[] }> {
  const articles: string[] = [];
  const missing: LocatedProblem[] = [];
  for (const given of paths) {
    try {
      const stat = await fs.stat(path.resolve(cwd, given));
      if (stat.isDirectory())
        articles.push(...(await articlesBelow(given, cwd, projects, missing)));
      else articles.push(articlePath(given) ?? given);
    } catch (error) {
      missing.push(unreadable(given, error));
    }
  }
  const byPlace = new Map(articles.reverse().map((file) => [path.resolve(cwd, file), file]));
  return { articles: [...byPlace.values()].reverse(), missing };
}

/** The articles below a folder; folders that cannot be read are added to `missing`. */
async function articlesBelow(
  folder: string,
  cwd: string,
  projects: Projects,
  missing: LocatedProblem[],
): Promise<string[]> {
  const found: string[] = [];
  const entries = await fs
    .readdir(path.resolve(cwd, folder), { withFileTypes: true })
    .catch((error: unknown) => {
      missing.push(unreadable(folder, error));
      return [];
    });
  const names = new Set(entries.map(({ name }) => name));
  const { includes } = await projects.of(folder);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') {
        found.push(...(await articlesBelow(file, cwd, projects, missing)));
      }
      continue;
    }
    const orphan = articlePath(entry.name);
    if (orphan !== undefined) {
      if (!names.has(orphan)) found.push(path.join(folder, orphan));
      continue;
    }
    const isArticle =
      (includes?.(file) ?? isNamedAsArticle(entry)) || names.has(sidecarPath(entry.name));
    if (isArticle && (await mayBeArticle(entry, path.resolve(cwd, file)))) found.push(file);
  }
  return found;
}

function isNamedAsArticle({ name }: Dirent): boolean {
  return articleExtensions.includes(path.extname(name).toLowerCase());
}

/** Neither the schema nor a link to a folder: such links are not followed, so that no circle is run through. */
async function mayBeArticle(entry: Dirent, file: string): Promise<boolean> {
  if (entry.name === schemaFileName) return false;
  if (!entry.isSymbolicLink()) return true;
  return fs.stat(file).then(
    (stat) => !stat.isDirectory(),
    () => true,
  );
}

/**
 * Reads an article and its sidecar, and finds what was written for other texts of the article with the help of
 * these, as far as git has them. Never throws: what cannot be read is a problem.
 */
export async function loadArticle(file: string, session: Session): Promise<LoadedArticle> {
  const { cwd, projects } = session;
  const { schema } = await projects.of(path.dirname(file));
  const sidecarFile = sidecarPath(file);
  const source = await readSource(sidecarFile, cwd);
  const { article, problems } = await readWords(file, cwd, source !== undefined);
  const base = { file, ...(source && { sidecarFile }), ...(article && { article }) };
  if (!source) return { ...base, problems };
  if (source.text === undefined) return { ...base, problems: [...problems, ...source.problems] };
  if (!article) {
    // Without its article, what a sidecar says can be checked all the same.
    const parsed = parseSidecar(source.text);
    const found = [...parsed.problems, ...checkSidecar(parsed, schema)];
    return {
      ...base,
      problems: [...problems, ...found.map((each) => ({ file: sidecarFile, problem: each }))],
    };
  }
  const { text, mark } = source;
  const parsed = parseSource(text);
  const wanted = textsWanted(parsed, article, () => undefined);
  const found = await oldTextsOf(file, wanted, session);
  const oldTexts = (id: BlobId) => found.get(id);
  const read = (text: string) => readSidecar(text, article, schema, oldTexts);
  const sidecar = readParsed(parsed, article, schema, oldTexts);
  const inSidecar = sidecar.problems.map((each) => ({ file: sidecarFile, problem: each }));
  return { ...base, source: { text, mark }, sidecar, read, problems: [...problems, ...inSidecar] };
}

/** Whether an article and its sidecar still hold what was read of them. */
export async function isAsRead(loaded: LoadedArticle, cwd: string): Promise<boolean> {
  const source = await readSource(sidecarPath(loaded.file), cwd);
  const { article } = await readWords(loaded.file, cwd, true);
  return (
    source?.text === loaded.source?.text &&
    source?.mark === loaded.source?.mark &&
    article !== undefined &&
    loaded.article?.identity.matches(article.identity.id()) === true
  );
}

/** The texts of an article that git has, with LF as ends of line, by their ids. */
export function oldTextsOf(
  file: string,
  ids: readonly BlobId[],
  { cwd, blobs }: Session,
): Promise<ReadonlyMap<BlobId, string>> {
  return textsOf(ids, (id) => blobs.read(path.resolve(cwd, file), id));
}

/** The words of an article, or why there are none. */
export async function readWords(
  file: string,
  cwd: string,
  hasSidecar: boolean,
): Promise<{ readonly article?: ArticleFile; readonly problems: readonly LocatedProblem[] }> {
  const bytes = await readIfThere(path.resolve(cwd, file));
  if (bytes instanceof Error) return { problems: [unreadable(file, bytes)] };
  if (bytes === undefined) {
    const missing = problem('article-missing', startOfFile, { article: path.basename(file) });
    return {
      problems: [
        hasSidecar ? { file: sidecarPath(file), problem: missing } : unreadable(file, 'not found'),
      ],
    };
  }
  const read = readArticle(bytes);
  return read.problem ? { problems: [{ file, problem: read.problem }] } : { ...read, problems: [] };
}
