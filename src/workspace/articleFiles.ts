import * as vscode from 'vscode';
import type { Problem } from '../core/check/problem';
import type { EntityId } from '../core/model/annotation';
import { sidecarPattern } from '../core/sidecar/location';
import type { ArticleText } from '../core/text/articleText';
import { tooLarge } from '../core/text/decode';
import { inParallel } from '../host/inParallel';
import type { Watch } from '../host/progress';
import { blockingProblem } from './articleState';
import type { ArticleStore, CorpusArticle } from './articleStore';
import { WordsReader } from './articleWords';
import type { CorpusIndex } from './corpusIndex';
import { missing, unreadable } from './fileErrors';
import { leftOutFor, type LeftOut } from './leftOut';
import type { SchemaStore } from './schemaStore';
import { articleUri, readSource, sidecarUri, statIfThere } from './sidecarFile';
import { settings } from './settings';

/** The endings of files that VS Code, by itself, opens in the languages that articles may have. */
export const extensions: Readonly<Record<string, readonly string[]>> = {
  plaintext: ['txt'],
  markdown: ['md', 'markdown'],
  'news-article': ['news', 'article'],
};

/** What nobody annotates, beyond what `files.exclude` hides: the packages of others. */
const excluded = '**/{node_modules,bower_components}/**';

/** The articles of the workspace that have sidecars, by path. */
export async function annotatedFiles(
  schemas: SchemaStore,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const sidecars = await findFiles(sidecarPattern, token);
  return byPath(sidecars.flatMap((uri) => articleUri(uri) ?? []).filter(includedBy(schemas)));
}

/** The articles of the workspace, by path: those with sidecars, and files that are named as articles are. */
export async function articleFiles(
  schemas: SchemaStore,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const endings = settings.articleLanguages.get().flatMap((language) => extensions[language] ?? []);
  const named =
    endings.length > 0 ? await findFiles(`**/*.{${endings.map(inAnyCase).join(',')}}`, token) : [];
  return byPath([...(await annotatedFiles(schemas, token)), ...named.filter(includedBy(schemas))]);
}

/** What was found in articles, and the files that could not be looked at or must not be written. */
export interface Looked<T> {
  readonly found: readonly T[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * What `look` makes of each of the articles, in the order of `find`, to change it. Files that are no text or
 * too large are left out; so are articles whose sidecars cannot be read, where `look` finds something.
 * @throws {vscode.CancellationError} where the user cancels
 */
export async function lookAtEach<T>(
  articles: ArticleStore,
  watch: Watch,
  find: (token: vscode.CancellationToken) => Promise<readonly vscode.Uri[]>,
  look: (article: CorpusArticle) => readonly T[],
): Promise<Looked<T>> {
  const uris = await find(watch.token);
  // VS Code finds nothing where the search for files was cancelled.
  if (watch.token.isCancellationRequested) throw new vscode.CancellationError();
  const looked: Looked<T>[] = [];
  await inParallel(uris, async (uri, index) => {
    watch.step(index, uris.length);
    looked[index] = await lookAt(articles, uri, look);
  });
  return {
    found: looked.flatMap(({ found }) => found),
    leftOut: looked.flatMap(({ leftOut }) => leftOut),
  };
}

/** As `lookAtEach`, at one article. @param mayBeFound says of what text nothing is found, whatever its sidecar says */
export async function lookAt<T>(
  articles: ArticleStore,
  uri: vscode.Uri,
  look: (article: CorpusArticle) => readonly T[],
  mayBeFound?: (text: ArticleText) => boolean,
): Promise<Looked<T>> {
  const leave = (file: vscode.Uri, why: Problem) => ({
    found: [],
    leftOut: [leftOutFor(file, why)],
  });
  const sidecar = sidecarUri(uri);
  const unfit = await unfitness(uri);
  if (unfit) return leave(unfit.code === 'article-missing' ? sidecar : uri, unfit);
  if (mayBeFound && !(await hasText(uri, mayBeFound))) return { found: [], leftOut: [] };
  const state = await articles.use(uri, async (article) => {
    await article.reload();
    return article.state;
  });
  const { file, articleProblems } = state;
  if (!file) return leave(uri, articleProblems[0] ?? missing(uri));
  const found = look({ uri, file, state });
  const blocking = found.length > 0 && blockingProblem(state);
  return blocking ? leave(sidecar, blocking) : { found, leftOut: [] };
}

/** Whether an article has a text of which that is true, or none, of which it is to be said why. */
async function hasText(uri: vscode.Uri, isTrue: (text: ArticleText) => boolean): Promise<boolean> {
  const words = await new WordsReader(uri).read();
  return !words?.file || isTrue(words.file.text);
}

/** Why a file need not be read. */
async function unfitness(uri: vscode.Uri): Promise<Problem | undefined> {
  try {
    const stat = await statIfThere(uri);
    return stat ? tooLarge(stat.size) : missing(uri);
  } catch (error) {
    return unreadable(error);
  }
}

/**
 * The articles that have one of the entities: `first`, those of which the corpus knows it, and those of whose sidecars it
 * may not know all and that have the word. @throws as `CorpusIndex.whole`
 */
export async function articlesNaming(
  corpus: CorpusIndex,
  first: vscode.Uri | undefined,
  entities: readonly EntityId[],
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  await corpus.fresh(token);
  const known = entities.flatMap((id) => corpus.articlesNaming(id));
  const unsure = await naming(corpus.unsure, entities, token);
  return unique([...(first ? [first] : []), ...known, ...unsure]);
}

/** A pattern for an ending in small and capital letters: VS Code opens both in the same language. */
function inAnyCase(ending: string): string {
  return ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/**
 * Those of the articles whose sidecars say one of the words somewhere, or cannot be read.
 * @throws {vscode.CancellationError} where the user cancels
 */
export async function naming(
  articles: readonly vscode.Uri[],
  words: readonly string[],
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const isNaming: boolean[] = [];
  await inParallel(articles, async (uri, index) => {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    isNaming[index] = await mayName(uri, words);
  });
  return articles.filter((_, index) => isNaming[index]);
}

async function mayName(article: vscode.Uri, words: readonly string[]): Promise<boolean> {
  try {
    const decoded = await readSource(sidecarUri(article));
    if (decoded?.problem) return true;
    const source = decoded?.text ?? '';
    // In a sidecar with escapes a word may be written in another way.
    return words.some((word) => source.includes(word)) || source.includes('\\');
  } catch {
    return true; // an unreadable sidecar: who acts on the article is told why
  }
}

function findFiles(pattern: string, token: vscode.CancellationToken): Thenable<vscode.Uri[]> {
  return vscode.workspace.findFiles(pattern, excluded, undefined, token);
}

/** Whether the project of a file takes it for an article. */
function includedBy(schemas: SchemaStore): (uri: vscode.Uri) => boolean {
  return (uri) => schemas.includes(uri);
}

/** Each of the files once, by path. */
export function byPath(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return unique(uris).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Each of the files once, in their order. */
export function unique(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

/** The folders that some files are in, at any depth, each once. Both as URIs in one string. */
export function foldersAbove(files: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const file of files) {
    let end = file.lastIndexOf('/');
    while (end > 0 && !folders.has(file.slice(0, end))) {
      folders.add(file.slice(0, end));
      end = file.lastIndexOf('/', end - 1);
    }
  }
  return folders;
}
