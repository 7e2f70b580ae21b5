import * as vscode from 'vscode';
import { schemaFileName } from '../../core/schema/location';
import { schemaJsonSchema } from '../../core/schema/shape';
import { schemaAdditions } from '../../core/schema/suggestions';
import { translated } from '../../core/schema/translated';
import { yamlCursor } from '../../core/sidecar/yamlCursor';
import { disposeAll } from '../../host/disposables';
import { translate } from '../../host/translate';
import type { Services } from '../../workspace/services';
import {
  keyHover,
  offeredAt,
  suggestedItem,
  type WritingSchemas,
} from '../../workspace/yamlWriting';

const files: vscode.DocumentSelector = { pattern: `**/${schemaFileName}` };

/** Completion and hovers for who writes the schema by hand. */
export function registerWritingHelp({ schemas }: Services): vscode.Disposable {
  const schemasFor = ({ uri }: vscode.TextDocument): WritingSchemas => ({
    additions: schemaAdditions(schemas.of(uri)),
    format: translated(schemaJsonSchema(), translate),
  });
  const completion: vscode.CompletionItemProvider = {
    provideCompletionItems(document, position) {
      const cursor = yamlCursor(document.getText(), document.offsetAt(position));
      if (!cursor) return [];
      const range = new vscode.Range(document.positionAt(cursor.start), position);
      return offeredAt(cursor, schemasFor(document)).map((each, index) =>
        suggestedItem(each, range, index),
      );
    },
  };
  const hover: vscode.HoverProvider = {
    provideHover: (document, position) => keyHover(document, position, schemasFor(document)),
  };
  return disposeAll(
    vscode.languages.registerCompletionItemProvider(files, completion, ' '),
    vscode.languages.registerHoverProvider(files, hover),
  );
}
