import * as vscode from 'vscode';
import { wordsOf } from '../../core/model/annotation';
import type { AnnotationPart } from '../../core/model/parts';
import type { Schema } from '../../core/model/schema';
import { shortened } from '../../core/text/shortened';
import { partIcon, partName, remembered } from '../../workspace/partNames';
import { fallbackLook, typeLooks } from '../../workspace/typeLooks';
import { quoteKindName, typeIcon, typeName } from '../../workspace/typeNames';
import { hasConflict, partOf } from './rowParts';
import type { ArticleRow, EntityRow, Row, SpeakerRow } from './rows';

/** How a row looks, reads aloud and acts. */
export function treeItem(row: Row, schema: Schema): vscode.TreeItem {
  const item = new vscode.TreeItem(labelOf(row, schema), collapsibleState(row));
  item.contextValue = hasConflict(row) ? `${row.kind} conflict` : row.kind;
  item.description = withConflictNoted(row, descriptionOf(row, schema));
  if (row.kind === 'article') {
    item.resourceUri = vscode.Uri.parse(row.article.uri);
    item.tooltip = row.article.path;
  }
  const icon = iconOf(row);
  if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon, iconColor(row, schema));
  item.accessibilityInformation = {
    label: withConflictNoted(row, spokenLabel(row, schema)),
  };
  const part = partOf(row);
  if (part) {
    item.command = commandOf(row, part);
    item.tooltip = (row.kind === 'part' ? remembered(part) : undefined) ?? wordsOf(part.target);
  }
  return item;
}

/** Of a row for what a merge has left to decide, words that say so too. */
function withConflictNoted(row: Row, words: string): string {
  return hasConflict(row) ? vscode.l10n.t('{0} · conflict', words) : words;
}

/** The argument of `_chiosa.reveal`. */
export interface RevealArgument {
  /** Of the article. */
  readonly uri: string;
  /** What is to be shown, as it was when its row was made. */
  readonly part: AnnotationPart;
}

/** What a click does: it goes to the text, or looks for the place in it. */
function commandOf(row: Row, part: AnnotationPart): vscode.Command {
  const uri = 'uri' in row ? row.uri : '';
  const argument: RevealArgument = { uri, part };
  return part.target.spans
    ? { title: vscode.l10n.t('Go to the Text'), command: '_chiosa.reveal', arguments: [argument] }
    : {
        title: vscode.l10n.t('Find Lost Annotation…'),
        command: 'chiosa.findPlace',
        arguments: [{ part }],
      };
}

function labelOf(row: Row, schema: Schema): string {
  switch (row.kind) {
    case 'type':
      return typeName(row.type, schema);
    case 'entity':
      return row.entity.name;
    case 'speaker':
      return row.name ?? nobody(row);
    case 'quoteKind':
      return quoteKindName(row.quoteKind, schema);
    case 'article':
      return row.article.title ?? row.article.path.slice(row.article.path.lastIndexOf('/') + 1);
    case 'lost':
      return vscode.l10n.t('Not found');
    case 'mention':
      return shortened(wordsOf(row.mention.target), 80);
    case 'quote':
      return shortened(wordsOf(row.quote.content), 80);
    case 'part':
      return shortened(wordsOf(row.part.target), 80);
  }
}

/** In all articles together only entities are known. */
function nobody({ articles }: SpeakerRow): string {
  return articles === undefined ? vscode.l10n.t('No speaker') : vscode.l10n.t('No known speaker');
}

function collapsibleState(row: Row): vscode.TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  switch (row.kind) {
    case 'type':
    case 'quoteKind':
    case 'lost':
      return Expanded;
    case 'speaker':
      return row.articles === undefined ? Expanded : Collapsed;
    case 'entity':
      return row.mentions > 0 ? Collapsed : None;
    case 'article':
      return Collapsed;
    case 'mention':
    case 'quote':
    case 'part':
      return None;
  }
}

function descriptionOf(row: Row, schema: Schema): string {
  switch (row.kind) {
    case 'type':
      return String(row.entities);
    case 'entity':
      return figures(row, row.mentions);
    case 'speaker':
      return figures(row, row.quotes);
    case 'quoteKind':
      return String(row.quotes);
    case 'article':
      return `${row.count} · ${row.article.path}`;
    case 'lost':
      return String(row.parts.length);
    case 'mention':
    case 'quote':
      return lineName(row.line);
    case 'part':
      return partName(row.part, { set: row.set, schema });
  }
}

/** How many there are, and in how many articles where these are counted. */
function figures({ articles }: EntityRow | SpeakerRow, count: number): string {
  return articles === undefined
    ? String(count)
    : vscode.l10n.t('{0} · articles: {1}', count, articles);
}

/** `line 12`: lines count from 1, as in the editor. */
function lineName(line: number | undefined): string {
  return line === undefined ? vscode.l10n.t('not found') : vscode.l10n.t('line {0}', line);
}

function iconOf(row: Row): string | undefined {
  if (row.kind === 'lost' || ('line' in row && row.line === undefined)) return 'warning';
  if (hasConflict(row) && row.kind !== 'entity') return 'git-merge';
  if (row.kind === 'entity') return typeIcon(row.entity.type);
  if (row.kind === 'speaker') return row.name === undefined ? 'question' : 'person';
  if (row.kind === 'part') return partIcon(row.part, row.set);
  return icons[row.kind];
}

/** Of rows that all have the same. */
const icons: Readonly<Partial<Record<Row['kind'], string>>> = { article: 'file', quote: 'quote' };

/** That of a warning, or of the marks in the text; only where it is a theme colour, since icons take no others. */
function iconColor(row: Row, schema: Schema): vscode.ThemeColor | undefined {
  if (row.kind === 'lost') return new vscode.ThemeColor('list.warningForeground');
  if (row.kind !== 'entity') return undefined;
  const { line } = typeLooks(schema).get(row.entity.type) ?? fallbackLook;
  return line.startsWith('#') ? undefined : new vscode.ThemeColor(line);
}

function spokenLabel(row: Row, schema: Schema): string {
  const { t } = vscode.l10n;
  const label = labelOf(row, schema);
  switch (row.kind) {
    case 'type':
      return t('{0}, entities: {1}', label, row.entities);
    case 'entity':
      return spokenFigures(
        row,
        t('{0}, {1}, mentions: {2}', label, typeName(row.entity.type, schema), row.mentions),
      );
    case 'speaker':
      return spokenFigures(row, t('{0}, quotes: {1}', label, row.quotes));
    case 'quoteKind':
      return t('{0}, quotes: {1}', label, row.quotes);
    case 'article':
      return `${spokenCount(row, label)}, ${row.article.path}`;
    case 'mention':
      return t('Mention “{0}”, {1}', label, lineName(row.line));
    case 'quote':
      return `${quoteKindName(row.quote.kind, schema)}: ${label}, ${lineName(row.line)}`;
    case 'lost':
      return t('Not found: {0}', row.parts.length);
    case 'part':
      return t('Not found: “{0}”, {1}', label, descriptionOf(row, schema));
  }
}

function spokenFigures({ articles }: EntityRow | SpeakerRow, label: string): string {
  return articles === undefined ? label : vscode.l10n.t('{0}, articles: {1}', label, articles);
}

function spokenCount({ of, count }: ArticleRow, label: string): string {
  return of === 'mentions'
    ? vscode.l10n.t('{0}, mentions: {1}', label, count)
    : vscode.l10n.t('{0}, quotes: {1}', label, count);
}
