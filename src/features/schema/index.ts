import type * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import type { Services } from '../../workspace/services';
import { openSchema } from './openSchema';
import { registerTypeRenaming } from './renameType';
import { registerWritingHelp } from './writingHelp';

/** What the user does with the schema of the project, `chiosa.yaml`. */
export function register(services: Services): vscode.Disposable {
  return disposeAll(
    registerCommand('chiosa.openSchema', services.log, () => openSchema(services)),
    registerTypeRenaming(services),
    registerWritingHelp(services),
  );
}
