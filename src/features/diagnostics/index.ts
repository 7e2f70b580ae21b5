import * as vscode from 'vscode';
import { problemIn } from '../../core/corpus/consistency';
import { disposeAll } from '../../host/disposables';
import { Scheduler } from '../../host/scheduler';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import type { ProjectSchema } from '../../workspace/schemaStore';
import type { Services } from '../../workspace/services';
import { CorpusDiagnostics } from './corpusDiagnostics';
import { registerCorpusFixes } from './corpusFixes';
import { toDiagnostic } from './toDiagnostic';

/** How long changes must rest, in ms, before problems are shown: marks in the text come first. */
const rest = 200;

/** Whose severity depends on other articles. */
const ofSpeakers = ['unknown-entity', 'entity-elsewhere'];

/**
 * Problems of open articles, their sidecars and the schemas of the workspace, and what all sidecars say in two ways, in the
 * Problems panel, each at its place in its file.
 */
export function register(services: Services): vscode.Disposable {
  const { articles, schemas, corpus } = services;
  const amongArticles = new CorpusDiagnostics(services);
  const collection = vscode.languages.createDiagnosticCollection('chiosa');
  const update = ({ uri, sidecar, state }: AnnotatedArticle) => {
    collection.set(uri, state.articleProblems.map(toDiagnostic));
    const problems = state.sidecarProblems().map((each) => problemIn(corpus.known, each));
    collection.set(sidecar, problems.map(toDiagnostic));
  };
  const changed = new Set<AnnotatedArticle>();
  const afterRest = new Scheduler(rest, () => {
    changed.forEach(update);
    changed.clear();
  });
  const updateSchema = ({ uri, problems }: ProjectSchema) => {
    collection.set(uri, problems.map(toDiagnostic));
  };
  for (const article of articles.all) update(article);
  for (const schema of schemas.all) updateSchema(schema);
  return disposeAll(
    collection,
    amongArticles,
    registerCorpusFixes(services, amongArticles),
    afterRest,
    articles.onDidChange((article) => {
      changed.add(article);
      afterRest.schedule();
    }),
    corpus.onDidChange(() => {
      for (const article of articles.all) {
        const shown = collection.get(article.sidecar) ?? [];
        if (!shown.some(({ code }) => ofSpeakers.some((each) => each === code))) continue;
        changed.add(article);
        afterRest.schedule();
      }
    }),
    schemas.onDidChange(updateSchema),
    articles.onDidClose((article) => {
      changed.delete(article);
      collection.delete(article.uri);
      collection.delete(article.sidecar);
    }),
  );
}
