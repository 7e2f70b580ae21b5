import * as vscode from 'vscode';
import { typePlaces } from '../core/schema/typePlaces';
import { renderString } from '../core/sidecar/render';
import { toProblemRange } from '../host/convert';
import { UserError } from '../host/userError';
import { nameOf, readSource } from './sidecarFile';

/** A type of a project's schema gets another id. */
export interface SchemaRename {
  /** Where the schema is. */
  readonly uri: vscode.Uri;
  readonly from: string;
  readonly to: string;
}

/** The schema says by now what leaves nothing to be renamed. */
export class SchemaIsOther extends UserError {}

export function inverseRename({ uri, from, to }: SchemaRename): SchemaRename {
  return { uri, from: to, to: from };
}

/** Whether a schema has the new id, and the old one no more. */
export function saysRenamed(source: string, { from, to }: SchemaRename): boolean {
  const ids = new Set(typePlaces(source).map(({ id }) => id));
  return ids.has(to) && !ids.has(from);
}

/** Whether the schema on disk has the new id, and the old one no more. */
export async function isRenamed(rename: SchemaRename): Promise<boolean> {
  return saysRenamed((await readSource(rename.uri))?.text ?? '', rename);
}

/** What renames the type wherever the schema names it. */
export function renameEdit(
  document: vscode.TextDocument,
  { from, to }: SchemaRename,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { id, range } of typePlaces(document.getText())) {
    if (id === from) edit.replace(document.uri, toProblemRange(range), renderString(to));
  }
  return edit;
}

/**
 * Renames the type in the schema and saves it, where it does not say so already: through the editor, whose own
 * undo can take it back too.
 * @throws {SchemaIsOther} where it has no such type, or one of the new id
 * @throws {UserError} where it has unsaved changes or cannot be saved
 */
export async function renameInSchema(rename: SchemaRename): Promise<void> {
  if (await isRenamed(rename)) return;
  const { uri, from, to } = rename;
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty) {
    throw new UserError(
      vscode.l10n.t('{0} has unsaved changes. Save or revert it first.', nameOf(uri)),
      { title: vscode.l10n.t('Open Schema'), command: 'vscode.open', arguments: [uri] },
    );
  }
  if (!saysRenamed(document.getText(), inverseRename(rename))) {
    throw new SchemaIsOther(
      vscode.l10n.t('{0} has no type “{1}” that could become “{2}”.', nameOf(uri), from, to),
    );
  }
  const edit = renameEdit(document, rename);
  const isMade = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  if (!isMade || !(await document.save())) {
    // Saved later, it would leave the sidecars behind.
    if (isMade) await vscode.workspace.applyEdit(renameEdit(document, inverseRename(rename)));
    throw new UserError(vscode.l10n.t('{0} could not be saved.', nameOf(uri)));
  }
}
