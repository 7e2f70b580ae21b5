import assert from 'assert';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { spansOf, type EntityId } from '../../../src/core/model/annotation';
import type { AnnotationSet } from '../../../src/core/model/annotationSet';
import { writeSidecar } from '../../../src/core/sidecar/write';
import type { Span } from '../../../src/core/text/span';
import { articleOf } from '../../support/builders';
import { setOfPlaces } from '../../support/places';
import { ask } from './sidecars';
import { eventually, sidecarOf, uriOf, write } from './workbench';

// Real Italian news articles, which are not part of this project: their folder is in the environment. What is
// annotated in them is (test/fixtures/seeds), as places without words.

const shared = process.env['CHIOSA_TEST_SHARED'];
const texts = shared === undefined ? undefined : path.join(shared, 'seeds');
const places = path.resolve(__dirname, '..', '..', 'test', 'fixtures', 'seeds');

/** Describes what holds for them, where they are. */
export const describeReal = texts !== undefined && fs.existsSync(texts) ? describe : describe.skip;

/** The folder of the workspace that they are written to, for as long as they are tested. */
export const home = 'articoli veri';

/** The minister of whom all five articles write, with his first name in three spellings. */
export const minister = 'sergei-lavrov';

/** An article that is annotated. It has LF, so that the offsets of the document are those of the text. */
export interface RealArticle {
  readonly uri: vscode.Uri;
  readonly document: vscode.TextDocument;
  readonly set: AnnotationSet;
  /** Its sidecar, in the canonical form. */
  readonly source: string;
}

/** Writes the articles and their sidecars, and waits until the corpus knows them. */
export async function writeRealArticles(): Promise<RealArticles> {
  assert.ok(texts);
  const articles: RealArticle[] = [];
  for (const name of fs.readdirSync(texts).sort()) {
    const number = name.slice(0, 3);
    const bytes = fs.readFileSync(path.join(texts, name));
    const article = articleOf(bytes);
    const said = fs.readFileSync(path.join(places, `${number}.places`), 'utf8');
    const set = setOfPlaces(said, article.text);
    const source = writeSidecar(set, article);
    const uri = uriOf(`${home}/${number}.txt`);
    await write(uri, bytes);
    await write(sidecarOf(uri), source);
    articles.push({ uri, set, source, document: await vscode.workspace.openTextDocument(uri) });
  }
  assert.equal(articles.length, 5);
  await eventually('the corpus knows them', async () => {
    assert.match((await symbolsOf('Sergei Lavrov')).join(), /articles: 5$/);
  });
  return new RealArticles(articles);
}

/** Removes them, and waits until the corpus has forgotten them. */
export async function removeRealArticles({ all }: RealArticles): Promise<void> {
  for (const { uri } of all) await vscode.workspace.fs.delete(sidecarOf(uri));
  await eventually('the corpus has forgotten them', async () => {
    assert.deepEqual(await symbolsOf('Sergei Lavrov'), []);
  });
  await vscode.workspace.fs.delete(uriOf(home), { recursive: true });
}

/** Opens them all, each in an editor, and waits until VS Code has been told of what is annotated in them. */
export async function openRealArticles({ all }: RealArticles): Promise<void> {
  for (const { uri, document } of all) {
    await vscode.window.showTextDocument(uri, { preview: false });
    await eventually('it has an outline', async () => {
      assert.ok(await ask<object | undefined>('DocumentSymbolProvider', document));
    });
  }
}

/** The five articles, and how often they have something. */
export class RealArticles {
  readonly all: readonly RealArticle[];

  constructor(all: readonly RealArticle[]) {
    this.all = all;
  }

  /** The article of this number, counted from 0. */
  at(number: number): RealArticle {
    const found = this.all[number];
    assert.ok(found);
    return found;
  }

  mentionsOf(id: EntityId): number {
    const mentions = this.all.flatMap(({ set }) => set.mentions);
    return mentions.filter(({ entity }) => entity === id).length;
  }

  quotesOf(id: EntityId): number {
    const quotes = this.all.flatMap(({ set }) => set.quotes);
    return quotes.filter(({ speaker }) => speaker?.entity === id).length;
  }

  /** All places where they refer to the minister, as names, sorted. */
  ministerPlaces(): string[] {
    return this.all.flatMap((each) => placesOf(each, referencesIn(each, minister))).sort();
  }
}

/** What the list of all symbols says of the entities of these articles that are called by a query. */
export async function symbolsOf(query: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return found
    .filter(({ location, name }) => isReal(location.uri) && name.includes(query))
    .map(({ name, containerName }) => `${name} | ${containerName}`);
}

/** The places in the texts of these articles that are references of what stands there, as names, sorted. */
export async function referencesFrom(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<string[]> {
  const found = await ask<vscode.Location[]>('ReferenceProvider', document, position);
  return found
    .filter(({ uri }) => isReal(uri) && uri.path.endsWith('.txt'))
    .map(({ uri, range }) => placeName(uri, range))
    .sort();
}

function isReal(uri: vscode.Uri): boolean {
  return uri.path.startsWith(`${uriOf(home).path}/`);
}

/** What the hover cards at a position say, the spaces of Markdown as spaces. */
export async function cardsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<string> {
  const hovers = await ask<vscode.Hover[]>('HoverProvider', document, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n---\n')
    .replaceAll('&nbsp;', ' ');
}

export function rangeOf({ document }: RealArticle, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export function wordsAt(article: RealArticle, span: Span): string {
  return article.document.getText(rangeOf(article, span));
}

/** One UTF-16 code unit into a span. */
export function into({ document }: RealArticle, { start }: Span): vscode.Position {
  return document.positionAt(start + 1);
}

/** The one span of a mention of these articles. */
export function spanOf({ target }: AnnotationSet['mentions'][number]): Span {
  const [span] = spansOf(target);
  assert.ok(span);
  return span;
}

/** Where an article refers to an entity: its mentions and the words that speak for it, each place once, in order. */
export function referencesIn({ set }: RealArticle, id: EntityId): Span[] {
  const mentions = set.mentions.filter(({ entity }) => entity === id).map(spanOf);
  const speakers = set.quotes.flatMap(({ speaker }) =>
    speaker?.entity === id ? spansOf(speaker.target) : [],
  );
  const spans = new Map(
    [...mentions, ...speakers].map((span) => [`${String(span.start)}-${String(span.end)}`, span]),
  );
  return [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Spans of an article as names of places. */
export function placesOf(article: RealArticle, spans: readonly Span[]): string[] {
  return spans.map((span) => placeName(article.uri, rangeOf(article, span)));
}

/** A place as the file, and lines and columns from 1. */
export function placeName(uri: vscode.Uri, { start, end }: vscode.Range): string {
  const point = ({ line, character }: vscode.Position) =>
    `${String(line + 1)}:${String(character + 1)}`;
  return `${path.posix.basename(uri.path)} ${point(start)}-${point(end)}`;
}
