import * as vscode from 'vscode';
import { saysNothing } from '../../core/corpus/articleSummary';
import type { ArticleStatus } from '../../core/model/annotationSet';
import { sidecarUri } from '../../workspace/sidecarFile';
import { statusName } from '../../workspace/typeNames';
import { figuresOf, type ArticleRow, type ListedFile, type StatusRow } from './articleTree';

/** An article, and where it is. */
export interface PlacedFile extends ListedFile {
  readonly uri: vscode.Uri;
}

/** How a row looks, reads aloud and acts. */
export function articleItem(row: ArticleRow<PlacedFile>): vscode.TreeItem {
  return row.kind === 'status' ? statusItem(row) : fileItem(row.article);
}

function statusItem({ status, articles }: StatusRow<PlacedFile>): vscode.TreeItem {
  const name = nameOf(status);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = new vscode.ThemeIcon(icons[status ?? 'none']);
  item.description = String(articles.length);
  item.contextValue = 'status';
  const label = vscode.l10n.t('{0}, articles: {1}', name, articles.length);
  item.accessibilityInformation = { label };
  return item;
}

function fileItem(file: PlacedFile): vscode.TreeItem {
  const { uri, path, summary } = file;
  const title = summary?.fields.title;
  const item = new vscode.TreeItem(uri);
  if (title !== undefined) item.label = title;
  const problems = problemsOf(file);
  const figures = [figuresFor(file), ...(problems > 0 ? [problemsName(problems)] : [])].join(', ');
  item.description = figures;
  item.tooltip = `${path}\n${figures}`;
  item.contextValue = 'article';
  item.accessibilityInformation = { label: `${title ?? path}, ${figures}` };
  item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [uri] };
  return item;
}

function figuresFor({ summary }: PlacedFile): string {
  if (!summary || saysNothing(summary)) return vscode.l10n.t('not annotated yet');
  const { entities, quotes } = figuresOf(summary);
  return vscode.l10n.t('entities: {0}, quotes: {1}', entities, quotes);
}

function problemsName(problems: number): string {
  return vscode.l10n.t('problems: {0}', problems);
}

/** What the Problems panel says of it, and what of a sidecar that is closed cannot be read. */
function problemsOf({ uri, summary }: PlacedFile): number {
  return problemsReported(uri) + (summary?.problems ?? 0);
}

/** How much the Problems panel has of ours about an article and its sidecar. */
export function problemsReported(article: vscode.Uri): number {
  return [article, sidecarUri(article)]
    .flatMap((file) => vscode.languages.getDiagnostics(file))
    .filter(({ source }) => source === 'chiosa').length;
}

/** How far the annotation of an article is, also where it does not say so. */
export function nameOf(status: ArticleStatus | undefined): string {
  return status === undefined ? vscode.l10n.t('No state yet') : statusName(status);
}

const icons: Readonly<Record<ArticleStatus | 'none', string>> = {
  none: 'circle-outline',
  draft: 'edit',
  reviewed: 'eye',
  done: 'pass',
};
