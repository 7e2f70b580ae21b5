import * as vscode from 'vscode';
import { UserError } from '../../host/userError';
import type { Services } from '../../workspace/services';
import { articleUri, nameOf, sidecarUri, statIfThere } from '../../workspace/sidecarFile';

/**
 * The articles with sidecars, and the sidecars, below a folder, that have unsaved changes.
 * @param among of which articles; by default of all
 */
export async function unsavedIn(
  { articles }: Services,
  folder: vscode.Uri,
  among?: readonly { readonly uri: vscode.Uri }[],
): Promise<vscode.TextDocument[]> {
  const asked = among && new Set(among.map(({ uri }) => uri.toString()));
  const dirty = vscode.workspace.textDocuments.filter(
    ({ isDirty, uri }) =>
      isDirty && isBelow(folder, uri) && (asked?.has((articleUri(uri) ?? uri).toString()) ?? true),
  );
  const unsaved: vscode.TextDocument[] = [];
  for (const document of dirty) {
    const { uri } = document;
    const isSidecar = articleUri(uri) !== undefined;
    const isAnnotated = articles.isArticle(document) && (await statIfThere(sidecarUri(uri)));
    if (isSidecar || isAnnotated) unsaved.push(document);
  }
  return unsaved;
}

function isBelow(folder: vscode.Uri, uri: vscode.Uri): boolean {
  return uri.scheme === folder.scheme && uri.path.startsWith(`${folder.path}/`);
}

/**
 * Saves documents, and waits until the sidecars of the articles among them are of the new texts.
 * @throws {UserError} where one cannot be saved
 */
export async function saveAll(
  { articles }: Services,
  documents: readonly vscode.TextDocument[],
): Promise<void> {
  // Sidecars first: one that is saved after its article would be of the old text.
  const rank = ({ uri }: vscode.TextDocument) => (articleUri(uri) ? 0 : 1);
  for (const document of [...documents].sort((a, b) => rank(a) - rank(b))) {
    if (!(await document.save())) {
      throw new UserError(vscode.l10n.t('{0} could not be saved.', nameOf(document.uri)));
    }
    if (!articleUri(document.uri)) await articles.use(document.uri, (article) => article.save());
  }
}
