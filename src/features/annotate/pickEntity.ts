import * as vscode from 'vscode';
import type { CorpusEntity } from '../../core/entities/corpus';
import type { KnownEntity } from '../../core/entities/knownEntities';
import type { Entity } from '../../core/model/annotation';
import type { Schema } from '../../core/model/schema';
import { typeIcon, typeName } from '../../workspace/typeNames';

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
    label: entity.name,
    iconPath: new vscode.ThemeIcon(typeIcon(entity.type)),
    description: `${typeName(entity.type, schema)} · ${count}`,
    entity,
  };
}

/** Rows under a heading; nothing where there are no rows. */
export function section(label: string, rows: readonly EntityPick[]): EntityPick[] {
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
