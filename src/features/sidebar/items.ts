import * as vscode from 'vscode';
import { spansOf, type Target } from '../../core/model/annotation';
import { contentPart, mentionPart, type AnnotationPart } from '../../core/model/parts';
import type { Schema } from '../../core/model/schema';
import type { ArticleText } from '../../core/text/articleText';
import { shortened } from '../../core/text/shortened';
import type { ArticleState } from '../../workspace/articleState';
import { partIcon, partName, remembered } from '../../workspace/partNames';
import { fallbackLook, typeLooks } from '../../workspace/typeLooks';
import { quoteKindName, typeIcon, typeName } from '../../workspace/typeNames';
import { targetOf, type EntityNode, type QuoteNode } from './treeModel';

type Node = EntityNode | QuoteNode;

/** How a row looks, reads aloud and acts. `state` is that of its article. */
export function treeItem(node: Node, state: ArticleState): vscode.TreeItem {
  const { schema } = state;
  const item = new vscode.TreeItem(labelOf(node, schema), collapsibleState(node));
  item.contextValue = node.kind;
  const place = placeOf(targetOf(node), state.file?.text);
  item.description = descriptionOf(node, place, state);
  const icon = iconOf(node, state);
  if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon, iconColor(node, schema));
  item.accessibilityInformation = { label: spokenLabel(node, place, state) };
  if (!('children' in node)) {
    item.command = commandOf(node);
    item.tooltip = (node.kind === 'part' ? remembered(node.part) : undefined) ?? node.words;
  }
  return item;
}

/** What a click does: it goes to the text, or looks for the place in it. */
function commandOf(node: Exclude<Node, { children: unknown }>): vscode.Command {
  const part = partOf(node);
  return part.target.spans
    ? { title: vscode.l10n.t('Go to the Text'), command: '_chiosa.reveal', arguments: [node] }
    : {
        title: vscode.l10n.t('Find Lost Annotation…'),
        command: 'chiosa.findPlace',
        arguments: [{ part }],
      };
}

function partOf(node: Exclude<Node, { children: unknown }>): AnnotationPart {
  switch (node.kind) {
    case 'mention':
      return mentionPart(node.mention);
    case 'quote':
      return contentPart(node.quote);
    case 'part':
      return node.part;
  }
}

function labelOf(node: Node, schema: Schema): string {
  switch (node.kind) {
    case 'type':
      return typeName(node.type, schema);
    case 'entity':
      return node.entity.name;
    case 'speaker':
      return node.name ?? vscode.l10n.t('No speaker');
    case 'lost':
      return vscode.l10n.t('Not found');
    case 'mention':
    case 'quote':
    case 'part':
      return shortened(node.words, 80);
  }
}

function collapsibleState(node: Node): vscode.TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  if (!('children' in node) || node.children.length === 0) return None;
  return node.kind === 'entity' ? Collapsed : Expanded;
}

function descriptionOf(node: Node, place: string | undefined, state: ArticleState): string {
  if ('children' in node) return String(node.children.length);
  if (node.kind === 'part') return partName(node.part, state);
  return place ?? vscode.l10n.t('not found');
}

/** `line 12`: lines count from 1, as in the editor. */
function placeOf(target: Target | undefined, text: ArticleText | undefined): string | undefined {
  const [first] = spansOf(target);
  return first && text && vscode.l10n.t('line {0}', text.positionAt(first.start).line + 1);
}

function iconOf(node: Node, state: ArticleState): string | undefined {
  switch (node.kind) {
    case 'type':
      return undefined;
    case 'entity':
      return typeIcon(node.entity.type);
    case 'speaker':
      return node.name === undefined ? 'question' : 'person';
    case 'mention':
      return node.mention.target.spans ? undefined : 'warning';
    case 'quote':
      return node.quote.content.spans ? 'quote' : 'warning';
    case 'lost':
      return 'warning';
    case 'part':
      return partIcon(node.part, state);
  }
}

/** That of a warning, or of the marks in the text; only where it is a theme colour, since icons take no others. */
function iconColor(node: Node, schema: Schema): vscode.ThemeColor | undefined {
  if (node.kind === 'lost') return new vscode.ThemeColor('list.warningForeground');
  if (node.kind !== 'entity') return undefined;
  const { line } = typeLooks(schema).get(node.entity.type) ?? fallbackLook;
  return line.startsWith('#') ? undefined : new vscode.ThemeColor(line);
}

function spokenLabel(node: Node, place: string | undefined, state: ArticleState): string {
  const { schema } = state;
  switch (node.kind) {
    case 'type':
      return vscode.l10n.t('{0}, entities: {1}', typeName(node.type, schema), node.children.length);
    case 'entity':
      return vscode.l10n.t(
        '{0}, {1}, mentions: {2}',
        node.entity.name,
        typeName(node.entity.type, schema),
        node.children.length,
      );
    case 'speaker':
      return vscode.l10n.t('{0}, quotes: {1}', labelOf(node, schema), node.children.length);
    case 'mention':
      return vscode.l10n.t('Mention “{0}”, {1}', node.words, place ?? vscode.l10n.t('not found'));
    case 'quote':
      return `${quoteKindName(node.quote.kind, schema)}: ${node.words}, ${place ?? vscode.l10n.t('not found')}`;
    case 'lost':
      return vscode.l10n.t('Not found: {0}', node.children.length);
    case 'part':
      return vscode.l10n.t('Not found: “{0}”, {1}', node.words, partName(node.part, state));
  }
}
