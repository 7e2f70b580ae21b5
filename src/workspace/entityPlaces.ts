import * as vscode from 'vscode';
import { extentOf, type EntityId } from '../core/model/annotation';
import { referencesTo } from '../core/model/references';
import { recordPlace } from '../core/sidecar/recordPlace';
import { toProblemRange, toRange } from '../host/convert';
import { inParallel } from '../host/inParallel';
import type { AnnotatedArticle } from './annotatedArticle';
import type { StandingAnnotations } from './annotatedDocuments';
import type { ArticleStore } from './articleStore';
import { openDocument } from './articleWords';
import type { CorpusIndex } from './corpusIndex';

/** Where annotations refer to an entity: by mentions, and by the words of speakers. */
export function placesIn(
  uri: vscode.Uri,
  { set, text }: Pick<StandingAnnotations, 'set' | 'text'>,
  entity: EntityId,
): vscode.Location[] {
  return referencesTo(set, entity).flatMap((target) => {
    const extent = extentOf(target);
    return extent ? [new vscode.Location(uri, toRange(text, extent))] : [];
  });
}

/** Where the other articles of the workspace than `here` refer to an entity, by path. */
export async function placesElsewhere(
  { articles, corpus }: { readonly articles: ArticleStore; readonly corpus: CorpusIndex },
  here: vscode.Uri,
  entity: EntityId,
  token: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  await corpus.whole(token);
  const found: vscode.Location[][] = [];
  await inParallel(others(corpus, here, entity), async (uri, index) => {
    if (token.isCancellationRequested) return;
    found[index] = await placesInArticle(articles, uri, entity);
  });
  return found.flat();
}

/** Where the sidecar of another article than `here` describes an entity. */
export async function recordElsewhere(
  { articles, corpus }: { readonly articles: ArticleStore; readonly corpus: CorpusIndex },
  here: vscode.Uri,
  entity: EntityId,
): Promise<vscode.LocationLink | undefined> {
  const [elsewhere] = others(corpus, here, entity);
  return elsewhere && recordIn(articles, elsewhere, entity);
}

/** The other articles of the corpus that name an entity. */
function others(corpus: CorpusIndex, here: vscode.Uri, entity: EntityId): vscode.Uri[] {
  return corpus.articlesNaming(entity).filter((uri) => uri.toString() !== here.toString());
}

/**
 * Where an article on the disk refers to an entity; nowhere, where it cannot be read.
 * @param uri of the article, open or not
 */
export function placesInArticle(
  articles: ArticleStore,
  uri: vscode.Uri,
  entity: EntityId,
): Promise<vscode.Location[]> {
  return articles.use(uri, async (article) => {
    await article.reload();
    const { file, set } = article.state;
    return file ? placesIn(uri, { set, text: file.text }, entity) : [];
  });
}

/** Where an article refers to an entity first, or else where its sidecar describes it. */
export async function firstPlaceIn(
  articles: ArticleStore,
  uri: vscode.Uri,
  entity: EntityId,
): Promise<vscode.Location | undefined> {
  const [first] = await placesInArticle(articles, uri, entity);
  if (first) return first;
  const record = await recordIn(articles, uri, entity);
  return record && new vscode.Location(record.targetUri, record.targetRange.start);
}

/** Where the sidecar of an article on the disk describes an entity. @param uri of the article, open or not */
export function recordIn(
  articles: ArticleStore,
  uri: vscode.Uri,
  entity: EntityId,
): Promise<vscode.LocationLink | undefined> {
  return articles.use(uri, async (article) => {
    await article.reload();
    return recordOf(article, entity);
  });
}

/** Where the sidecar of an article describes the entity, by the lines of its editor where there is one. */
export function recordOf(
  { sidecar, state }: AnnotatedArticle,
  entity: EntityId,
): vscode.LocationLink | undefined {
  const onDisk = state.source?.();
  const source = openDocument(sidecar)?.getText() ?? onDisk;
  if (source === undefined) return undefined;
  const place = recordPlace(source, entity, source === onDisk ? state.layout?.blocks : undefined);
  return (
    place && {
      targetUri: sidecar,
      targetRange: toProblemRange(place.record),
      targetSelectionRange: toProblemRange(place.key),
    }
  );
}
