import * as vscode from 'vscode';
import type { ArticleStatus } from '../../core/model/annotationSet';
import { statusName } from '../../workspace/typeNames';
import { figuresOf, type AnnotatedFile, type ArticleNode, type StatusNode } from './articleTree';

/** An article, and where it is. */
export interface PlacedFile extends AnnotatedFile {
  readonly uri: vscode.Uri;
}

/** How a row looks, reads aloud and acts. */
export function articleItem(node: ArticleNode<PlacedFile>): vscode.TreeItem {
  return node.kind === 'status' ? statusItem(node) : fileItem(node.article);
}

function statusItem({ status, children }: StatusNode<PlacedFile>): vscode.TreeItem {
  const name = nameOf(status);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = new vscode.ThemeIcon(icons[status ?? 'none']);
  item.description = String(children.length);
  item.contextValue = 'status';
  const label = vscode.l10n.t('{0}, articles: {1}', name, children.length);
  item.accessibilityInformation = { label };
  return item;
}

function fileItem({ uri, path, summary }: PlacedFile): vscode.TreeItem {
  const { title } = summary.fields;
  const item = new vscode.TreeItem(uri);
  if (title !== undefined) item.label = title;
  const { mentions, quotes } = figuresOf(summary);
  const figures = vscode.l10n.t('mentions: {0}, quotes: {1}', mentions, quotes);
  item.description = figures;
  item.tooltip = `${path}\n${figures}`;
  item.contextValue = 'article';
  item.accessibilityInformation = { label: `${title ?? path}, ${figures}` };
  item.command = { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [uri] };
  return item;
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
