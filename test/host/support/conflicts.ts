import assert from 'assert';
import * as vscode from 'vscode';
import { eventually, run } from './workbench';

// What users do with sidecars that git could not merge.

/** The words of the articles: names that no other test has. */
export const words = 'Olmo Verzin vede Pia Strand. Tace Remo Galt, e Sira Vonn pure.\n';

/** A line of a mention, as Chiosa writes it in `words`. */
export const mentions = {
  olmo: '{ exact: Olmo Verzin, suffix: " vede Pia Strand. Tace Remo" }',
  pia: '{ exact: Pia Strand, prefix: "Olmo Verzin vede ", suffix: ". Tace Remo Galt, e Sira Vonn" }',
  remo: '{ exact: Remo Galt, prefix: "Verzin vede Pia Strand. Tace ", suffix: ", e Sira Vonn pure." }',
  sira: '{ exact: Sira Vonn, prefix: "Strand. Tace Remo Galt, e ", suffix: " pure." }',
} as const;

const names = { olmo: 'Olmo Verzin', pia: 'Pia Strand', remo: 'Remo Galt', sira: 'Sira Vonn' };
type Id = keyof typeof mentions;

/** The lines of a sidecar's entities, each with its mention and its type, `person` where none is said. */
export function records(types: Partial<Record<Id, string>>): string {
  return Object.entries(types)
    .map(([id, type]) => {
      const name = names[id as Id];
      const mention = mentions[id as Id];
      return `  ${id}:\n    name: ${name}\n    type: ${type}\n    mentions:\n      - ${mention}\n`;
    })
    .join('');
}

/** Waits for a problem of a sidecar, and gives its quick fixes. */
export async function fixesOf(sidecar: vscode.Uri, message: RegExp): Promise<vscode.CodeAction[]> {
  let actions: vscode.CodeAction[] = [];
  const document = await vscode.workspace.openTextDocument(sidecar);
  await eventually('there is the problem', async () => {
    const own = vscode.languages.getDiagnostics(sidecar);
    const problem = own.find(({ source, message: m }) => source === 'chiosa' && message.test(m));
    assert.ok(problem, `${String(message)} is among ${own.map((each) => each.message).join(', ')}`);
    actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    assert.ok(actions.length > 0);
  });
  return actions;
}

/** Takes the one with this title. */
export async function take(
  actions: readonly (vscode.CodeAction | vscode.CodeLens)[],
  title: string,
): Promise<void> {
  const titleOf = (each: vscode.CodeAction | vscode.CodeLens) =>
    'title' in each ? each.title : (each.command?.title ?? '');
  const action = actions.find((each) => titleOf(each) === title);
  assert.ok(action?.command, `${title} is among ${actions.map(titleOf).join(', ')}`);
  const { command, arguments: args = [] } = action.command;
  await vscode.commands.executeCommand(command, ...(args as unknown[]));
}

/** Runs the command that asks of one conflict after the other, and answers: how many rows down each answer is. */
export async function resolve(...rows: readonly number[]): Promise<void> {
  let isOver = false;
  const act = run('resolveConflicts').finally(() => (isOver = true));
  for (const row of rows) {
    assert.ok(!isOver, 'it still asks');
    // VS Code does not say when it has drawn a list.
    await new Promise((shown) => setTimeout(shown, 700));
    for (let down = 0; down < row; down += 1) {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    }
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  await act;
}
