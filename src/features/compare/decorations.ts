import * as vscode from 'vscode';
import { showsText, toRange } from '../../host/convert';
import { DisposableStore } from '../../host/disposables';
import type { Compared, Comparison } from './comparison';
import { wayColors } from './items';
import { markedSpans } from './marks';
import { ways, type Way } from './ways';

/** What stands before the words, so that no meaning hangs on colour alone. */
const signs: Readonly<Record<Way, string>> = { added: '+', removed: '−', changed: '~' };

const backgrounds: Readonly<Record<Way, vscode.ThemeColor>> = {
  added: new vscode.ThemeColor('chiosa.addedBackground'),
  removed: new vscode.ThemeColor('chiosa.removedBackground'),
  changed: new vscode.ThemeColor('chiosa.changedBackground'),
};

/** Marks what differs in the editors that show the article. */
export function markDifferences(comparison: Comparison): vscode.Disposable {
  const store = new DisposableStore();
  const types = new Map<Way, vscode.TextEditorDecorationType>();
  for (const way of ways) {
    types.set(way, store.add(vscode.window.createTextEditorDecorationType(lookOf(way))));
  }
  /** The editors that may have marks. */
  let marked: readonly vscode.TextEditor[] = [];
  const draw = () => {
    const { compared } = comparison;
    const editors = vscode.window.visibleTextEditors;
    const showing = compared ? editors.filter((editor) => shows(editor, compared)) : [];
    for (const [way, type] of types) {
      for (const editor of marked) if (!showing.includes(editor)) editor.setDecorations(type, []);
      const ranges = compared ? rangesOf(compared, way) : [];
      for (const editor of showing) editor.setDecorations(type, ranges);
    }
    marked = showing;
  };
  store.add(comparison.onDidChange(draw));
  store.add(vscode.window.onDidChangeVisibleTextEditors(draw));
  return store;
}

/** Whether an editor shows the article in the text that was compared. */
function shows({ document }: vscode.TextEditor, { article, state }: Compared): boolean {
  const { text } = state.file;
  return (
    document.uri.toString() === article.toString() &&
    showsText(document, text, { first: 0, last: text.lineCount - 1 })
  );
}

function rangesOf({ state, differences }: Compared, way: Way): vscode.Range[] {
  const spans = markedSpans(differences).get(way) ?? [];
  return spans.map((span) => toRange(state.file.text, span));
}

function lookOf(way: Way): vscode.DecorationRenderOptions {
  const color = wayColors[way];
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    backgroundColor: backgrounds[way],
    outlineColor: color,
    outlineStyle: way === 'changed' ? 'dashed' : 'solid',
    outlineWidth: '1px',
    ...(way === 'removed' && { textDecoration: 'line-through' }),
    before: { contentText: signs[way], color, fontWeight: 'bold', margin: '0 2px 0 1px' },
    overviewRulerColor: color,
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  };
}
