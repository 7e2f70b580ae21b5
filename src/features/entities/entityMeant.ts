import * as vscode from 'vscode';
import { extentOf, type Entity, type Mention } from '../../core/model/annotation';
import { mentionsAt } from '../../core/model/spanIndex';
import { toSpan } from '../../host/convert';
import { UserError } from '../../host/userError';
import type { EditedArticle, ShownArticle } from '../../workspace/activeArticle';
import type { Services } from '../../workspace/services';

/** What commands on entities take: a row of the sidebar, or the id of an entity of the shown article. */
export interface EntityArgument {
  readonly entity?: string | Entity;
}

/** The entity that an act means: that of its argument, else that of the mention at the cursor. */
export async function entityMeant(
  { active }: Services,
  { entity }: EntityArgument,
): Promise<{ readonly shown: ShownArticle; readonly entity: Entity }> {
  if (entity === undefined) {
    const shown = await active.demand();
    return { shown, entity: demandEntity(shown, mentionMeant(shown).entity) };
  }
  const shown = await active.demandShown();
  return { shown, entity: demandEntity(shown, typeof entity === 'string' ? entity : entity.id) };
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
