import * as vscode from 'vscode';
import { annotateMentions } from '../../core/edit/mentionEdits';
import { formsOf, occurrencesToAnnotate, type Matching } from '../../core/edit/occurrences';
import { wordsOf, type Entity } from '../../core/model/annotation';
import { withProgress, type Watch } from '../../host/progress';
import type { EditedArticle } from '../../workspace/activeArticle';
import { articleFiles, lookAtEach, unique, type Looked } from '../../workspace/articleFiles';
import type { CorpusArticle } from '../../workspace/articleStore';
import { tellOutcome } from '../../workspace/leftOut';
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
  const find = (search: Search, watch: Watch) =>
    occurrences(services, edited, { entity, form, search }, watch);
  const looking = vscode.l10n.t('Looking for “{0}”', form);
  const findAtFirst = (search: Search) => withProgress(looking, (watch) => find(search, watch));

  let search: Search = { scope, names: 'form', matching: 'exact' };
  let looked = await findAtFirst(search);
  if (looked.found.length === 0) {
    search = { ...search, names: 'all' };
    looked = await findAtFirst(search);
  }
  if (looked.found.length === 0) {
    tellOutcome('', 0, looked.leftOut);
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('There is no other occurrence of “{0}”.', form),
      4000,
    );
    return;
  }
  const chosen = await new OccurrencesPick(edited, form, find).show(search, looked);
  if (chosen.found.length === 0) return;
  // What else the entity is known by in this article is not said of it in others.
  const { id, name, type } = entity;
  const changes = changesOf(chosen.found, ({ state, file }, items) =>
    annotateMentions(
      state.set,
      file.text.text,
      items.map(({ span }) => span),
      { id, name, type },
    ),
  );
  const title = vscode.l10n.t('All occurrences of “{0}”', form);
  await articles.applyAll(title, changes, chosen.leftOut);
}

/** What is looked for, and how. */
interface Wanted {
  readonly entity: Entity;
  readonly form: string;
  readonly search: Search;
}

async function occurrences(
  { articles, schemas }: Services,
  edited: EditedArticle,
  { entity, form, search: { scope, names, matching } }: Wanted,
  watch: Watch,
): Promise<Looked<PlaceItem>> {
  const { file, state } = edited;
  const { uri } = edited.article;
  const forms = names === 'form' ? [form] : formsOf(state.set, entity.id);
  const wanted = { entity: entity.id, forms, matching };
  const look = (article: CorpusArticle) =>
    occurrencesToAnnotate(article.file.text.text, article.state.set, wanted).map((span) =>
      placeItem(article, span),
    );
  if (scope === 'article') return { found: look({ uri, file, state }), leftOut: [] };
  const { found, leftOut } = await lookAtEach(
    articles,
    watch,
    async (token) => unique([uri, ...(await articleFiles(schemas, token))]),
    look,
  );
  // Where there is no article there are no words that could be meant.
  return { found, leftOut: leftOut.filter(({ problem }) => problem?.code !== 'article-missing') };
}
