import * as vscode from 'vscode';
import { extentOf, type Entity, type EntityId, type Mention } from '../../core/model/annotation';
import { mentionsAt } from '../../core/model/spanIndex';
import { toSpan } from '../../host/convert';
import { UserError } from '../../host/userError';
import type { EditedArticle, ShownArticle } from '../../workspace/activeArticle';
import { entityKnown } from '../../workspace/entityKnown';
import type { Services } from '../../workspace/services';
import { placeIn } from '../../workspace/sidecarDocument';
import { articleUri } from '../../workspace/sidecarFile';

/** What commands on entities take: a row of the sidebar, or the id of an entity of the article or of the corpus. */
export interface EntityArgument {
  readonly entity?: string | Entity;
}

/** An entity that an act means, and the article that the user works on, where there is one. */
export interface EntityMeant {
  readonly shown: ShownArticle | undefined;
  readonly entity: Entity;
}

/** The entity that an act means: that of its argument, else that of the id or the mention at the cursor. */
export async function entityMeant(
  services: Services,
  { entity: given }: EntityArgument,
): Promise<EntityMeant> {
  const { active } = services;
  const entity = given ?? idInSidecar();
  if (entity === undefined) {
    const shown = await active.demand();
    return { shown, entity: demandEntity(shown, mentionMeant(shown).entity) };
  }
  const shown = active.article && (await active.demandShown());
  const id = typeof entity === 'string' ? entity : entity.id;
  return { shown, entity: await entityKnown(services, id) };
}

/** The entity at the cursor in a sidecar; undefined elsewhere. @throws {UserError} where there is none */
function idInSidecar(): EntityId | undefined {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  if (!document || !selection || !articleUri(document.uri)) return undefined;
  const { entity } = placeIn(document, selection.active) ?? {};
  if (entity === undefined) {
    throw new UserError(
      vscode.l10n.t('There is no entity at the cursor. Put it in the id, the name or a mention.'),
    );
  }
  return entity;
}

/** The entity of the article. @throws {UserError} where it has none of that id */
export function demandEntity({ state }: ShownArticle, id: string): Entity {
  const entity = state.set.entities.get(id);
  if (!entity) throw new UserError(vscode.l10n.t('The article has no entity “{0}” any more.', id));
  return entity;
}

/**
 * The mention that is selected, else the shortest one at the cursor. @throws {UserError} where there is none
 */
export function mentionMeant({ selections, file, state }: EditedArticle): Mention {
  const [selection] = selections;
  const selected = selection ? toSpan(file.text, selection) : { start: 0, end: 0 };
  const at = mentionsAt(state.set, selected.end);
  const exactly = at.find(({ target }) => {
    const extent = extentOf(target);
    return extent?.start === selected.start && extent.end === selected.end;
  });
  const mention = exactly ?? at[0];
  if (!mention) {
    throw new UserError(
      vscode.l10n.t('There is no entity at the cursor. Annotate the name as an entity first.'),
    );
  }
  return mention;
}
