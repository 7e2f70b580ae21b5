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
  const isExact = ({ args }: KeyRow) => args?.['exact'] === true;
  const isOfType = ({ type }: KeyRow) => type !== undefined;
  const row = await pick([
    ...section(
      vscode.l10n.t('Annotate as'),
      rows.filter((each) => isOfType(each) && !isExact(each)),
    ),
    ...section(
      vscode.l10n.t('Further acts'),
      rows.filter((each) => !isOfType(each) && !isExact(each)),
    ),
    ...section(vscode.l10n.t('Annotate exactly what is selected as'), rows.filter(isExact)),
  ]);
  if (row) await vscode.commands.executeCommand(row.command, ...(row.args ? [row.args] : []));
}

function section(label: string, rows: readonly KeyRow[]): KeyPick[] {
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows.map(pickFor)];
}

function pickFor(row: KeyRow): KeyPick {
  const { type, title, args } = row;
  const name = type === undefined ? title : `$(${typeIcon(type)}) ${typeName(type)}`;
  const isInCorpus = args?.['scope'] === 'corpus';
  return {
    label: isInCorpus ? `${name} (${vscode.l10n.t('in all articles')})` : name,
    description: row.keys.join(', '),
    row,
  };
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
