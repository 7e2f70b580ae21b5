import * as vscode from 'vscode';
import type { Order } from '../../core/concordance/sorting';
import { disposeAll } from '../../host/disposables';
import type { Concordance } from './concordance';
import type { ConcordanceDocuments } from './documents';
import { concordances } from './place';

/** What can be done with a concordance as a whole, above its first line. */
export function registerLenses(documents: ConcordanceDocuments): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: ({ uri }) => {
      const concordance = documents.get(uri);
      const top = new vscode.Range(0, 0, 0, 0);
      return concordance
        ? commandsOf(concordance).map((command) => new vscode.CodeLens(top, command))
        : [];
    },
  };
  return disposeAll(
    changed,
    documents.onDidChangeAny(() => {
      changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(concordances, provider),
  );
}

function commandsOf(concordance: Concordance): vscode.Command[] {
  const { t } = vscode.l10n;
  const { progress, order, isStale, found } = concordance;
  const { leftOut } = found;
  return [
    ...(progress === 'reading'
      ? [{ title: t('Stop'), command: 'chiosa.stopConcordance' }]
      : isStale
        ? [{ title: t('Articles have changed: Run Again'), command: 'chiosa.runConcordanceAgain' }]
        : []),
    { title: t('Change Query…'), command: 'chiosa.changeConcordance' },
    { title: t('Order: {0}', orderName(order)), command: 'chiosa.sortConcordance' },
    { title: t('Export as CSV…'), command: 'chiosa.exportConcordance' },
    ...(leftOut.length > 0
      ? [
          {
            title: t('Left out: {0}', leftOut.length),
            command: 'chiosa.showLeftOutOfConcordance',
          },
        ]
      : []),
  ];
}

/** What an order goes by, in the user's language. */
export function orderName(order: Order): string {
  const { t } = vscode.l10n;
  switch (order) {
    case 'article':
      return t('articles, by path');
    case 'date':
      return t('articles, by date');
    case 'left':
      return t('words before');
    case 'keyword':
      return t('the words themselves');
    case 'right':
      return t('words behind');
  }
}
