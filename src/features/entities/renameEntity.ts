import * as vscode from 'vscode';
import { mergeEntities } from '../../core/edit/entityEdits';
import { newEntityId } from '../../core/entities/entityId';
import type { Entity, EntityId } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { Schema } from '../../core/model/schema';
import type { ShownArticle } from '../../workspace/activeArticle';
import { redescribeEverywhere } from '../../workspace/redescribeEverywhere';
import type { Services } from '../../workspace/services';
import { typeIcon, typeName } from '../../workspace/typeNames';
import { entityMeant, type EntityArgument } from './entityMeant';
import { changeEverywhere } from './changeEverywhere';

/** The argument of `chiosa.renameEntity`, for keys: what is not said is asked. */
export interface RenameArgument extends EntityArgument {
  readonly name?: string;
  readonly id?: EntityId;
}

/**
 * Gives an entity another name, in all articles that have it, and another id that is like the new name, where the
 * user wants that: the id is what ties the articles together.
 */
export async function renameEntity(services: Services, argument: RenameArgument): Promise<void> {
  const { shown, entity } = await entityMeant(services, argument);
  const name = argument.name ?? (await askName(entity));
  if (name === undefined) return;
  const id = argument.id ?? (await pickId(services, shown, entity, name));
  if (id === undefined) return;
  const title = vscode.l10n.t('“{0}” is renamed “{1}”', entity.name, name);
  const uri = shown?.article.uri;
  if (id === entity.id) {
    await redescribeEverywhere(services, uri, [id], title, { name });
    return;
  }
  await changeEverywhere(services, uri, [entity.id], title, (set) =>
    mergeEntities(set, entity.id, { id, name, type: typeIn(set, entity) }),
  );
}

async function askName({ id, name }: Entity): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename “{0}” in all articles', name),
    prompt: vscode.l10n.t('Its id is {0}.', id),
    value: name,
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('Write a name.')),
  });
  return answer?.trim();
}

/** The id that the entity is to have: that of another entity is never offered. @returns undefined where the user cancels */
async function pickId(
  { corpus }: Services,
  shown: ShownArticle | undefined,
  entity: Entity,
  name: string,
): Promise<EntityId | undefined> {
  const known = await corpus.now();
  const isTaken = (id: EntityId) =>
    id !== entity.id &&
    (shown?.state.set.entities.has(id) === true || known.articlesNaming(id).length > 0);
  const fitting = newEntityId(name, isTaken);
  if (fitting === entity.id) return entity.id;
  const picks = [
    { label: vscode.l10n.t('Keep the id {0}', entity.id), id: entity.id },
    { label: vscode.l10n.t('Change the id to {0}', fitting), id: fitting },
  ];
  const picked = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('Rename “{0}” in all articles', entity.name),
    placeHolder: vscode.l10n.t('Quotes and mentions follow in either case.'),
  });
  return picked?.id;
}

/** The type that an article gives the entity: it may disagree with others. */
function typeIn(set: AnnotationSet, entity: Entity): string {
  return set.entities.get(entity.id)?.type ?? entity.type;
}

/** The argument of `chiosa.retypeEntity`, for keys: a type that is not said is asked. */
export interface RetypeArgument extends EntityArgument {
  readonly type?: string;
}

/** Gives an entity another type, in all articles that have it. */
export async function retypeEntity(services: Services, argument: RetypeArgument): Promise<void> {
  const { shown, entity } = await entityMeant(services, argument);
  const schema = shown?.state.schema ?? services.schemas.ofWorkspace();
  const type = argument.type ?? (await pickType(entity.name, entity.type, schema));
  if (type === undefined) return;
  const title = vscode.l10n.t('“{0}” is of the type {1}', entity.name, typeName(type, schema));
  await redescribeEverywhere(services, shown?.article.uri, [entity.id], title, { type });
}

async function pickType(
  name: string,
  present: string,
  schema: Schema,
): Promise<string | undefined> {
  const picks = schema.types
    .filter(({ id }) => id !== present)
    .map(({ id }) => ({
      label: typeName(id, schema),
      iconPath: new vscode.ThemeIcon(typeIcon(id)),
      type: id,
    }));
  const picked = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('Type of “{0}” in all articles', name),
    placeHolder: vscode.l10n.t('Now: {0}', typeName(present, schema)),
  });
  return picked?.type;
}
