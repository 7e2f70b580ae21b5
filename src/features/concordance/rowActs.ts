import * as vscode from 'vscode';
import { levelOf } from '../../core/concordance/query';
import type { Row } from '../../core/concordance/row';
import { targetOfRow, type RowTarget } from '../../core/concordance/rowEdits';
import type { Change } from '../../core/model/change';
import { withProgress } from '../../host/progress';
import { inSlices } from '../../host/slices';
import { lookAtEach, unique } from '../../workspace/articleFiles';
import type { ArticleChange, CorpusArticle } from '../../workspace/articleStore';
import type { LeftOut } from '../../workspace/leftOut';
import type { Services } from '../../workspace/services';
import { nameOf } from '../../workspace/sidecarFile';
import type { RowsMeant } from './rowsMeant';

/** The rows of an article, as annotations are now. */
export interface RowsOfArticle {
  readonly article: CorpusArticle;
  readonly targets: readonly RowTarget[];
}

/** Rows by their articles as these are now, and the articles that are not as they were when the rows were read. */
interface Present {
  readonly present: readonly RowsOfArticle[];
  readonly leftOut: readonly LeftOut[];
}

/** What becomes of the rows of an article. */
type Outcome = Change | LeftOut | undefined;

/**
 * Makes a change in each article that some rows are of, as one act. Rows of articles that have another text by now,
 * and those whose annotations are gone, are left out and told.
 * @param changeOf why an article is left out, where it is; undefined where the user cancels: then nothing is done
 */
export async function actOnRows(
  services: Services,
  meant: RowsMeant,
  title: string,
  changeOf: (rows: RowsOfArticle) => Outcome | Promise<Outcome>,
): Promise<void> {
  const { present, leftOut } = await presentRows(services, meant);
  const changes: ArticleChange[] = [];
  const unfit: LeftOut[] = [];
  await withProgress(title, (watch) =>
    inSlices(present.entries(), async ([index, each]) => {
      watch.step(index, present.length);
      const change = await changeOf(each);
      if (!change) throw new vscode.CancellationError();
      if ('reason' in change) unfit.push(change);
      else changes.push({ ...each.article, change });
    }),
  );
  await services.articles.applyAll(title, changes, [...leftOut, ...unfit]);
}

/** The articles of rows, each once. */
export function articlesOf({ concordance, rows }: RowsMeant): vscode.Uri[] {
  return unique(rows.flatMap((row) => concordance.articleOf(row)?.uri ?? []));
}

async function presentRows({ articles }: Services, meant: RowsMeant): Promise<Present> {
  const { concordance } = meant;
  const byArticle = rowsByArticle(meant);
  const level = levelOf(concordance.query);
  const stale: LeftOut[] = [];
  const look = (article: CorpusArticle): RowsOfArticle[] => {
    const { uri, file, state } = article;
    const own = byArticle.get(uri.toString()) ?? [];
    const [first] = own;
    const before = first && concordance.articleOf(first)?.text.text;
    const targets =
      before === file.text.text
        ? own.flatMap((row) => targetOfRow(state.set, row, level) ?? [])
        : [];
    if (targets.length < own.length) stale.push({ uri, reason: staleReason(uri) });
    return targets.length > 0 ? [{ article, targets }] : [];
  };
  const find = () => Promise.resolve(articlesOf(meant));
  const looking = vscode.l10n.t('Reading articles');
  const { found, leftOut } = await withProgress(looking, (watch) =>
    lookAtEach(articles, watch, find, look),
  );
  return { present: found, leftOut: [...stale, ...leftOut] };
}

/** The rows of each article, by its URI. */
function rowsByArticle({ concordance, rows }: RowsMeant): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = concordance.articleOf(row)?.uri.toString() ?? '';
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function staleReason(uri: vscode.Uri): string {
  return vscode.l10n.t(
    '{0} has changed since its rows were read. Run the concordance again.',
    nameOf(uri),
  );
}
