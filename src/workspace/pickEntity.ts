import * as vscode from 'vscode';
import type { CorpusEntity } from '../core/corpus/corpus';
import type { KnownEntity } from '../core/entities/knownEntities';
import type { Entity } from '../core/model/annotation';
import type { Schema } from '../core/model/schema';
import { typeIcon, typeName } from './typeNames';

/** A row of a list of entities; separators have none. */
export interface EntityPick extends vscode.QuickPickItem {
  readonly entity?: Entity;
}

/** The row of an entity of the article, or of one that other articles know. */
export function rowOf(known: KnownEntity | CorpusEntity, schema: Schema): EntityPick {
  const { entity, mentions } = known;
  const count =
    'articles' in known
      ? vscode.l10n.t('articles: {0}', known.articles)
      : vscode.l10n.t('mentions: {0}', mentions);
  return {
    ...nameRow(entity),
    description: `${typeName(entity.type, schema)} · ${count}`,
    entity,
  };
}

/** The name of an entity with the icon of its type. */
export function nameRow({ name, type }: Entity): vscode.QuickPickItem {
  return { label: name, iconPath: new vscode.ThemeIcon(typeIcon(type)) };
}

/** Rows under a heading; nothing where there are no rows. */
export function section<T extends vscode.QuickPickItem>(
  label: string,
  rows: readonly T[],
): (T | vscode.QuickPickItem)[] {
  return rows.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows] : [];
}

/** Lets the user choose among rows, of which the first is taken by Enter; undefined where none is chosen. */
export async function pickEntity(
  title: string,
  rows: readonly EntityPick[],
): Promise<Entity | undefined> {
  const picked = await vscode.window.showQuickPick(rows, {
    title,
    placeHolder: vscode.l10n.t('Which entity is it?'),
    matchOnDescription: true,
  });
  return picked?.entity;
}
