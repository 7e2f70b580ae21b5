import * as vscode from 'vscode';
import type { EntityId } from '../core/model/annotation';
import { withProgress } from '../host/progress';
import type { ArticleState } from './articleState';
import type { ArticleStore, CorpusArticle } from './articleStore';
import type { SchemaStore } from './schemaStore';
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

/** What nobody annotates, beyond what `files.exclude` hides: the packages of others. */
const excluded = '**/{node_modules,bower_components}/**';

/** The articles of the workspace that have sidecars, by path. */
export async function annotatedFiles(
  schemas: SchemaStore,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const sidecars = await findFiles('**/*.ann.yaml', token);
  return byPath(sidecars.flatMap((uri) => articleUri(uri) ?? []).filter(includedBy(schemas)));
}

/** The articles of the workspace, by path: those with sidecars, and files that are named as articles are. */
export async function articleFiles(
  schemas: SchemaStore,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const endings = settings.articleLanguages.get().flatMap((language) => extensions[language] ?? []);
  const named = endings.length > 0 ? await findFiles(`**/*.{${endings.join(',')}}`, token) : [];
  return byPath([...(await annotatedFiles(schemas, token)), ...named.filter(includedBy(schemas))]);
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

/**
 * The articles that have the entity: `first`, and those of the workspace.
 * @throws {vscode.CancellationError} where the user cancels
 */
export async function articlesNaming(
  schemas: SchemaStore,
  first: vscode.Uri,
  entity: EntityId,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const named: vscode.Uri[] = [];
  for (const uri of await annotatedFiles(schemas, token)) {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    if (await mayName(uri, entity)) named.push(uri);
  }
  return unique([first, ...named]);
}

async function mayName(article: vscode.Uri, entity: EntityId): Promise<boolean> {
  try {
    const source = (await readSource(sidecarUri(article)))?.text ?? '';
    // In a sidecar with escapes the id may be written in another way.
    return source.includes(entity) || source.includes('\\');
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
