import * as vscode from 'vscode';
import { resolveSelector } from '../core/anchor/resolve';
import { spansOf } from '../core/model/annotation';
import { sidecarPattern } from '../core/sidecar/location';
import {
  sidecarPlaceAt,
  targetOf,
  type SidecarPlace,
  type WrittenWords,
} from '../core/sidecar/sidecarPlace';
import type { YamlNode } from '../core/sidecar/yamlNode';
import { yamlTree } from '../core/sidecar/yamlTree';
import type { Span } from '../core/text/span';
import type { AnnotatedArticle } from './annotatedArticle';
import type { ArticleState } from './articleState';
import type { ArticleStore } from './articleStore';
import { articleUri } from './sidecarFile';

/** The files of sidecars, for VS Code's providers. */
export const sidecarFiles: vscode.DocumentSelector = { pattern: sidecarPattern };

/** The source of a sidecar as its editor shows it, saved or not. */
export interface SidecarSource {
  readonly source: string;
  readonly tree: YamlNode;
}

/** What documents say, as long as they do. */
const read = new WeakMap<vscode.TextDocument, SidecarSource & { readonly version: number }>();

/** The source of a document, read once for each of its versions. */
export function sourceIn(document: vscode.TextDocument): SidecarSource {
  const known = read.get(document);
  if (known?.version === document.version) return known;
  const source = document.getText();
  const now = { source, tree: yamlTree(source), version: document.version };
  read.set(document, now);
  return now;
}

/** What stands at a position of a sidecar. */
export function placeIn(
  document: vscode.TextDocument,
  position: vscode.Position,
): SidecarPlace | undefined {
  const { source, tree } = sourceIn(document);
  return sidecarPlaceAt(source, tree, document.offsetAt(position));
}

/** The article of a sidecar that is open, read. */
export async function articleOfSidecar(
  articles: ArticleStore,
  { uri }: vscode.TextDocument,
): Promise<AnnotatedArticle | undefined> {
  const article = articleUri(uri);
  const opened = article && (await articles.open(article));
  // It may be open and still being read.
  if (opened && !opened.state.file) await opened.reload();
  return opened;
}

/**
 * The words of the article that a sidecar quotes, where their place is certain, piece by piece. Of what was written and is
 * not saved yet only words that stand where they are looked for, and nowhere else.
 */
export function spansQuoted({ set, file }: ArticleState, words: WrittenWords): readonly Span[] {
  const target = targetOf(set, words);
  if (target || !file) return spansOf(target);
  const found = words.selectors.map((each) => resolveSelector(file.text.text, each, true));
  const spans = found.flatMap((each) => (each.kind === 'placed' ? [each.span] : []));
  return spans.length === found.length ? spans : [];
}

/** A span of a document's text, in UTF-16 code units, as a range. */
export function rangeIn(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
