import * as vscode from 'vscode';
import { mergeEntities as mergeChange } from '../../core/edit/entityEdits';
import { knownEntities } from '../../core/entities/knownEntities';
import { likelyEntities } from '../../core/entities/likelyEntities';
import type { Entity } from '../../core/model/annotation';
import { UserError } from '../../host/userError';
import type { ArticleState } from '../../workspace/articleState';
import type { Services } from '../../workspace/services';
import { typeIcon, typeName } from '../../workspace/typeNames';
import { demandEntity, entityMeant, type EntityArgument } from './entityMeant';
import { changeEverywhere } from './onCorpus';

/** The argument of `chiosa.mergeEntities`: what is not said is asked. */
export interface MergeArgument extends EntityArgument {
  /** The id of the entity of the shown article that remains. */
  readonly into?: string;
}

/** Makes one entity of two, in all articles that have the one that goes; the other's name and type stay. */
export async function mergeEntities(services: Services, argument: MergeArgument): Promise<void> {
  const { shown, entity } = await entityMeant(services, argument);
  const into =
    argument.into === undefined
      ? await pickOther(shown.state, entity)
      : demandEntity(shown, argument.into);
  if (!into || into.id === entity.id) return;
  const { id, name, type } = into;
  const title = vscode.l10n.t('“{0}” is merged into “{1}”', entity.name, name);
  await changeEverywhere(services, shown, entity.id, title, (each) =>
    mergeChange(each, entity.id, { id, name, type }),
  );
}

async function pickOther(
  { set, schema }: ArticleState,
  merged: Entity,
): Promise<Entity | undefined> {
  const others = likelyEntities(knownEntities(set), merged.name).filter(
    ({ known }) => known.entity.id !== merged.id,
  );
  if (others.length === 0) {
    throw new UserError(vscode.l10n.t('The article has no other entity to merge it into.'));
  }
  const picks = others.map(({ known: { entity } }) => ({
    label: entity.name,
    iconPath: new vscode.ThemeIcon(typeIcon(entity.type)),
    description: typeName(entity.type, schema),
    entity,
  }));
  const picked = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('Merge “{0}” into…', merged.name),
    placeHolder: vscode.l10n.t(
      'Which entity is it really? The name and the type of that one stay.',
    ),
    matchOnDescription: true,
  });
  return picked?.entity;
}
