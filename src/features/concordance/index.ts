import * as vscode from 'vscode';
import { parseQuery, printQuery } from '../../core/concordance/query';
import { argumentOf, registerCommand } from '../../host/commands';
import { disposeAll } from '../../host/disposables';
import { UserError } from '../../host/userError';
import { showLeftOut } from '../../workspace/leftOut';
import type { Services } from '../../workspace/services';
import { annotateRows, linkRowsTo, removeRowsOf } from './annotateRows';
import { askQuery } from './askQuery';
import { ConcordanceDocuments } from './documents';
import { exportConcordance } from './exportCsv';
import { goToRow, registerRows } from './jump';
import { registerLenses } from './lenses';
import { registerMarks } from './marks';
import { keepListed } from './listing';
import { mistakeSentence } from './mistakeSentence';
import { sortConcordance } from './pickOrder';
import { concordanceUri } from './place';
import { queryMeant, type ConcordanceArgument } from './queryMeant';
import { retypeRows } from './retypeRows';
import { registerRowActions } from './rowActions';
import { demandConcordance } from './rowsMeant';

/** Concordances: all places of the corpus that a query finds, a row each, to be read, gone to and annotated. */
export function register(services: Services): vscode.Disposable {
  const { log } = services;
  const documents = new ConcordanceDocuments(services);
  const on = (id: string, run: (argument: object) => unknown) =>
    registerCommand(id, log, (argument) => run(argumentOf(argument)));
  return disposeAll(
    documents,
    keepListed(services.corpus, services.list),
    registerLenses(documents),
    registerMarks(services, documents),
    registerRows(services, documents),
    registerRowActions(services, documents),
    on('chiosa.concordance', (argument) => openConcordance(services, documents, argument)),
    on('chiosa.changeConcordance', () => changeConcordance(services, documents)),
    on('chiosa.sortConcordance', (argument) => sortConcordance(documents, argument)),
    on('chiosa.runConcordanceAgain', () => {
      documents.run(demandConcordance(documents));
    }),
    on('chiosa.stopConcordance', () => {
      demandConcordance(documents).stop();
    }),
    on('chiosa.showLeftOutOfConcordance', () => {
      const { leftOut } = demandConcordance(documents).found;
      if (leftOut.length === 0) throw new UserError(vscode.l10n.t('All articles could be read.'));
      return showLeftOut(leftOut);
    }),
    on('chiosa.exportConcordance', (argument) => exportConcordance(services, documents, argument)),
    on('chiosa.goToRow', () => goToRow(documents)),
    on('chiosa.annotateRows', (argument) => annotateRows(services, documents, argument)),
    on('chiosa.linkRows', (argument) => linkRowsTo(services, documents, argument)),
    on('chiosa.retypeRows', (argument) => retypeRows(services, documents, argument)),
    on('chiosa.removeAnnotationsOfRows', () => removeRowsOf(services, documents)),
  );
}

/** Shows the concordance of what its argument says, or the cursor is on, or the user writes. */
async function openConcordance(
  services: Services,
  documents: ConcordanceDocuments,
  argument: ConcordanceArgument,
): Promise<void> {
  if (argument.query !== undefined) {
    const { query, mistake } = parseQuery(argument.query, services.schemas.articleAttributes);
    if (!query) throw new UserError(mistakeSentence(mistake));
    await documents.show(query);
    return;
  }
  const query = (await queryMeant(services, argument)) ?? (await askQuery(services));
  if (query) await documents.show(query);
}

/** Shows the concordance of another query in the place of the active one. */
async function changeConcordance(
  services: Services,
  documents: ConcordanceDocuments,
): Promise<void> {
  const before = demandConcordance(documents).query;
  const query = await askQuery(services, printQuery(before));
  if (!query) return;
  const left = concordanceUri(before).toString();
  await documents.show(query);
  if (left === concordanceUri(query).toString()) return;
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const replaced = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === left,
  );
  await vscode.window.tabGroups.close(replaced);
}
