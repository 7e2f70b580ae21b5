import * as vscode from 'vscode';
import type { QuoteKind } from '../core/model/annotation';
import type { ArticleStatus } from '../core/model/annotationSet';
import type { Schema } from '../core/model/schema';

/** What the project calls an entity type, or else its name in the user's language, or its id. */
export function typeName(type: string, { types }: Schema): string {
  const label = types.find(({ id }) => id === type)?.label;
  if (label !== undefined) return label;
  const names: Readonly<Record<string, string>> = {
    person: vscode.l10n.t('Person'),
    organization: vscode.l10n.t('Organization'),
    location: vscode.l10n.t('Location'),
    event: vscode.l10n.t('Event'),
    work: vscode.l10n.t('Work'),
    other: vscode.l10n.t('Other'),
  };
  return Object.hasOwn(names, type) ? (names[type] ?? type) : type;
}

const icons: Readonly<Record<string, string>> = {
  person: 'person',
  organization: 'organization',
  location: 'location',
  event: 'calendar',
  work: 'book',
};

/** The icon of an entity type, by the name of VS Code's icon set. */
export function typeIcon(type: string): string {
  return (Object.hasOwn(icons, type) ? icons[type] : undefined) ?? 'tag';
}

/** What an entity type is among the symbols of code: VS Code has icons, colours and filters for these only. */
export function symbolKind(type: string): vscode.SymbolKind {
  return kinds.get(type) ?? vscode.SymbolKind.Variable;
}

const kinds: ReadonlyMap<string, vscode.SymbolKind> = new Map([
  ['person', vscode.SymbolKind.Class],
  ['organization', vscode.SymbolKind.Struct],
  ['location', vscode.SymbolKind.Namespace],
  ['event', vscode.SymbolKind.Event],
  ['work', vscode.SymbolKind.File],
]);

/** How far the annotation of an article is, in the user's language. */
export function statusName(status: ArticleStatus): string {
  switch (status) {
    case 'draft':
      return vscode.l10n.t('Draft');
    case 'reviewed':
      return vscode.l10n.t('Reviewed');
    case 'done':
      return vscode.l10n.t('Done');
  }
}

/** What the project calls a kind of quote, or else its name in the user's language. */
export function quoteKindName(kind: QuoteKind, { quoteKinds }: Schema): string {
  const label = quoteKinds.find(({ id }) => id === kind)?.label;
  if (label !== undefined) return label;
  switch (kind) {
    case 'direct':
      return vscode.l10n.t('Direct quote');
    case 'mixed':
      return vscode.l10n.t('Mixed quote');
    case 'indirect':
      return vscode.l10n.t('Indirect quote');
  }
}
