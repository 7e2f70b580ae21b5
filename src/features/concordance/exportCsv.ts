import * as vscode from 'vscode';
import { toCsv } from '../../core/concordance/csv';
import { offer } from '../../host/commands';
import type { Services } from '../../workspace/services';
import type { ConcordanceDocuments } from './documents';
import { demandConcordance } from './rowsMeant';

/** The argument of `chiosa.exportConcordance`, for keys: without a file it is asked where to. */
export interface ExportArgument {
  /** The URI of the file. */
  readonly to?: string;
}

/** Writes the rows of the active concordance, in their order, to a file that the user chooses. */
export async function exportConcordance(
  { schemas }: Services,
  documents: ConcordanceDocuments,
  { to }: ExportArgument,
): Promise<void> {
  const concordance = demandConcordance(documents);
  const uri = to === undefined ? await askFile() : vscode.Uri.parse(to);
  if (!uri) return;
  const { rows } = concordance;
  const table = toCsv(rows, (row) => concordance.articleOf(row), schemas.articleAttributes);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(table));
  const message = vscode.l10n.t('Rows written: {0}', rows.length);
  void offer(vscode.window.showInformationMessage, message, {
    title: vscode.l10n.t('Open File'),
    command: 'vscode.open',
    arguments: [uri],
  });
}

function askFile(): Thenable<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = 'concordance.csv';
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
    filters: { CSV: ['csv'] },
    title: vscode.l10n.t('Export the rows as CSV'),
  });
}
