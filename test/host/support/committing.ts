import * as vscode from 'vscode';
import { run, until } from './workbench';

/** A sidecar of one person, with mentions as they stand in YAML. */
export const sidecar = (mentions: readonly string[], more = '') =>
  [
    'chiosa: 1',
    'entities:',
    '  zelda-orvieto:',
    '    name: Zelda Orvieto',
    '    type: person',
    '    mentions:',
    ...mentions.map((words) => `      - { exact: ${words} }`),
    more,
  ].join('\n');
/** An article, and two sidecars of it, the second with one mention more. */
export const text = 'Zelda Orvieto arriva. La Orvieto tace.\n';
export const [one, two] = [
  sidecar(['Zelda Orvieto']),
  sidecar(['Zelda Orvieto', '"Orvieto", prefix: "La "']),
];

/**
 * Runs the command, and takes at each question the row of this number, from 0, until the command is over.
 * @param meanwhile what is done while the question of this number, from 0, is open
 */
export async function commit(row = 0, meanwhile: Readonly<Record<number, () => unknown>> = {}) {
  let isOver = false;
  let question = 0;
  const running = run('commitAnnotations').finally(() => (isOver = true));
  let next = Date.now() + 1500;
  await until('the command is over', async () => {
    if (!isOver && Date.now() >= next) {
      await meanwhile[question]?.();
      question += 1;
      for (let i = 0; i < row; i += 1) {
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      }
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      next = Date.now() + 1000;
    }
    return isOver;
  });
  await running;
}
