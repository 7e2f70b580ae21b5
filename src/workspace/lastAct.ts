import * as vscode from 'vscode';

/** The last annotating act of the user, to be done again elsewhere. */
export class LastAct {
  #act: { readonly command: string; readonly argument: object } | undefined;

  /** Remembers a command with the argument that says all that the user was asked. */
  remember(command: string, argument: object): void {
    this.#act = { command, argument };
  }

  /** Does the act again, at the cursor or the selection; false where there was none. */
  async repeat(): Promise<boolean> {
    if (!this.#act) return false;
    await vscode.commands.executeCommand(this.#act.command, this.#act.argument);
    return true;
  }
}
