import * as vscode from 'vscode';
import { nextCandidate } from '../../core/entities/candidates';
import { knownNames } from '../../core/entities/knownNames';
import { neighbour } from '../../core/model/textOrder';
import type { Span } from '../../core/text/span';
import { registerCommand } from '../../host/commands';
import { toOffset, toRange } from '../../host/convert';
import { disposeAll } from '../../host/disposables';
import { UserError } from '../../host/userError';
import type { EditedArticle } from '../../workspace/activeArticle';
import { reveal, select } from '../../workspace/reveal';
import type { Services } from '../../workspace/services';

/** Walking through an article in the order of its text: its annotations, and what may be one. */
export function register(services: Services): vscode.Disposable {
  const { log } = services;
  return disposeAll(
    registerCommand('chiosa.nextAnnotation', log, () => walk(services, 'next')),
    registerCommand('chiosa.previousAnnotation', log, () => walk(services, 'previous')),
    registerCommand('chiosa.nextCandidate', log, () => seek(services, 'next')),
    registerCommand('chiosa.previousCandidate', log, () => seek(services, 'previous')),
  );
}

type Direction = 'next' | 'previous';

/** Selects the neighbour of what is selected, so that the next key acts on it and a screen reader says it. */
function walk({ active }: Services, direction: Direction): Promise<void> {
  return active.move(async (edited) => {
    const target = neighbour(edited.state.set, selectedExtent(edited), direction);
    if (!target) throw new UserError(vscode.l10n.t('Nothing is annotated in this article yet.'));
    await reveal(edited.article, target);
  });
}

/** Selects the nearest name or quotation that is not annotated yet: all pieces of a split one. */
function seek({ active, corpus }: Services, direction: Direction): Promise<void> {
  return active.move(async (edited) => {
    const { editor, file, state } = edited;
    const known = [knownNames(state.set), await corpus.now()];
    const { text } = file.text;
    const found = nextCandidate(state.set, text, known, selectedExtent(edited), direction);
    if (!found) {
      const message = vscode.l10n.t('No further name or quotation is found that is not annotated.');
      vscode.window.setStatusBarMessage(message, 4000);
      return;
    }
    const ranges = found.map((span) => toRange(file.text, span));
    select(editor, ranges);
  });
}

/** From the first selected code unit to the last, of all selections. */
function selectedExtent({ selections, file }: EditedArticle): Span {
  const offsets = selections.flatMap(({ start, end }) => [
    toOffset(file.text, start),
    toOffset(file.text, end),
  ]);
  return { start: Math.min(...offsets), end: Math.max(...offsets) };
}
