import * as vscode from 'vscode';
import { defaultSchema } from '../../core/model/schema';
import type { Services } from '../../workspace/services';
import { typeIcon, typeName } from '../../workspace/typeNames';
import { keyRows, type KeyRow, type Manifest } from './keyRows';

interface KeyPick extends vscode.QuickPickItem {
  readonly row?: KeyRow;
}

/** Lists the keys of annotation mode with what they do, the types first; a chosen one is run. */
export async function showKeys({ context }: Services): Promise<void> {
  const rows = keyRows(context.extension.packageJSON as Manifest, defaultSchema);
  const types = rows.filter(({ type }) => type !== undefined);
  const acts = rows.filter(({ type }) => type === undefined);
  const row = await pick([
    { label: vscode.l10n.t('Annotate as'), kind: vscode.QuickPickItemKind.Separator },
    ...types.map(pickFor),
    { label: vscode.l10n.t('Further acts'), kind: vscode.QuickPickItemKind.Separator },
    ...acts.map(pickFor),
  ]);
  if (row) await vscode.commands.executeCommand(row.command, ...(row.args ? [row.args] : []));
}

function pickFor(row: KeyRow): KeyPick {
  const { type, title, args } = row;
  const name = type === undefined ? title : `$(${typeIcon(type)}) ${typeName(type)}`;
  const variant = args && variantOf(args);
  return {
    label: variant === undefined ? name : `${name} (${variant})`,
    description: row.keys.join(', '),
    row,
  };
}

/** What an argument changes in what a command does. */
function variantOf(args: Readonly<Record<string, unknown>>): string | undefined {
  if (args['exact'] === true) return vscode.l10n.t('exactly what is selected');
  return args['scope'] === 'corpus' ? vscode.l10n.t('in all articles') : undefined;
}

/** Asks with a quick pick that leads to VS Code's own list of keys too. */
async function pick(items: readonly KeyPick[]): Promise<KeyRow | undefined> {
  const list = vscode.window.createQuickPick<KeyPick>();
  list.title = vscode.l10n.t('Keys of Annotation Mode');
  list.placeholder = vscode.l10n.t(
    'These are the keys as Chiosa brings them. Choose one to run it.',
  );
  list.matchOnDescription = true;
  list.items = items;
  list.buttons = [
    {
      iconPath: new vscode.ThemeIcon('keyboard'),
      tooltip: vscode.l10n.t('Keyboard Shortcuts: see and change your keys'),
    },
  ];
  const row = await new Promise<KeyRow | undefined>((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]?.row);
    });
    list.onDidHide(() => {
      resolve(undefined);
    });
    list.onDidTriggerButton(() => {
      void vscode.commands.executeCommand('workbench.action.openGlobalKeybindings', 'chiosa');
    });
    list.show();
  });
  list.dispose();
  return row;
}
