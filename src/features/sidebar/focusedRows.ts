import * as vscode from 'vscode';

/** How often, and how long in ms, VS Code is waited for where it draws rows anew, and knows of none until then. */
const [attempts, pause] = [20, 50];

/**
 * The rows that a key pressed in a view is for: those that are selected, if the row with the focus is one of them, else
 * that row. VS Code tells extensions of no focus, and arrow keys move it without selecting; so the row with the focus is
 * selected, or deselected, and that is taken back: it is what differs in between.
 */
export async function focusedRows<Row extends { readonly id: string }>(
  view: vscode.TreeView<Row>,
): Promise<readonly Row[]> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    const rows = await rowsAtOnce(view);
    if (rows.length > 0) return rows;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return [];
}

async function rowsAtOnce<Row extends { readonly id: string }>(
  view: vscode.TreeView<Row>,
): Promise<readonly Row[]> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const between = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const focused = [...without(between, before), ...without(before, between)];
  return without(focused, before).length === 0 ? before : focused;
}

function without<Row extends { readonly id: string }>(
  rows: readonly Row[],
  others: readonly Row[],
): Row[] {
  const ids = new Set(others.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}
