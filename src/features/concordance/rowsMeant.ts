import * as vscode from 'vscode';
import type { Row } from '../../core/concordance/row';
import { UserError } from '../../host/userError';
import type { Concordance } from './concordance';
import type { ConcordanceDocuments } from './documents';

/** Rows that an act is meant for. */
export interface RowsMeant {
  readonly concordance: Concordance;
  readonly rows: readonly Row[];
}

/** The concordance of the active editor. @throws {UserError} where that shows none */
export function demandConcordance(documents: ConcordanceDocuments): Concordance {
  const concordance = documents.active;
  if (concordance) return concordance;
  throw new UserError(vscode.l10n.t('Go to a concordance first.'));
}

/** The rows that selections and cursors touch, in the order of the lines. @throws {UserError} where there are none */
export function demandRows(documents: ConcordanceDocuments): RowsMeant {
  const concordance = demandConcordance(documents);
  const { document, selections = [] } = vscode.window.activeTextEditor ?? {};
  const lines = [...new Set(selections.flatMap(linesOf))].sort((a, b) => a - b);
  const rows = lines.flatMap((line) => {
    const shown = concordance.rowAt(line);
    // The editor shows other lines for a moment after a search: an act is on what the user sees, or on nothing.
    const isSeen = shown?.line.text === document?.lineAt(line).text;
    return shown && isSeen ? [shown.row] : [];
  });
  if (rows.length > 0) return { concordance, rows };
  throw new UserError(vscode.l10n.t('Put the cursor in a row, or select some.'));
}

/** The lines that a selection touches; not one at whose very start it ends. */
function linesOf({ start, end, isEmpty }: vscode.Selection): number[] {
  const last = !isEmpty && end.character === 0 ? end.line - 1 : end.line;
  return Array.from({ length: last - start.line + 1 }, (_, i) => start.line + i);
}
