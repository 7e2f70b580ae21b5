import * as vscode from 'vscode';
import { neighbour } from '../../core/model/textOrder';
import { registerCommand } from '../../host/commands';
import { toOffset } from '../../host/convert';
import { disposeAll } from '../../host/disposables';
import { UserError } from '../../host/userError';
import { reveal } from '../../workspace/reveal';
import type { Services } from '../../workspace/services';

/** Walking through the annotations of an article in the order of its text. */
export function register(services: Services): vscode.Disposable {
  const { log } = services;
  return disposeAll(
    registerCommand('chiosa.nextAnnotation', log, () => walk(services, 'next')),
    registerCommand('chiosa.previousAnnotation', log, () => walk(services, 'previous')),
  );
}

/** Selects the neighbour of what is selected, so that the next key acts on it and a screen reader says it. */
async function walk({ active }: Services, direction: 'next' | 'previous'): Promise<void> {
  const { article, state, file, editor } = await active.demand();
  const offsets = editor.selections.flatMap(({ start, end }) => [
    toOffset(file.text, start),
    toOffset(file.text, end),
  ]);
  const selected = { start: Math.min(...offsets), end: Math.max(...offsets) };
  const target = neighbour(state.set, selected, direction);
  if (!target) throw new UserError(vscode.l10n.t('Nothing is annotated in this article yet.'));
  await reveal(article, target);
}
