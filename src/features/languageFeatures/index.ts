import * as vscode from 'vscode';
import { disposeAll } from '../../host/disposables';
import { registerForAnnotated } from '../../workspace/annotatedDocuments';
import type { Services } from '../../workspace/services';
import { documentHighlights } from './documentHighlights';
import { documentSymbols } from './documentSymbols';
import { definitions, references } from './entityPlaces';
import { foldingRanges } from './foldingRanges';
import { selectionRanges } from './selectionRanges';
import { workspaceSymbols } from './workspaceSymbols';

/** What VS Code does with code, done with annotated articles by the same keys and views. */
export function register(services: Services): vscode.Disposable {
  const { articles } = services;
  const { languages } = vscode;
  const ofAnnotated = registerForAnnotated(articles, (selector) =>
    disposeAll(
      languages.registerDocumentSymbolProvider(selector, documentSymbols(articles), {
        label: 'Chiosa',
      }),
      languages.registerDocumentHighlightProvider(selector, documentHighlights(articles)),
      languages.registerSelectionRangeProvider(selector, selectionRanges(articles)),
      languages.registerFoldingRangeProvider(selector, foldingRanges(articles)),
      languages.registerDefinitionProvider(selector, definitions(services)),
      languages.registerReferenceProvider(selector, references(services)),
    ),
  );
  const ofCorpus = languages.registerWorkspaceSymbolProvider(workspaceSymbols(services));
  return disposeAll(ofAnnotated, ofCorpus);
}
