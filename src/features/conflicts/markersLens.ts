import * as vscode from 'vscode';
import { findConflict } from '../../core/sidecar/conflictMarkers';
import { toMerge } from '../../workspace/demandWritable';
import { sidecarFiles } from '../../workspace/sidecarDocument';
import { articleUri } from '../../workspace/sidecarFile';

/** Above the first mark of git in a sidecar: merging by meaning, beside what VS Code offers for each conflict of lines. */
export function registerMarkersLens(): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(sidecarFiles, {
    provideCodeLenses(document) {
      const article = articleUri(document.uri);
      const [first] = (article && findConflict(document.getText())?.marks) ?? [];
      if (!article || first === undefined) return [];
      const at = document.positionAt(first);
      return [new vscode.CodeLens(new vscode.Range(at, at), toMerge(article) as vscode.Command)];
    },
  });
}
