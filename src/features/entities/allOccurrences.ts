import * as vscode from 'vscode';
import { annotateMentions } from '../../core/edit/mentionEdits';
import { formsOf, occurrencesToAnnotate, type Matching } from '../../core/edit/occurrences';
import { wordsOf, type Entity } from '../../core/model/annotation';
import type { EditedArticle } from '../../workspace/activeArticle';
import { articleFiles, lookAtEach, unique } from '../../workspace/articleFiles';
import type { CorpusArticle } from '../../workspace/articleStore';
import type { Services } from '../../workspace/services';
import { demandEntity, mentionMeant } from './entityMeant';
import { OccurrencesPick } from './occurrencesPick';
import { changesOf, placeItem, type PlaceItem } from './placeItem';

/** What is looked for: the words of the mention, or all names of its entity. */
export interface Search {
  readonly scope: 'article' | 'corpus';
  readonly names: 'form' | 'all';
  readonly matching: Matching;
}

/**
 * Annotates the other occurrences of the mention at the cursor, in the article or in the whole corpus. They
 * are shown first, all ticked, and Enter takes them: one act, undone at once. Where the form of the mention
 * does not stand in the article again, its other names are looked for.
 */
export async function annotateAllOccurrences(
  services: Services,
  { scope = 'article' }: { scope?: Search['scope'] },
): Promise<void> {
  const { active, articles } = services;
  const edited = await active.demand();
  const mention = mentionMeant(edited);
  const entity = demandEntity(edited, mention.entity);
  const form = wordsOf(mention.target);
  const find = (search: Search) => occurrences(services, edited, entity, form, search);

  let search: Search = { scope, names: 'form', matching: 'exact' };
  let found = await find(search);
  if (found.length === 0) {
    search = { ...search, names: 'all' };
    found = await find(search);
  }
  if (found.length === 0) {
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('There is no other occurrence of “{0}”.', form),
      4000,
    );
    return;
  }
  const chosen = await new OccurrencesPick(edited, form, find).show(search, found);
  // What else the entity is known by in this article is not said of it in others.
  const { id, name, type } = entity;
  const changes = changesOf(chosen, ({ state, file }, items) =>
    annotateMentions(
      state.set,
      file.text.text,
      items.map(({ span }) => span),
      { id, name, type },
    ),
  );
  await articles.applyAll(vscode.l10n.t('All occurrences of “{0}”', form), changes);
}

async function occurrences(
  { articles, schemas }: Services,
  edited: EditedArticle,
  entity: Entity,
  form: string,
  { scope, names, matching }: Search,
): Promise<PlaceItem[]> {
  const { file, state } = edited;
  const { uri } = edited.article;
  const forms = names === 'form' ? [form] : formsOf(state.set, entity.id);
  const wanted = { entity: entity.id, forms, matching };
  const look = (article: CorpusArticle) =>
    occurrencesToAnnotate(article.file.text.text, article.state.set, wanted).map((span) =>
      placeItem(article, span),
    );
  if (scope === 'article') return look({ uri, file, state });
  return lookAtEach(
    articles,
    vscode.l10n.t('Looking for “{0}”', form),
    async (token) => unique([uri, ...(await articleFiles(schemas, token))]),
    look,
  );
}
