import * as vscode from 'vscode';
import { levelOf } from '../../core/concordance/query';
import { DisposableStore } from '../../host/disposables';
import { concordanceScheme } from '../../workspace/concordanceScheme';
import type { Services } from '../../workspace/services';
import { fallbackLook, typeLooks, type LineForm, type TypeLook } from '../../workspace/typeLooks';
import type { Concordance } from './concordance';
import type { ConcordanceDocuments } from './documents';

/** How many lines above and below the screen have marks too, so that scrolling shows them at once. */
const margin = 60;

/** Marks in concordances: the words themselves in the colours of their types, where they stand dimmed. */
export function registerMarks(
  { schemas }: Services,
  documents: ConcordanceDocuments,
): vscode.Disposable {
  const store = new DisposableStore();
  const types = store.add(new MarkTypes());
  const draw = (editor: vscode.TextEditor) => {
    const concordance = documents.get(editor.document.uri);
    if (!concordance) return;
    const marks = marksIn(editor, concordance, (uri, type) => typeLooks(schemas.of(uri)).get(type));
    types.draw(editor, marks);
  };
  const drawAll = () => {
    for (const editor of vscode.window.visibleTextEditors) draw(editor);
  };
  store.add(vscode.window.onDidChangeVisibleTextEditors(drawAll));
  store.add(schemas.onDidChange(drawAll));
  store.add(
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      draw(textEditor);
    }),
  );
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => {
      if (uri.scheme === concordanceScheme) drawAll();
    }),
  );
  return store;
}

/** The ranges of each look. */
type Marks = Map<string, { readonly look: Look; readonly ranges: vscode.Range[] }>;

/** How a part of a row looks: its place, words, a quote, or a mention of a type. */
type Look = 'place' | 'words' | 'quote' | TypeLook;

function marksIn(
  { visibleRanges, document }: vscode.TextEditor,
  concordance: Concordance,
  lookOf: (uri: vscode.Uri, type: string) => TypeLook | undefined,
): Marks {
  const marks: Marks = new Map();
  const add = (look: Look, range: vscode.Range) => {
    const key = typeof look === 'string' ? look : JSON.stringify(look);
    const known = marks.get(key) ?? { look, ranges: [] };
    known.ranges.push(range);
    marks.set(key, known);
  };
  const isOfQuotes = levelOf(concordance.query) === 'quote';
  for (const { start, end } of visibleRanges) {
    const last = Math.min(document.lineCount - 1, end.line + margin);
    for (let line = Math.max(0, start.line - margin); line <= last; line += 1) {
      const shown = concordance.rowAt(line);
      if (!shown) continue;
      const { row, line: parts } = shown;
      add('place', new vscode.Range(line, 0, line, parts.locationEnd));
      const words = new vscode.Range(line, parts.keywordStart, line, parts.keywordEnd);
      const { entity } = row.names;
      const uri = concordance.articleOf(row)?.uri;
      if (entity && uri) add(lookOf(uri, entity.type) ?? fallbackLook, words);
      else add(isOfQuotes ? 'quote' : 'words', words);
    }
  }
  return marks;
}

const styles: Readonly<Record<LineForm, string>> = {
  solid: 'solid',
  double: 'double',
  dashed: 'dashed',
  dotted: 'dotted',
  'dash-dot': 'dashed',
  thin: 'solid',
};

/** The decoration types of the looks, made when they are first needed. */
class MarkTypes implements vscode.Disposable {
  readonly #made = new Map<string, vscode.TextEditorDecorationType>();

  /** Draws these marks in an editor, and no others. */
  draw(editor: vscode.TextEditor, marks: Marks): void {
    for (const [key, { look }] of marks) {
      if (!this.#made.has(key)) {
        this.#made.set(key, vscode.window.createTextEditorDecorationType(optionsOf(look)));
      }
    }
    for (const [key, type] of this.#made) editor.setDecorations(type, marks.get(key)?.ranges ?? []);
  }

  dispose(): void {
    for (const type of this.#made.values()) type.dispose();
  }
}

function optionsOf(look: Look): vscode.DecorationRenderOptions {
  if (look === 'place') return { color: new vscode.ThemeColor('descriptionForeground') };
  if (look === 'words') return { fontWeight: 'bold' };
  if (look === 'quote') return { backgroundColor: new vscode.ThemeColor('chiosa.quoteBackground') };
  const { line, fill, form } = look;
  return {
    ...(fill !== undefined && { backgroundColor: colorOf(fill) }),
    borderColor: colorOf(line),
    borderStyle: styles[form],
    borderWidth: '0 0 2px 0',
  };
}

function colorOf(value: string): string | vscode.ThemeColor {
  return value.startsWith('#') ? value : new vscode.ThemeColor(value);
}
