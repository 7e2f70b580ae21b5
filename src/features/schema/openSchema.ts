import * as vscode from 'vscode';
import { schemaTemplate } from '../../core/schema/template';
import { translate } from '../../host/translate';
import { UserError } from '../../host/userError';
import { schemaUri } from '../../workspace/schemaStore';
import type { Services } from '../../workspace/services';
import { readFileIfThere } from '../../workspace/sidecarFile';

/** Opens the schema of the project; where there is none, one that changes nothing. */
export async function openSchema(services: Services): Promise<void> {
  const uri = demandSchemaUri(services);
  if (!(await readFileIfThere(uri))) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(schemaTemplate(translate)));
  }
  await vscode.window.showTextDocument(uri);
}

/** Where the schema of the project is that the user works on. @throws {UserError} without a folder */
export function demandSchemaUri({ active }: Services): vscode.Uri {
  const { activeTextEditor } = vscode.window;
  const uris = [
    activeTextEditor?.document.uri,
    active.article?.uri,
    vscode.workspace.workspaceFolders?.[0]?.uri,
  ];
  const [uri] = uris.flatMap((each) => (each && schemaUri(each)) ?? []);
  if (!uri) {
    throw new UserError(
      vscode.l10n.t('Open a folder first: the schema is the file chiosa.yaml in its root.'),
      { title: vscode.l10n.t('Open Folder'), command: 'vscode.openFolder' },
    );
  }
  return uri;
}
