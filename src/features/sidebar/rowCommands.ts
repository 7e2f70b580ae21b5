import * as vscode from 'vscode';
import { registerCommand, rowsGiven } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import { UserError } from '../../host/userError';
import type { Services } from '../../workspace/services';
import { removalOf } from './removal';
import { removeAnnotations } from './rowActs';
import type { Row } from './rows';
import type { SidebarView } from './sidebarView';

/** The views, by what they show. */
interface Views {
  readonly entities: SidebarView;
  readonly quotes: SidebarView;
}

/** The commands of rows: of those that a menu is for, or, by keys, of those that are selected or have the focus. */
export function registerRowCommands(services: Services, views: Views): vscode.Disposable {
  const { log } = services;
  /** Keys name the view. */
  const on = (id: string, act: (rows: readonly Row[]) => Promise<unknown>) =>
    registerCommand(id, log, async (first, selected) => {
      const isKey = first === undefined || isViewName(first);
      const rows = isKey
        ? await views[first ?? 'entities'].focused()
        : rowsGiven(first as Row, selected);
      await act(rows);
    });
  return disposeAll(
    on('chiosa.removeRows', async (rows) => {
      const removal = removalOf(rows);
      if (removal.parts.length + removal.entities.length === 0) {
        throw new UserError(
          vscode.l10n.t('Select mentions, quotes or entities: other rows only hold them together.'),
        );
      }
      await removeAnnotations(services, removal);
    }),
    on('chiosa.renameRow', async (rows) => {
      const entities = entitiesOf(rows);
      const [entity] = entities;
      if (entity === undefined || entities.length > 1) {
        throw new UserError(vscode.l10n.t('Select one entity to rename it.'));
      }
      await vscode.commands.executeCommand('chiosa.renameEntity', { entity });
    }),
    on('chiosa.mergeRows', async (rows) => {
      const entities = entitiesOf(rows);
      const [entity] = entities;
      if (entity === undefined) {
        throw new UserError(vscode.l10n.t('Select the entities to merge.'));
      }
      const argument = entities.length > 1 ? { entities } : { entity };
      await vscode.commands.executeCommand('chiosa.mergeEntities', argument);
    }),
  );
}

function isViewName(value: unknown): value is keyof Views {
  return value === 'entities' || value === 'quotes';
}

/** The ids of the entities that rows are for. */
function entitiesOf(rows: readonly Row[]): readonly string[] {
  const ids = rows.flatMap((row) => {
    if (row.kind === 'entity') return [row.entity.id];
    return row.kind === 'speaker' ? (row.speaker?.entity ?? []) : [];
  });
  return [...new Set(ids)];
}
