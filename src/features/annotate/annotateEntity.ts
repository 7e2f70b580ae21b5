import * as vscode from 'vscode';
import { annotateMentions } from '../../core/edit/mentionEdits';
import { newEntityId } from '../../core/entities/entityId';
import { likelyEntities, type LikelyEntity } from '../../core/entities/likelyEntities';
import type { Entity } from '../../core/model/annotation';
import { mentionsOf, type AnnotationSet } from '../../core/model/annotationSet';
import type { Schema } from '../../core/model/schema';
import { shortened } from '../../core/text/shortened';
import type { Services } from '../../workspace/services';
import { typeIcon, typeName } from '../../workspace/typeNames';
import { selectedSpans } from './selection';

/** The argument of `chiosa.annotateEntity`, for keys: what is not said is asked. */
export interface AnnotateEntityArgument {
  /** The type of the entity, new or known. */
  readonly type?: string;
  /** The id of an entity of this article. */
  readonly entity?: string;
}

/**
 * Annotates what is selected (or the word at the cursor) as an entity, new or known. Returns the argument
 * that annotates other words alike; undefined where the user cancels.
 */
export async function annotateEntity(
  { active, articles }: Services,
  { type, entity: id }: AnnotateEntityArgument = {},
): Promise<AnnotateEntityArgument | undefined> {
  const edited = await active.demand();
  const { set, schema } = edited.state;
  const { text } = edited.file.text;
  const spans = selectedSpans(edited);
  const words =
    spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' '))[0] ?? '';
  const known = id === undefined ? undefined : set.entities.get(id);
  const entity =
    known ??
    (type === undefined ? undefined : joined(set, words, type)) ??
    (await pick(set, schema, words, type));
  if (!entity) return undefined;
  await articles.apply(edited, annotateMentions(set, text, spans, entity));
  return set.entities.has(entity.id) ? { entity: entity.id } : { type: entity.type };
}

/** The one entity of the type that the words name, a new one where none comes near, undefined when in doubt. */
function joined(set: AnnotationSet, words: string, type: string): Entity | undefined {
  const near = likelyEntities(set, words).filter(
    ({ entity, likelihood }) =>
      entity.type === type && (likelihood === 'same' || likelihood === 'part'),
  );
  const same = near.filter(({ likelihood }) => likelihood === 'same');
  // A surname alone is the person; a part of another name («Corea») is often something else.
  const certain = same.length > 0 || type !== 'person' ? same : near;
  if (certain.length > 1) return undefined;
  return certain[0]?.entity ?? newEntity(set, words, type);
}

function newEntity(set: AnnotationSet, name: string, type: string): Entity {
  return { id: newEntityId(name, (id) => set.entities.has(id)), name, type };
}

interface EntityPick extends vscode.QuickPickItem {
  readonly entity?: Entity;
}

/** Asks which entity the words refer to: the known ones that fit, a new one of each type, all others. */
async function pick(
  set: AnnotationSet,
  schema: Schema,
  words: string,
  type: string | undefined,
): Promise<Entity | undefined> {
  const likely = likelyEntities(set, words).filter(
    ({ entity }) => type === undefined || entity.type === type,
  );
  const known = ({ entity }: LikelyEntity): EntityPick => ({
    label: `$(${typeIcon(entity.type)}) ${entity.name}`,
    description: `${typeName(entity.type, schema)} · ${vscode.l10n.t('{0} mentions', mentionsOf(set, entity.id).length)}`,
    entity,
  });
  const fresh = schema.types
    .filter(({ id }) => type === undefined || id === type)
    .map(({ id }): EntityPick => ({
      label: `$(add) ${vscode.l10n.t('New {0}: {1}', typeName(id, schema), shortened(words, 40))}`,
      entity: newEntity(set, words, id),
    }));
  const near = likely.filter(({ likelihood }) => likelihood !== 'other');
  const others = likely.filter(({ likelihood }) => likelihood === 'other');
  const picked = await vscode.window.showQuickPick<EntityPick>(
    [
      ...section(vscode.l10n.t('Known, by this name'), near.map(known)),
      ...section(vscode.l10n.t('New'), fresh),
      ...section(vscode.l10n.t('Known, by another name'), others.map(known)),
    ],
    {
      title: vscode.l10n.t('Annotate “{0}”', shortened(words, 40)),
      placeHolder: vscode.l10n.t('Which entity is it?'),
      matchOnDescription: true,
    },
  );
  return picked?.entity;
}

function section(label: string, items: readonly EntityPick[]): EntityPick[] {
  return items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}
