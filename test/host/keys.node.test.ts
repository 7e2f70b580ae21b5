import assert from 'assert';
import { parse } from 'yaml';
import * as vscode from 'vscode';
import { closeAll, until } from './support/workbench';

interface Keybinding {
  readonly key: string;
  readonly command: string;
}

describe('the keys', () => {
  afterEach(closeAll);

  it('are none of VS Code’s own', async () => {
    const { contributes } = vscode.extensions.getExtension('chiosa.chiosa')?.packageJSON as {
      contributes: { keybindings: readonly Keybinding[] };
    };
    await vscode.commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
    const text = await until('the keys are shown', () =>
      vscode.window.activeTextEditor?.document.getText(),
    );
    // JSON with comments, of which YAML understands all but the comments.
    const all = parse(text.replace(/^\/\/.*$/gm, '')) as readonly Keybinding[];
    assert.ok(all.length > 500);
    const own = contributes.keybindings.map(({ key }) => key);
    const clashes = all.filter(
      ({ key, command }) => own.includes(key) && !command.startsWith('chiosa.'),
    );
    assert.deepEqual(clashes, []);
  });
});
