import * as vscode from 'vscode';
import { spansOf } from '../../core/model/annotation';
import { partNow } from '../../core/model/parts';
import { touches } from '../../core/text/span';
import { toOffset } from '../../host/convert';
import { DisposableStore } from '../../host/disposables';
import { isMore, type MoreRow } from '../../host/pagedTree';
import { Scheduler } from '../../host/scheduler';
import type { AnnotatedArticle } from '../../workspace/annotatedArticle';
import type { Services } from '../../workspace/services';
import { partOf } from './rowParts';
import type { Row } from './rows';
import type { SidebarTree } from './sidebarTree';

/** How long the cursor must rest, in ms, before a view follows it. */
const rest = 120;

/**
 * Has a view show and select the row for the place of the cursor, while it is visible, without taking the focus. Where a
 * row for that place is selected already, by a click on it or as one of several, it stays as it is.
 */
export function followCursor(
  view: vscode.TreeView<Row | MoreRow<Row>>,
  tree: SidebarTree,
  { articles, log }: Services,
): vscode.Disposable {
  const store = new DisposableStore();
  const follow = async () => {
    const editor = vscode.window.activeTextEditor;
    const article = editor && articles.get(editor.document.uri);
    const text = article?.state.file?.text;
    if (!view.visible || !article || !text) return;
    const offset = toOffset(text, editor.selection.active);
    if (view.selection.some((row) => !isMore(row) && isAt(row, article, offset))) return;
    const row = await tree.find(article, offset);
    if (row) await view.reveal(row, { select: true, focus: false });
  };
  const afterRest = store.add(
    new Scheduler(rest, () => {
      // VS Code refuses to show a row that is gone by now.
      follow().catch((error: unknown) => {
        log.debug(String(error));
      });
    }),
  );
  const changed = () => {
    if (view.visible) afterRest.schedule();
  };
  store.add(vscode.window.onDidChangeTextEditorSelection(changed));
  store.add(vscode.window.onDidChangeActiveTextEditor(changed));
  store.add(view.onDidChangeVisibility(changed));
  return store;
}

/** Whether a row is for a place that the cursor touches. */
function isAt(row: Row, { uri, state }: AnnotatedArticle, offset: number): boolean {
  const part = 'uri' in row && row.uri === uri.toString() ? partOf(row) : undefined;
  return spansOf(part && partNow(state.set, part)?.target).some((span) => touches(span, offset));
}
