import type * as vscode from 'vscode';
import type { EntityId } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { Change } from '../../core/model/change';
import { articlesNaming } from '../../workspace/articleFiles';
import { changeArticles } from '../../workspace/changeArticles';
import type { Services } from '../../workspace/services';

/** Makes a change in an article, where there is one, and in all of the workspace that have the entities, as one act. */
export function changeEverywhere(
  { articles, corpus }: Services,
  article: vscode.Uri | undefined,
  entities: readonly EntityId[],
  title: string,
  changeOf: (set: AnnotationSet) => Change,
): Promise<void> {
  const find = (token: vscode.CancellationToken) =>
    articlesNaming(corpus, article, entities, token);
  return changeArticles(articles, title, find, ({ state }) => changeOf(state.set));
}
