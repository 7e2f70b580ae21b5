import * as vscode from 'vscode';
import { parseQuery, printQuery, type Query } from '../../core/concordance/query';
import { shortened } from '../../core/text/shortened';
import { concordanceScheme } from '../../workspace/concordanceScheme';

/** The concordances, for VS Code's providers. */
export const concordances: vscode.DocumentSelector = { scheme: concordanceScheme };

/** The folder of concordances, by which VS Code knows their language when it opens them (see package.json). */
const folder = '/chiosa-concordance';

/** Where a query has its concordance. The tab shows the name, in which a slash would begin a folder. */
export function concordanceUri(query: Query): vscode.Uri {
  const line = printQuery(query);
  const title = shortened(line, 40).replace(/[/\\]/g, '∕');
  return vscode.Uri.from({ scheme: concordanceScheme, path: `${folder}/${title}`, query: line });
}

/** The query of a concordance that was open before the window was loaded again, or undefined where it is none. */
export function queryOfUri(uri: vscode.Uri, attributes: readonly string[]): Query | undefined {
  return parseQuery(uri.query, attributes).query;
}
