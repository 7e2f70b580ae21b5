import * as vscode from 'vscode';
import { defaultSchema, type Schema } from '../../core/model/schema';
import type { Services } from '../../workspace/services';
import { typeIcon, typeName } from '../../workspace/typeNames';
import { keyRows, type KeyRow, type Manifest } from './keyRows';

interface KeyPick extends vscode.QuickPickItem {
  readonly row?: KeyRow;
}

/** Lists the keys of annotation mode with what they do, the types first; a chosen one is run. */
export async function showKeys({ active, context }: Services): Promise<void> {
  const schema = active.article?.state.schema ?? defaultSchema;
  const rows = keyRows(context.extension.packageJSON as Manifest, schema);
  const isExact = ({ args }: KeyRow) => args?.['exact'] === true;
  const isOfType = ({ type }: KeyRow) => type !== undefined;
  const picks = (isMeant: (row: KeyRow) => boolean) =>
    rows.filter(isMeant).map((row) => pickFor(row, schema));
  const row = await pick([
    separator(vscode.l10n.t('Annotate as')),
    ...picks((each) => isOfType(each) && !isExact(each)),
    separator(vscode.l10n.t('Further acts')),
    ...picks((each) => !isOfType(each) && !isExact(each)),
    separator(vscode.l10n.t('Annotate exactly what is selected as')),
    ...picks(isExact),
  ]);
  if (row) await vscode.commands.executeCommand(row.command, ...(row.args ? [row.args] : []));
}

function separator(label: string): KeyPick {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function pickFor(row: KeyRow, schema: Schema): KeyPick {
  const { type, title, args } = row;
  const name = type === undefined ? title : typeName(type, schema);
  const isInCorpus = args?.['scope'] === 'corpus';
  return {
    label: isInCorpus ? `${name} (${vscode.l10n.t('in all articles')})` : name,
    ...(type !== undefined && { iconPath: new vscode.ThemeIcon(typeIcon(type)) }),
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
