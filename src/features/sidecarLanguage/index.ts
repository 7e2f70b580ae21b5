import * as vscode from 'vscode';
import { argumentOf, registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import type { Services } from '../../workspace/services';
import { sidecarFiles } from '../../workspace/sidecarDocument';
import { isFormatKnown } from '../../workspace/yamlWriting';
import { registerCodeLenses, showReferences, type ShowReferencesArgument } from './codeLenses';
import { completion } from './completion';
import { goToSidecar, goToText } from './goTo';
import { hover } from './hover';
import { definitions, highlights, references } from './places';
import { carryOver, registerQuickFixes, type CarryOverArgument } from './quickFixes';
import { symbols } from './symbols';

/** What VS Code does with code, done with sidecars: YAML that knows the article and the corpus. */
export function register(services: Services): vscode.Disposable {
  const { languages } = vscode;
  const on = (id: string, run: (services: Services, argument: object) => Promise<void>) =>
    registerCommand(id, services.log, (argument) => run(services, argumentOf(argument)));
  return disposeAll(
    on('chiosa.goToSidecar', goToSidecar),
    on('chiosa.goToText', goToText),
    on('_chiosa.showReferences', (each, argument) =>
      showReferences(each, argument as ShowReferencesArgument),
    ),
    on('_chiosa.carryOver', (each, argument) => carryOver(each, argument as CarryOverArgument)),
    languages.registerCompletionItemProvider(sidecarFiles, completion(services), ' ', '{'),
    languages.registerHoverProvider(sidecarFiles, hover(services)),
    languages.registerDefinitionProvider(sidecarFiles, definitions(services)),
    languages.registerReferenceProvider(sidecarFiles, references(services)),
    languages.registerDocumentHighlightProvider(sidecarFiles, highlights),
    registerCodeLenses(services),
    registerQuickFixes(services),
    // The other extension has an outline of all of YAML.
    ...(isFormatKnown() ? [] : [languages.registerDocumentSymbolProvider(sidecarFiles, symbols)]),
  );
}
