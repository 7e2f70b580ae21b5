import * as vscode from 'vscode';
import type { AnnotationSet } from '../../core/model/annotationSet';
import type { AnnotationPart } from '../../core/model/parts';
import { setContext } from '../../host/contextKey';
import { DisposableStore } from '../../host/disposables';
import { isMore, type MoreRow } from '../../host/pagedTree';
import { Scheduler } from '../../host/scheduler';
import type { Services } from '../../workspace/services';
import { dragAndDrop, type DraggedView } from './dragAndDrop';
import { focusedRows } from './focusedRows';
import { followCursor } from './following';
import type { Row, Rows, Source } from './rows';
import { SidebarTree } from './sidebarTree';
import type { Choices, ViewChoices } from './viewChoices';

/** What one of the two views does otherwise than the other. */
export interface ViewKind {
  readonly choices: ViewChoices<Choices>;
  rowsOf(source: Source): Rows;
  /** What of it has no certain place in an article. */
  lostIn(set: AnnotationSet): readonly AnnotationPart[];
}

/** How long the corpus must rest, in ms, before a view of it is drawn anew. */
const rest = 300;

/** A view of entities or quotes, of one article or of all. */
export class SidebarView implements vscode.Disposable {
  readonly #id: string;
  readonly #services: Services;
  readonly #kind: ViewKind;
  readonly #disposables = new DisposableStore();
  readonly #tree: SidebarTree;
  readonly #view: vscode.TreeView<Row | MoreRow<Row>>;

  constructor(id: DraggedView, services: Services, kind: ViewKind) {
    const { active, corpus } = services;
    const { choices } = kind;
    this.#id = id;
    this.#services = services;
    this.#kind = kind;
    const more = `_${id}.showMore`;
    this.#tree = this.#disposables.add(
      new SidebarTree(
        services,
        () => choices.chosen.scope,
        (source) => kind.rowsOf(source),
        more,
      ),
    );
    this.#view = this.#disposables.add(
      vscode.window.createTreeView(id, {
        treeDataProvider: this.#tree.tree,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: dragAndDrop(id),
      }),
    );
    this.#disposables.add(
      vscode.commands.registerCommand(more, (row: MoreRow<Row>) => this.#showMore(row)),
    );
    this.#disposables.add(followCursor(this.#view, this.#tree, services));
    const afterRest = this.#disposables.add(
      new Scheduler(rest, () => {
        this.#tree.refresh(false);
      }),
    );
    const describe = () => {
      this.#describe();
    };
    this.#disposables.add(this.#tree.onDidCompute(describe));
    this.#disposables.add(choices.onWillFilter(() => void this.#tree.makeWords()));
    this.#disposables.add(
      choices.onDidChange(() => {
        this.#tree.refresh(true);
        this.#describe();
      }),
    );
    this.#disposables.add(
      active.onDidChange(() => {
        // What the article says now the corpus tells too, after a rest.
        if (choices.chosen.scope === 'corpus') afterRest.schedule();
        else this.#tree.refresh(false);
        this.#describe();
      }),
    );
    this.#disposables.add(
      corpus.onDidChange(() => {
        if (this.#tree.source?.scope !== 'article') afterRest.schedule();
      }),
    );
    this.#describe();
  }

  /** Of what it shows rows: of all articles also where none is open. */
  get scope(): Source['scope'] {
    return this.#tree.source?.scope ?? this.#kind.choices.chosen.scope;
  }

  /** The rows that a key pressed in the view is for. */
  async focused(): Promise<readonly Row[]> {
    const rows = await focusedRows(this.#view);
    return rows.filter((row): row is Row => !isMore(row));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #showMore(row: MoreRow<Row>): Promise<void> {
    const next = await this.#tree.tree.showMore(row);
    if (next) await this.#view.reveal(next, { select: true, focus: true });
  }

  /** What stands above the rows, and the context keys of the view’s menu. */
  #describe(): void {
    const { article } = this.#services.active;
    const { choices } = this.#kind;
    const id = this.#id;
    const { scope } = this;
    const { filter } = choices;
    const shown = article ? vscode.workspace.asRelativePath(article.uri) : '';
    this.#view.description = scope === 'corpus' ? vscode.l10n.t('all articles') : shown;
    this.#view.message = filter.trim() ? vscode.l10n.t('Filter: {0}', filter) : '';
    const lost = article ? this.#kind.lostIn(article.state.set).length : 0;
    const tooltip = vscode.l10n.t('Not found: {0}', lost);
    this.#view.badge = lost > 0 ? { value: lost, tooltip } : undefined;
    setContext(`${id}.scope`, scope);
    setContext(`${id}.grouping`, choices.chosen.grouping);
    setContext(`${id}.sorting`, choices.chosen.sorting ?? '');
    setContext(`${id}.isFiltered`, filter.trim() !== '');
  }
}
