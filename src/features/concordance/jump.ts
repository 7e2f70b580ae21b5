import * as vscode from 'vscode';
import type { Row } from '../../core/concordance/row';
import { toRange } from '../../host/convert';
import { disposeAll } from '../../host/disposables';
import { bringToFront, select } from '../../workspace/reveal';
import type { Concordance } from './concordance';
import type { ConcordanceDocuments } from './documents';
import { concordances } from './place';
import { rowCard } from './rowCard';
import { demandRows } from './rowsMeant';
import type { Services } from '../../workspace/services';

/** Shows the words of the row at the cursor in their article, selected; those of several rows of it too. */
export async function goToRow(documents: ConcordanceDocuments): Promise<void> {
  const { concordance, rows } = demandRows(documents);
  const [first] = rows;
  const article = first && concordance.articleOf(first);
  if (!article) return;
  const own = rows.filter((row) => row.article === first.article);
  const ranges = own.flatMap((row) => placesOf(row, concordance));
  select(await bringToFront(article.uri), ranges);
}

/** Where the pieces of a row stand in its article. */
function placesOf(row: Row, concordance: Concordance): vscode.Range[] {
  const text = concordance.articleOf(row)?.text;
  return text ? row.hit.spans.map((span) => toRange(text, span)) : [];
}

/** “Go to Definition” and Ctrl+click lead from a row to its words; a hover says whose they are. */
export function registerRows(
  { corpus, schemas }: Services,
  documents: ConcordanceDocuments,
): vscode.Disposable {
  const definitions: vscode.DefinitionProvider = {
    provideDefinition(document, { line }) {
      const { row, article } = documents.at(document.uri, line) ?? {};
      if (!row || !article) return undefined;
      const targetRange = toRange(article.text, row.extent);
      const originSelectionRange = document.lineAt(line).range;
      return [{ originSelectionRange, targetUri: article.uri, targetRange }];
    },
  };
  const hovers: vscode.HoverProvider = {
    provideHover(document, { line }) {
      const { row, article } = documents.at(document.uri, line) ?? {};
      if (!row || !article) return undefined;
      const known = { corpus: corpus.known, schema: schemas.of(article.uri) };
      return new vscode.Hover(rowCard(row, article, known), document.lineAt(line).range);
    },
  };
  return disposeAll(
    vscode.languages.registerDefinitionProvider(concordances, definitions),
    vscode.languages.registerHoverProvider(concordances, hovers),
  );
}
