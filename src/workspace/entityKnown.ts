import * as vscode from 'vscode';
import type { Entity, EntityId } from '../core/model/annotation';
import { UserError } from '../host/userError';
import type { ActiveArticle } from './activeArticle';
import type { CorpusIndex } from './corpusIndex';

/**
 * The entity of an id: as the article that the user works on describes it, or else as most articles do.
 * @throws {UserError} where none has it any more
 */
export async function entityKnown(
  { active, corpus }: { readonly active: ActiveArticle; readonly corpus: CorpusIndex },
  id: EntityId,
): Promise<Entity> {
  const own = active.article?.state.set.entities.get(id);
  const entity = own ?? (await corpus.now()).get(id)?.entity;
  if (entity) return entity;
  throw new UserError(vscode.l10n.t('There is no entity “{0}” any more.', id));
}
