import * as vscode from 'vscode';
import { schemaFileName } from '../../core/schema/location';
import { schemaJsonSchema } from '../../core/schema/shape';
import {
  descriptionAt,
  projectAdditions,
  schemaAdditions,
  suggestionsAt,
  type JsonSchema,
} from '../../core/schema/suggestions';
import { translated } from '../../core/schema/translated';
import { sidecarSuffix } from '../../core/sidecar/location';
import { parseSidecar } from '../../core/sidecar/parse';
import { sidecarJsonSchema } from '../../core/sidecar/shape';
import { yamlCursor } from '../../core/sidecar/yamlCursor';
import { disposeAll } from '../../host/disposables';
import { translate } from '../../host/translate';
import type { SchemaStore } from '../../workspace/schemaStore';
import type { Services } from '../../workspace/services';

const files: vscode.DocumentSelector = [
  { pattern: `**/${schemaFileName}` },
  { pattern: `**/*${sidecarSuffix}` },
];

/** An extension that knows the formats by their JSON Schemas; what the project adds is left to us. */
const yamlExtension = 'redhat.vscode-yaml';

/** Completion and hovers for who writes a sidecar or the schema by hand. */
export function registerWritingHelp({ schemas }: Services): vscode.Disposable {
  const help = new WritingHelp(schemas);
  return disposeAll(
    vscode.languages.registerCompletionItemProvider(files, help, ' '),
    vscode.languages.registerHoverProvider(files, help),
  );
}

class WritingHelp implements vscode.CompletionItemProvider, vscode.HoverProvider {
  readonly #schemas: SchemaStore;

  constructor(schemas: SchemaStore) {
    this.#schemas = schemas;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] {
    const cursor = yamlCursor(document.getText(), document.offsetAt(position));
    if (!cursor) return [];
    const range = new vscode.Range(document.positionAt(cursor.start), position);
    const suggestions = suggestionsAt(cursor, this.#schemasFor(document));
    return suggestions.map(({ yaml, isKey, description }, index) => {
      const { Property, EnumMember } = vscode.CompletionItemKind;
      const item = new vscode.CompletionItem(yaml, isKey ? Property : EnumMember);
      item.range = range;
      item.insertText = isKey ? `${yaml}: ` : yaml;
      item.sortText = String(index).padStart(4, '0');
      if (description !== undefined) item.documentation = description;
      return item;
    });
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const word = document.getWordRangeAtPosition(position, /[\p{L}\p{N}_-]+(?=\s*:(?:\s|$))/u);
    if (!word) return undefined;
    const cursor = yamlCursor(document.getText(), document.offsetAt(word.start));
    if (!cursor || cursor.isValue) return undefined;
    const path = [...cursor.path, document.getText(word)];
    const description = descriptionAt(path, this.#schemasFor(document));
    return description === undefined ? undefined : new vscode.Hover(description, word);
  }

  #schemasFor(document: vscode.TextDocument): JsonSchema[] {
    const schema = this.#schemas.of(document.uri);
    const isSchema = document.uri.path.endsWith(`/${schemaFileName}`);
    const additions = isSchema
      ? schemaAdditions(schema)
      : projectAdditions(schema, entitiesOf(document));
    if (vscode.extensions.getExtension(yamlExtension)) return [additions];
    const format = isSchema ? schemaJsonSchema() : sidecarJsonSchema();
    return [additions, translated(format, translate)];
  }
}

function entitiesOf(document: vscode.TextDocument): { id: string; name: string }[] {
  const { entities = {} } = parseSidecar(document.getText()).data;
  return Object.entries(entities).map(([id, { name }]) => ({ id, name }));
}
