import * as vscode from 'vscode';
import { moveMentions } from '../../core/edit/entityEdits';
import { newEntityId } from '../../core/entities/entityId';
import { extentOf, wordsOf, type Entity, type Mention } from '../../core/model/annotation';
import { mentionsOf } from '../../core/model/annotationSet';
import { equal } from '../../core/model/equal';
import { withProgress } from '../../host/progress';
import { UserError } from '../../host/userError';
import { articlesNaming, lookAtEach } from '../../workspace/articleFiles';
import { tellOutcome } from '../../workspace/leftOut';
import type { Services } from '../../workspace/services';
import { entityMeant, mentionMeant, type EntityArgument } from './entityMeant';
import { byFile, changesOf, placeItem, type PlaceItem } from './placeItem';

interface MentionItem extends PlaceItem {
  readonly mention: Mention;
}

/**
 * Makes a new entity of some mentions of one, chosen among all of the corpus. Quotes said by these words
 * follow. The mention at the cursor is ticked at first.
 */
export async function splitEntity(services: Services, argument: EntityArgument): Promise<void> {
  const { articles, active, corpus } = services;
  const { shown, entity } = await entityMeant(services, argument);
  const atCursor = argument.entity === undefined ? mentionMeant(await active.demand()) : undefined;
  const looking = vscode.l10n.t('Looking for mentions of “{0}”', entity.name);
  const find = (token: vscode.CancellationToken) =>
    articlesNaming(corpus, shown?.article.uri, [entity.id], token);
  const { found, leftOut } = await withProgress(looking, (watch) =>
    lookAtEach(articles, watch, find, (article) => {
      const isShown = article.uri.toString() === shown?.article.uri.toString();
      return mentionsOf(article.state.set, entity.id).flatMap((mention): MentionItem[] => {
        const span = extentOf(mention.target);
        // The article may have been read again since: its mentions are other objects then.
        const picked = isShown && equal(mention, atCursor);
        return span ? [{ ...placeItem(article, span), mention, picked }] : [];
      });
    }),
  );
  // What is left out may have the mentions that it could be split into.
  if (found.length < 2) tellOutcome('', 0, leftOut);
  const chosen = await pickMentions(entity, found);
  const [first] = chosen;
  if (!first) return;
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name of the new entity'),
    value: wordsOf(first.mention.target),
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('Write a name.')),
  });
  if (name === undefined) return;
  // The same id is the same entity in all articles, so a new one needs one that none has.
  const looked = vscode.l10n.t('Looking for a free id');
  const known = await withProgress(looked, ({ token }) => corpus.whole(token));
  const own = shown?.state.set.entities;
  const id = newEntityId(name, (each) => own?.has(each) === true || known.get(each) !== undefined);
  const split: Entity = { id, name: name.trim(), type: entity.type };
  const title = vscode.l10n.t('“{0}” is split off “{1}”', split.name, entity.name);
  const changes = changesOf(chosen, ({ state }, own) =>
    moveMentions(
      state.set,
      own.map(({ mention }) => mention),
      split,
    ),
  );
  await articles.applyAll(title, changes, leftOut);
}

async function pickMentions(
  entity: Entity,
  items: readonly MentionItem[],
): Promise<readonly MentionItem[]> {
  if (items.length < 2) {
    throw new UserError(
      vscode.l10n.t('“{0}” has a single mention: there is nothing to split.', entity.name),
    );
  }
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem>(byFile(items), {
    canPickMany: true,
    matchOnDescription: true,
    title: vscode.l10n.t('Split “{0}”', entity.name),
    placeHolder: vscode.l10n.t('Tick the mentions that are of somebody or something else.'),
  });
  return items.filter((item) => picked?.includes(item));
}
