import * as vscode from 'vscode';
import { severityOf, type Problem, type Severity } from '../../core/check/problem';
import { toProblemRange } from '../../host/convert';
import { disposeAll } from '../../host/disposables';
import { Scheduler } from '../../host/scheduler';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import { localizedMessage } from '../../workspace/problemMessage';
import type { ProjectSchema } from '../../workspace/schemaStore';
import type { Services } from '../../workspace/services';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** How long changes must rest, in ms, before problems are shown: marks in the text come first. */
const rest = 200;

/** Problems of open articles, their sidecars and the schemas of the workspace in the Problems panel, each at its place in its file. */
export function register({ articles, schemas }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('chiosa');
  const update = ({ uri, sidecar, state }: AnnotatedArticle) => {
    collection.set(uri, state.articleProblems.map(toDiagnostic));
    collection.set(sidecar, state.sidecarProblems().map(toDiagnostic));
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
    afterRest,
    articles.onDidChange((article) => {
      changed.add(article);
      afterRest.schedule();
    }),
    schemas.onDidChange(updateSchema),
    articles.onDidClose((article) => {
      changed.delete(article);
      collection.delete(article.uri);
      collection.delete(article.sidecar);
    }),
  );
}

function toDiagnostic(problem: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toProblemRange(problem.range),
    localizedMessage(problem),
    severities[severityOf(problem.code)],
  );
  diagnostic.source = 'chiosa';
  diagnostic.code = problem.code;
  return diagnostic;
}
