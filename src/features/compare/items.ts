import * as vscode from 'vscode';
import { itemOf, type Difference } from '../../core/diff/difference';
import { extentOf, wordsOf, type Target } from '../../core/model/annotation';
import { shortened } from '../../core/text/shortened';
import { lineOf } from '../../workspace/placeRow';
import { typeIcon, typeName } from '../../workspace/typeNames';
import type { Compared } from './comparison';
import type { GroupRow, Row } from './rows';
import { changesOf, nameIn, sentenceOf, setOf, speakerOf } from './sentences';
import { wayOf, type Way } from './ways';

/** How a row looks, reads aloud and acts. @param revealCommand what a click runs, with the row */
export function treeItem(row: Row, compared: Compared, revealCommand: string): vscode.TreeItem {
  return row.kind === 'group'
    ? groupItem(row)
    : differenceItem(row, row.difference, compared, revealCommand);
}

/** How each way of differing looks in lists. */
export const wayIcons: Readonly<Record<Way, string>> = {
  added: 'diff-added',
  removed: 'diff-removed',
  changed: 'diff-modified',
};

export const wayColors: Readonly<Record<Way, vscode.ThemeColor>> = {
  added: new vscode.ThemeColor('chiosa.addedBorder'),
  removed: new vscode.ThemeColor('chiosa.removedBorder'),
  changed: new vscode.ThemeColor('chiosa.changedBorder'),
};

export function wayName(way: Way): string {
  switch (way) {
    case 'added':
      return vscode.l10n.t('Added');
    case 'removed':
      return vscode.l10n.t('Removed');
    case 'changed':
      return vscode.l10n.t('Changed');
  }
}

function groupItem({ way, differences }: GroupRow): vscode.TreeItem {
  const item = new vscode.TreeItem(wayName(way), vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(differences.length);
  item.contextValue = 'group';
  item.iconPath = new vscode.ThemeIcon(wayIcons[way], wayColors[way]);
  item.accessibilityInformation = { label: `${wayName(way)}: ${differences.length}` };
  return item;
}

function differenceItem(
  row: Row,
  difference: Difference,
  compared: Compared,
  revealCommand: string,
): vscode.TreeItem {
  const item = new vscode.TreeItem(labelOf(difference), vscode.TreeItemCollapsibleState.None);
  const changes = changesOf(difference, compared);
  const sentence = sentenceOf(difference, compared);
  item.description = [...detailsOf(difference, compared), ...changes].join(' · ');
  item.contextValue = 'difference';
  item.tooltip = [sentence, ...changes].join('\n');
  item.iconPath = new vscode.ThemeIcon(iconOf(difference, compared));
  item.accessibilityInformation = { label: [sentence, ...changes].join('; ') };
  item.command = {
    title: vscode.l10n.t('Go to the Text'),
    command: revealCommand,
    arguments: [row],
  };
  return item;
}

function labelOf(difference: Difference): string {
  switch (difference.thing) {
    case 'mention':
      return shortened(wordsOf(itemOf(difference).target), 80);
    case 'quote':
      return shortened(wordsOf(itemOf(difference).content), 80);
    case 'entity':
      return itemOf(difference).name;
    case 'article':
      return vscode.l10n.t('Article');
    case 'sidecar':
      return vscode.l10n.t('Sidecar');
  }
}

/** Who or what it is about, and where it stands. */
function detailsOf(difference: Difference, compared: Compared): string[] {
  const set = setOf(difference, compared);
  const { schema } = compared.state;
  switch (difference.thing) {
    case 'mention': {
      const { entity, target } = itemOf(difference);
      return [nameIn(set, entity), placeOf(target, compared)];
    }
    case 'quote': {
      const quote = itemOf(difference);
      return [speakerOf(set, quote), placeOf(quote.content, compared)];
    }
    case 'entity':
      return [
        vscode.l10n.t('entity'),
        typeName(itemOf(difference).type, schema),
        ...fateOf(difference),
      ];
    case 'article':
    case 'sidecar':
      return [];
  }
}

function fateOf(difference: Difference): string[] {
  return difference.change === 'merged'
    ? [vscode.l10n.t('“{0}” was merged into it', difference.before.name)]
    : [];
}

function placeOf(target: Target, { state }: Compared): string {
  return extentOf(target)
    ? vscode.l10n.t('line {0}', lineOf(state.file.text, target.spans ?? []))
    : vscode.l10n.t('not found');
}

function iconOf(difference: Difference, compared: Compared): string {
  switch (difference.thing) {
    case 'mention': {
      const { entity } = itemOf(difference);
      return typeIcon(setOf(difference, compared).entities.get(entity)?.type ?? '');
    }
    case 'quote':
      return 'quote';
    case 'entity':
      return typeIcon(itemOf(difference).type);
    case 'article':
    case 'sidecar':
      return wayIcons[wayOf(difference)];
  }
}
