import assert from 'assert';
import { parse } from 'yaml';
import * as vscode from 'vscode';
import { closeAll, until } from './support/workbench';

interface Keybinding {
  readonly key: string;
  readonly mac?: string;
  readonly command: string;
  readonly when?: string;
}

const platform = process.env['CHIOSA_TEST_PLATFORM'] ?? 'linux';

/** A key that is another one on each platform. */
const telltale = 'editor.action.insertCursorAbove';
const telltaleKeys: Readonly<Record<string, string>> = {
  linux: 'shift+alt+up',
  mac: 'alt+cmd+up',
  windows: 'ctrl+alt+up',
};

/** A key with its modifiers in one order, by which it can be compared. */
function normal(key: string): string {
  return key
    .split(' ')
    .map((stroke) => stroke.split('+').sort().join('+'))
    .join(' ');
}

/** The keys of VS Code and its extensions on this platform. */
async function defaultKeys(): Promise<readonly Keybinding[]> {
  await vscode.commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
  const text = await until('the keys are shown', () =>
    vscode.window.activeTextEditor?.document.getText(),
  );
  // JSON with comments, of which YAML understands all but the comments.
  const all = parse(text.replace(/^\/\/.*$/gm, '')) as readonly Keybinding[];
  assert.ok(all.length > 500);
  const shown = all.filter(({ command }) => command === telltale).map(({ key }) => key);
  assert.ok(shown.includes(telltaleKeys[platform] ?? ''), 'the keys are those of the platform');
  return all.map((each) => ({ ...each, key: normal(each.key) }));
}

/** Where keys are Chiosa’s alone: its views and the rows of its concordances, which nobody types into. */
const own = /focusedView == chiosa\.|editorLangId == chiosa-concordance/;

/** The keys of the manifest on this platform, in annotation mode or outside. */
function ownKeys(inMode: boolean): string[] {
  const { contributes } = vscode.extensions.getExtension('chiosa.chiosa')?.packageJSON as {
    contributes: { keybindings: readonly Keybinding[] };
  };
  return contributes.keybindings
    .filter(({ when = '' }) => !own.test(when) && when.includes('chiosa.annotationMode') === inMode)
    .map(({ key, mac }) => normal(platform === 'mac' && mac ? mac : key));
}

describe('the keys', () => {
  afterEach(closeAll);

  it(`are none of VS Code’s own: ${platform}`, async () => {
    const all = await defaultKeys();
    const keys = ownKeys(false);
    const clashes = all.filter(
      ({ key, command }) => keys.includes(key) && !command.startsWith('chiosa.'),
    );
    // F2 renames what one is at, as everywhere: here an entity, where others would rename code.
    const inText = clashes.filter(
      ({ key, when }) => key !== 'f2' || when?.includes('editorTextFocus'),
    );
    assert.deepEqual(
      inText.map(({ command, key }) => [command, key]),
      [['editor.action.rename', 'f2']],
    );
    const renaming = all.filter(
      ({ command, key }) => command === 'chiosa.renameEntity' && key === 'f2',
    );
    assert.deepEqual(renaming.map(({ when }) => when).sort(), [
      'chiosa.atEntity && editorTextFocus',
      'chiosa.isSidecar && editorTextFocus',
    ]);
  });

  it(`take in annotation mode only what would change the text: ${platform}`, async () => {
    const keys = ownKeys(true);
    const hidden = (await defaultKeys()).filter(
      ({ key, command, when = '' }) =>
        keys.includes(key) &&
        // Where a chat edits the article, it may keep its keys to itself.
        !/^chiosa\.|chat/.test(command) &&
        (when === '' || /\b(?:textInputFocus|editorTextFocus|editorFocus)\b/.test(when)),
    );
    const commands = [...new Set(hidden.map(({ command }) => command))].sort();
    assert.deepEqual(commands, ['deleteLeft', 'deleteRight', 'redo', 'undo']);
  });
});
