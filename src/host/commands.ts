import * as vscode from 'vscode';
import { PartlyDone, UserError, type MessageAction } from './userError';

/** Registers a command that tells the user what went wrong, whatever it is. `run` gets the arguments. */
export function registerCommand(
  id: string,
  log: vscode.LogOutputChannel,
  run: (...args: readonly unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
    try {
      log.info(id);
      return await run(...args);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      // Not awaited: the command is over, whenever the message is closed.
      void showError(error, log);
      return undefined;
    }
  });
}

/** The argument of a key, a link or a row; a menu passes the file instead, which says nothing here. */
export function argumentOf(argument: unknown): object {
  const isOptions =
    typeof argument === 'object' && argument !== null && !(argument instanceof vscode.Uri);
  return isOptions ? argument : {};
}

/** The rows that a menu of a view is for: it passes its row and all that are selected, an inline button only the row. */
export function rowsGiven<Row>(row: Row, selected: unknown): readonly Row[] {
  const rows = Array.isArray(selected) ? (selected as readonly Row[]) : [];
  return rows.length > 0 ? rows : [row];
}

/** Shows a message with a button, and does what that says where the user chooses it. @param show as VS Code’s functions do */
export async function offer(
  show: (message: string, ...titles: string[]) => Thenable<string | undefined>,
  message: string,
  action: MessageAction | undefined,
): Promise<void> {
  const chosen = await show(message, ...(action ? [action.title] : []));
  if (chosen !== undefined && action) {
    await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
  }
}

/** Shows an error in a message: as it is where it is meant for people, else with the way to the log. */
export async function showError(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
  if (error instanceof UserError) {
    const { action, cause } = error;
    log.warn(error.message, ...(cause === undefined ? [] : [cause]));
    const { showErrorMessage, showWarningMessage } = vscode.window;
    const show = error instanceof PartlyDone ? showWarningMessage : showErrorMessage;
    await offer(show, error.message, action);
    return;
  }
  log.error(error instanceof Error ? error : String(error));
  const showLog = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t('Chiosa has failed at this. The log says why.');
  if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) log.show();
}
