import * as vscode from 'vscode';
import type { EntityId } from '../core/model/annotation';
import { withProgress } from '../host/progress';
import type { ArticleState } from './articleState';
import type { ArticleStore, CorpusArticle } from './articleStore';
import { articleUri, readSource, sidecarUri } from './sidecarFile';
import { settings } from './settings';

/** The endings of files that VS Code, by itself, opens in the languages that articles may have. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  plaintext: ['txt'],
  markdown: ['md', 'markdown'],
  'news-article': ['news', 'article'],
};

/** Larger files, in bytes, are no articles: nobody reads them. */
const maxSize = 10_000_000;

/** The articles of the workspace that have sidecars, by path. What `files.exclude` hides is none of it. */
export async function annotatedFiles(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const sidecars = await vscode.workspace.findFiles('**/*.ann.yaml', undefined, undefined, token);
  return byPath(sidecars.flatMap((uri) => articleUri(uri) ?? []));
}

/** The articles of the workspace, by path: those with sidecars, and files that are named as articles are. */
export async function articleFiles(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const endings = settings.articleLanguages.get().flatMap((language) => extensions[language] ?? []);
  const pattern = `**/*.{${endings.join(',')}}`;
  const named =
    endings.length > 0
      ? await vscode.workspace.findFiles(pattern, undefined, undefined, token)
      : [];
  return byPath([...(await annotatedFiles(token)), ...named]);
}

/**
 * What `look` makes of each of the articles, in the order of `find`. Files that are no text, or too large,
 * are left out. Shows how far it is. @throws {vscode.CancellationError} where the user cancels
 */
export function lookAtEach<T>(
  articles: ArticleStore,
  title: string,
  find: (token: vscode.CancellationToken) => Promise<readonly vscode.Uri[]>,
  look: (article: CorpusArticle) => readonly T[],
): Promise<T[]> {
  return withProgress(title, async (watch) => {
    const uris = await find(watch.token);
    const found: T[] = [];
    for (const [index, uri] of uris.entries()) {
      watch.step(index, uris.length);
      const state = await read(articles, uri);
      if (state?.file) found.push(...look({ uri, file: state.file, state }));
    }
    return found;
  });
}

/** The articles that have the entity: `first`, and those of the workspace. */
export async function articlesNaming(
  first: vscode.Uri,
  entity: EntityId,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const named: vscode.Uri[] = [];
  for (const uri of await annotatedFiles(token)) {
    const source = (await readSource(sidecarUri(uri)))?.text ?? '';
    // In a sidecar with escapes the id may be written in another way.
    if (source.includes(entity) || source.includes('\\')) named.push(uri);
  }
  return unique([first, ...named]);
}

async function read(articles: ArticleStore, uri: vscode.Uri): Promise<ArticleState | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > maxSize) return undefined;
  } catch {
    return undefined; // a sidecar whose article is gone
  }
  return articles.use(uri, async (article) => {
    await article.reload();
    return article.state;
  });
}

function byPath(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return unique(uris).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Each of the files once, in their order. */
export function unique(uris: readonly vscode.Uri[]): vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}
