import * as vscode from 'vscode';
import { orders, type Order } from '../../core/concordance/sorting';
import type { ConcordanceDocuments } from './documents';
import { orderName } from './lenses';
import { demandConcordance } from './rowsMeant';

/** The argument of `chiosa.sortConcordance`, for keys: an order that is not said is asked. */
export interface SortArgument {
  readonly order?: string;
}

/** Puts the rows of the active concordance in another order. */
export async function sortConcordance(
  documents: ConcordanceDocuments,
  { order }: SortArgument,
): Promise<void> {
  const concordance = demandConcordance(documents);
  const given = orders.find((each) => each === order);
  const chosen = given ?? (await pickOrder(concordance.order));
  if (chosen) concordance.sort(chosen);
}

async function pickOrder(present: Order): Promise<Order | undefined> {
  const picks = orders.map((order) => ({
    label: orderName(order),
    description: order === present ? vscode.l10n.t('now') : '',
    order,
  }));
  const picked = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('Order of the rows'),
    placeHolder: vscode.l10n.t('What are the rows sorted by?'),
  });
  return picked?.order;
}
