import * as vscode from 'vscode';
import type { QuoteKind } from '../core/model/annotation';

/** The name of an entity type in the user's language; types of a project are called by their ids. */
export function typeName(type: string): string {
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

/** The name of a kind of quote in the user's language. */
export function quoteKindName(kind: QuoteKind): string {
  switch (kind) {
    case 'direct':
      return vscode.l10n.t('Direct quote');
    case 'mixed':
      return vscode.l10n.t('Mixed quote');
    case 'indirect':
      return vscode.l10n.t('Indirect quote');
  }
}
