import * as vscode from 'vscode';
import { severityOf, type Problem, type Severity } from '../../core/check/problem';
import { toProblemRange } from '../../host/convert';
import { disposeAll } from '../../host/disposables';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import { localizedMessage } from '../../workspace/problemMessage';
import type { ProjectSchema } from '../../workspace/schemaStore';
import type { Services } from '../../workspace/services';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Problems of open articles, their sidecars and the schemas of the workspace in the Problems panel, each at its place in its file. */
export function register({ articles, schemas }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('chiosa');
  const update = ({ uri, sidecar, state }: AnnotatedArticle) => {
    collection.set(uri, state.articleProblems.map(toDiagnostic));
    collection.set(sidecar, state.sidecarProblems().map(toDiagnostic));
  };
  const updateSchema = ({ uri, problems }: ProjectSchema) => {
    collection.set(uri, problems.map(toDiagnostic));
  };
  for (const article of articles.all) update(article);
  for (const schema of schemas.all) updateSchema(schema);
  return disposeAll(
    collection,
    articles.onDidChange(update),
    schemas.onDidChange(updateSchema),
    articles.onDidClose(({ uri, sidecar }) => {
      collection.delete(uri);
      collection.delete(sidecar);
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
