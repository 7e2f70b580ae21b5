import type * as vscode from 'vscode';
import { registerCommand, rowsGiven } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import type { Services } from '../../workspace/services';
import { compareAnnotations } from './compareAnnotations';
import { Comparison } from './comparison';
import { ComparisonView } from './comparisonView';
import { markDifferences } from './decorations';
import { registerHover } from './hover';
import { differenceMeant, restore, type RestoreArgument } from './restore';
import { differencesOf, type Row } from './rows';

/** What has changed in the annotations of an article since a version of them: in the text, and as a view. */
export function register(services: Services): vscode.Disposable {
  const { articles, log } = services;
  const comparison = new Comparison(articles, log);
  const view = new ComparisonView(comparison, articles, log);
  return disposeAll(
    comparison,
    view,
    markDifferences(comparison),
    registerHover(comparison),
    registerCommand('chiosa.compareAnnotations', log, async (argument) => {
      if (await compareAnnotations(services, comparison, argument)) await view.show();
    }),
    registerCommand('chiosa.closeComparison', log, () => {
      comparison.close();
    }),
    registerCommand('chiosa.restoreRows', log, (row, selected) => {
      const rows = row === undefined ? view.selected : rowsGiven(row as Row, selected);
      return restore(articles, comparison.compared, differencesOf(rows));
    }),
    registerCommand('_chiosa.restoreDifference', log, (argument) => {
      const { compared } = comparison;
      return restore(articles, compared, differenceMeant(compared, argument as RestoreArgument));
    }),
  );
}
