import type * as vscode from 'vscode';
import { argumentOf, registerCommand } from '../../host/commands';
import type { Services } from '../../workspace/services';
import { commitAnnotations } from './commitAnnotations';

/** Committing annotated articles with their sidecars, with a message that says what was annotated. */
export function register(services: Services): vscode.Disposable {
  return registerCommand('chiosa.commitAnnotations', services.log, (argument) => {
    // The menu of the source control view says which of its repositories is meant.
    const { rootUri } = argumentOf(argument) as Partial<vscode.SourceControl>;
    return commitAnnotations(services, rootUri);
  });
}
