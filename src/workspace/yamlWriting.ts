import * as vscode from 'vscode';
import {
  descriptionAt,
  suggestionsAt,
  type JsonSchema,
  type Suggestion,
} from '../core/schema/suggestions';
import { yamlCursor, type YamlCursor } from '../core/sidecar/yamlCursor';

/** An extension that completes and explains what JSON Schemas say, by the manifest's `yamlValidation`. */
const yamlExtension = 'redhat.vscode-yaml';

/** Whether another extension knows the formats by their JSON Schemas. What the project adds is left to us. */
export function isFormatKnown(): boolean {
  return vscode.extensions.getExtension(yamlExtension) !== undefined;
}

/** What may be written in a file: what the project says, and what its format does. */
export interface WritingSchemas {
  readonly additions: JsonSchema;
  readonly format: JsonSchema;
}

/** What we offer at a cursor: nothing that another extension offers too. */
export function offeredAt(
  cursor: YamlCursor,
  { additions, format }: WritingSchemas,
): readonly Suggestion[] {
  if (!isFormatKnown()) return suggestionsAt(cursor, [additions, format]);
  const offered = new Set(suggestionsAt(cursor, [format]).map(({ yaml }) => yaml));
  return suggestionsAt(cursor, [additions]).filter(({ yaml }) => !offered.has(yaml));
}

/** A suggestion in VS Code's list. @param index its place there, from 0 */
export function suggestedItem(
  { yaml, isKey, description }: Suggestion,
  range: vscode.CompletionItem['range'],
  index: number,
): vscode.CompletionItem {
  const { Property, EnumMember } = vscode.CompletionItemKind;
  const item = new vscode.CompletionItem(yaml, isKey ? Property : EnumMember);
  if (range) item.range = range;
  item.insertText = isKey ? `${yaml}: ` : yaml;
  item.sortText = String(index).padStart(4, '0');
  if (description !== undefined) item.documentation = description;
  return item;
}

/** What the key at a position means. */
export function keyHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  { additions, format }: WritingSchemas,
): vscode.Hover | undefined {
  const word = document.getWordRangeAtPosition(position, /[\p{L}\p{N}_-]+(?=\s*:(?:\s|$))/u);
  if (!word) return undefined;
  const cursor = yamlCursor(document.getText(), document.offsetAt(word.start));
  if (!cursor || cursor.isValue) return undefined;
  const path = [...cursor.path, document.getText(word)];
  const description = descriptionAt(path, isFormatKnown() ? [additions] : [additions, format]);
  return description === undefined ? undefined : new vscode.Hover(description, word);
}
