import type { EntityId } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { Change } from '../../core/model/change';
import { withProgress } from '../../host/progress';
import type { ShownArticle } from '../../workspace/activeArticle';
import { articlesNaming, lookAtEach } from '../../workspace/articleFiles';
import type { Services } from '../../workspace/services';

/** Makes a change in the shown article and in all of the workspace that have the entity, as one act. */
export async function changeEverywhere(
  { articles, schemas }: Services,
  { article: { uri } }: ShownArticle,
  entity: EntityId,
  title: string,
  changeOf: (set: AnnotationSet) => Change,
): Promise<void> {
  const { found, leftOut } = await withProgress(title, (watch) =>
    lookAtEach(
      articles,
      watch,
      (token) => articlesNaming(schemas, uri, entity, token),
      (each) => [{ ...each, change: changeOf(each.state.set) }],
    ),
  );
  await articles.applyAll(title, found, leftOut);
}
