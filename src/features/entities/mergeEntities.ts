import * as vscode from 'vscode';
import { mergeAll } from '../../core/edit/entityEdits';
import { knownEntities, type KnownEntity } from '../../core/entities/knownEntities';
import { likelyEntities } from '../../core/entities/likelyEntities';
import type { Entity, EntityId } from '../../core/model/annotation';
import { UserError } from '../../host/userError';
import { entityKnown } from '../../workspace/entityKnown';
import type { Services } from '../../workspace/services';
import { typeIcon, typeName } from '../../workspace/typeNames';
import { entityMeant, type EntityArgument, type EntityMeant } from './entityMeant';
import { changeEverywhere } from './changeEverywhere';

/** The argument of `chiosa.mergeEntities`: what is not said is asked. */
export interface MergeArgument extends EntityArgument {
  /** The ids of several entities, of which one remains. */
  readonly entities?: readonly EntityId[];
  /** The id of the entity that remains. */
  readonly into?: EntityId;
}

/**
 * Makes one entity of two or more, in all articles that have those that go; the name and the type of the one that
 * remains stay. Which one that is, is asked: of several, among these.
 */
export async function mergeEntities(services: Services, argument: MergeArgument): Promise<void> {
  const { entities: ids = [] } = argument;
  if (ids.length > 1 || (ids.length > 0 && argument.into !== undefined)) {
    const several = await Promise.all(ids.map((id) => entityKnown(services, id)));
    const into = argument.into ?? (await pickOneOf(services, several))?.id;
    if (into !== undefined) await merge(services, several, await entityKnown(services, into));
    return;
  }
  const meant = await entityMeant(services, argument);
  const into =
    argument.into === undefined
      ? await pickOther(services, meant)
      : await entityKnown(services, argument.into);
  if (into) await merge(services, [meant.entity], into);
}

async function merge(
  services: Services,
  entities: readonly Entity[],
  { id, name, type }: Entity,
): Promise<void> {
  const going = entities.filter((each) => each.id !== id);
  const [first] = going;
  if (!first) return;
  const { t } = vscode.l10n;
  const title =
    going.length === 1
      ? t('“{0}” is merged into “{1}”', first.name, name)
      : t('{0} entities are merged into “{1}”', going.length, name);
  const ids = going.map((each) => each.id);
  await changeEverywhere(services, services.active.article?.uri, ids, title, (set) =>
    mergeAll(set, ids, { id, name, type }),
  );
}

/** Asks which of several entities remains. */
function pickOneOf(services: Services, several: readonly Entity[]): Promise<Entity | undefined> {
  return pick(services, several, vscode.l10n.t('Merge {0} entities', several.length));
}

/** Asks which other entity it is really: one of the article, or of all where the article does not have it. */
async function pickOther(
  services: Services,
  { shown, entity: merged }: EntityMeant,
): Promise<Entity | undefined> {
  const isHere = shown?.state.set.entities.has(merged.id) === true;
  const all: readonly KnownEntity[] = isHere
    ? knownEntities(shown.state.set)
    : (await services.corpus.now()).entities;
  const others = likelyEntities(all, merged.name).flatMap(({ known: { entity } }) =>
    entity.id === merged.id ? [] : [entity],
  );
  if (others.length === 0) {
    throw new UserError(vscode.l10n.t('The article has no other entity to merge it into.'));
  }
  return pick(services, others, vscode.l10n.t('Merge “{0}” into…', merged.name));
}

async function pick(
  { active, schemas }: Services,
  entities: readonly Entity[],
  title: string,
): Promise<Entity | undefined> {
  const schema = active.article?.state.schema ?? schemas.ofWorkspace();
  const picks = entities.map((entity) => ({
    label: entity.name,
    iconPath: new vscode.ThemeIcon(typeIcon(entity.type)),
    description: typeName(entity.type, schema),
    entity,
  }));
  const picked = await vscode.window.showQuickPick(picks, {
    title,
    placeHolder: vscode.l10n.t(
      'Which entity is it really? The name and the type of that one stay.',
    ),
    matchOnDescription: true,
  });
  return picked?.entity;
}
