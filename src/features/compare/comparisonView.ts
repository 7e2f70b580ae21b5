import * as vscode from 'vscode';
import type { Difference } from '../../core/diff/difference';
import { mentionsOf } from '../../core/model/annotationSet';
import { setContext } from '../../host/contextKey';
import { registerCommand } from '../../host/commands';
import { DisposableStore } from '../../host/disposables';
import { nothingListed } from '../../host/listing';
import { isMore, PagedTree, type MoreRow } from '../../host/pagedTree';
import type { ArticleStore } from '../../workspace/articleStore';
import { reveal, toOpenSidecar } from '../../workspace/reveal';
import { sidecarUri } from '../../workspace/sidecarFile';
import type { Compared, Comparison } from './comparison';
import { treeItem } from './items';
import { targetsOf } from './marks';
import { groupRows, rowsBelow, type GroupRow, type Row } from './rows';

const moreCommand = '_chiosa.comparison.showMore';
const revealCommand = '_chiosa.comparison.reveal';

/** The view “Comparison”, which is there while something is compared. */
export class ComparisonView implements vscode.Disposable {
  readonly #comparison: Comparison;
  readonly #disposables = new DisposableStore();
  readonly #tree: PagedTree<Row>;
  readonly #view: vscode.TreeView<Row | MoreRow<Row>>;
  #groups: readonly GroupRow[] = [];

  constructor(comparison: Comparison, articles: ArticleStore, log: vscode.LogOutputChannel) {
    this.#comparison = comparison;
    this.#tree = this.#disposables.add(
      new PagedTree<Row>(
        (row) => (comparison.compared ? rowsBelow(this.#groups, row) : nothingListed),
        (row) => itemOf(row, comparison.compared),
        moreCommand,
      ),
    );
    this.#view = this.#disposables.add(
      vscode.window.createTreeView('chiosa.comparison', {
        treeDataProvider: this.#tree,
        showCollapseAll: true,
        canSelectMany: true,
      }),
    );
    this.#disposables.add(
      vscode.commands.registerCommand(moreCommand, async (row: MoreRow<Row>) => {
        const next = await this.#tree.showMore(row);
        if (next) await this.#view.reveal(next, { select: true, focus: true });
      }),
    );
    this.#disposables.add(
      registerCommand(revealCommand, log, (row) =>
        revealDifference(articles, comparison.compared, row as Row),
      ),
    );
    this.#disposables.add(
      comparison.onDidChange(() => {
        this.#draw();
      }),
    );
  }

  /** The rows that are selected. */
  get selected(): readonly Row[] {
    return this.#view.selection.filter((row): row is Row => !isMore(row));
  }

  /** Brings the view to the front, and leaves the focus where it is. */
  async show(): Promise<void> {
    const [first] = this.#groups;
    if (first) await this.#view.reveal(first, { select: false, focus: false });
    else await vscode.commands.executeCommand('chiosa.comparison.focus', { preserveFocus: true });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #draw(): void {
    const { compared } = this.#comparison;
    this.#groups = groupRows(compared?.differences ?? []);
    this.#view.description = compared?.title ?? '';
    this.#view.message =
      compared?.differences.length === 0 ? vscode.l10n.t('The annotations are the same.') : '';
    setContext('chiosa.isComparing', compared !== undefined);
    this.#tree.refresh();
  }
}

/** The comparison may be closed while its rows are still drawn. */
function itemOf(row: Row, compared: Compared | undefined): vscode.TreeItem {
  return compared ? treeItem(row, compared, revealCommand) : new vscode.TreeItem('');
}

async function revealDifference(
  articles: ArticleStore,
  compared: Compared | undefined,
  row: Row,
): Promise<void> {
  if (!compared || row.kind === 'group') return;
  const target = placeOf(row.difference, compared);
  await articles.use(compared.article, async (article) => {
    await article.reload();
    if (target) await reveal(article, target);
    else await openSidecar(article.uri);
  });
}

/** The words of an annotation, or the first mention of an entity; undefined of what has no words. */
function placeOf(difference: Difference, { before, after }: Compared) {
  if (difference.thing !== 'entity') return targetsOf(difference)[0];
  const [id, set] =
    difference.change === 'removed' ? [difference.before.id, before] : [difference.after.id, after];
  return mentionsOf(set, id)[0]?.target;
}

async function openSidecar(article: vscode.Uri): Promise<void> {
  const { command, arguments: args = [] } = toOpenSidecar(sidecarUri(article));
  await vscode.commands.executeCommand(command, ...args);
}
