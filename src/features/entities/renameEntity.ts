import * as vscode from 'vscode';
import {
  renameEntity as renameChange,
  retypeEntity as retypeChange,
} from '../../core/edit/entityEdits';
import type { Schema } from '../../core/model/schema';
import type { Services } from '../../workspace/services';
import { typeIcon, typeName } from '../../workspace/typeNames';
import { entityMeant, type EntityArgument } from './entityMeant';
import { changeEverywhere } from './onCorpus';

/** Gives an entity another name, in all articles that have it. Its id, which ties them together, stays. */
export async function renameEntity(services: Services, argument: EntityArgument): Promise<void> {
  const { shown, entity } = await entityMeant(services, argument);
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename “{0}” in all articles', entity.name),
    prompt: vscode.l10n.t('The id stays {0}.', entity.id),
    value: entity.name,
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('Write a name.')),
  });
  const name = answer?.trim();
  if (name === undefined) return;
  const title = vscode.l10n.t('“{0}” is renamed “{1}”', entity.name, name);
  await changeEverywhere(services, shown, entity.id, title, (set) =>
    renameChange(set, entity.id, name),
  );
}

/** The argument of `chiosa.retypeEntity`, for keys: a type that is not said is asked. */
export interface RetypeArgument extends EntityArgument {
  readonly type?: string;
}

/** Gives an entity another type, in all articles that have it. */
export async function retypeEntity(services: Services, argument: RetypeArgument): Promise<void> {
  const { shown, entity } = await entityMeant(services, argument);
  const { schema } = shown.state;
  const type = argument.type ?? (await pickType(entity.name, entity.type, schema));
  if (type === undefined) return;
  const title = vscode.l10n.t('“{0}” is of the type {1}', entity.name, typeName(type, schema));
  await changeEverywhere(services, shown, entity.id, title, (set) =>
    retypeChange(set, entity.id, type),
  );
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
