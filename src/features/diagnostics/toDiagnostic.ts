import * as vscode from 'vscode';
import { severityOf, type Problem, type Severity } from '../../core/check/problem';
import { toProblemRange } from '../../host/convert';
import { localizedMessage } from '../../workspace/problemMessage';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** A problem as the Problems panel shows it, in the user's language. */
export function toDiagnostic(problem: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toProblemRange(problem.range),
    localizedMessage(problem),
    severities[severityOf(problem.code)],
  );
  diagnostic.source = 'chiosa';
  diagnostic.code = problem.code;
  return diagnostic;
}
