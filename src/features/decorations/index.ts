import * as vscode from 'vscode';
import type { Schema } from '../../core/model/schema';
import { DisposableStore } from '../../host/disposables';
import { Scheduler } from '../../host/scheduler';
import type { ArticleStore } from '../../workspace/articleStore';
import type { Services } from '../../workspace/services';
import { settings } from '../../workspace/settings';
import { typeLooks } from '../../workspace/typeLooks';
import { DecorationTypes } from './decorationTypes';
import { EditorMarks } from './editorMarks';

/**
 * How long changes must rest, in ms, before the overview ruler is drawn, and what an edit has moved is
 * drawn again. Longer than the pause after which an edited article is read.
 */
const rest = 300;

/** Marks entities and quotes in the text of every visible article. */
export function register({ articles }: Services): vscode.Disposable {
  const store = new DisposableStore();
  const decorator = store.add(new Decorator(articles));
  const { window, workspace } = vscode;
  store.add(
    window.onDidChangeVisibleTextEditors((editors) => {
      decorator.draw(editors);
    }),
  );
  store.add(
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      decorator.draw([textEditor]);
    }),
  );
  store.add(
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      decorator.drawPartners(textEditor);
    }),
  );
  store.add(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) decorator.edited(editorsOf(document.uri), contentChanges);
    }),
  );
  store.add(
    articles.onDidChange(({ uri }) => {
      decorator.draw(editorsOf(uri));
    }),
  );
  store.add(
    articles.onDidClose(({ uri }) => {
      decorator.clear(editorsOf(uri));
    }),
  );
  store.add(
    workspace.onDidChangeConfiguration((event) => {
      const { mentionStyle, quoteStyle, partnerHighlights } = settings;
      const drawn = [mentionStyle, quoteStyle, partnerHighlights];
      if (drawn.some((setting) => setting.isChangedBy(event))) decorator.drawAnew();
    }),
  );
  decorator.draw(window.visibleTextEditors);
  return store;
}

function editorsOf(uri: vscode.Uri): vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
}

/** The marks of an editor, and the schema that says how they look. */
interface Marked {
  readonly marks: EditorMarks;
  readonly schema: Schema;
}

/** The marks of all editors, in the style that the user has chosen. */
class Decorator implements vscode.Disposable {
  readonly #articles: ArticleStore;
  readonly #types = new Map<Schema, DecorationTypes>();
  #marked = new WeakMap<vscode.TextEditor, Marked>();
  readonly #afterRest = new Scheduler(rest, () => {
    for (const editor of vscode.window.visibleTextEditors) {
      const state = this.#articles.get(editor.document.uri)?.state;
      if (!state) continue;
      this.#marksOf(editor, state.schema).draw(state);
      this.#marksOf(editor, state.schema).drawRuler(state);
    }
  });

  constructor(articles: ArticleStore) {
    this.#articles = articles;
  }

  draw(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      const state = this.#articles.get(editor.document.uri)?.state;
      if (state && this.#marksOf(editor, state.schema).draw(state)) this.#afterRest.schedule();
    }
  }

  drawPartners(editor: vscode.TextEditor): void {
    this.#marked.get(editor)?.marks.drawPartners();
  }

  /** The text of the editors was edited. */
  edited(
    editors: readonly vscode.TextEditor[],
    changes: readonly vscode.TextDocumentContentChangeEvent[],
  ): void {
    const keepsLines = changes.every(
      ({ range, text }) => range.isSingleLine && !/[\r\n]/.test(text),
    );
    for (const editor of editors) {
      this.#marked.get(editor)?.marks.edited(keepsLines);
      this.#afterRest.schedule();
    }
  }

  /** The editors show no article any more. */
  clear(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      this.#marked.get(editor)?.marks.clear();
      this.#marked.delete(editor);
    }
  }

  /** The user has chosen another style. */
  drawAnew(): void {
    this.#disposeTypes();
    this.#marked = new WeakMap();
    this.draw(vscode.window.visibleTextEditors);
  }

  dispose(): void {
    this.#afterRest.dispose();
    this.#disposeTypes();
  }

  /** The marks of an editor; new ones where the schema of its article has changed. */
  #marksOf(editor: vscode.TextEditor, schema: Schema): EditorMarks {
    const known = this.#marked.get(editor);
    if (known?.schema === schema) return known.marks;
    known?.marks.clear();
    this.#marked.delete(editor);
    if (known) this.#disposeUnused(known.schema);
    const types = this.#types.get(schema) ?? createTypes(schema);
    this.#types.set(schema, types);
    const marks = new EditorMarks(editor, types);
    this.#marked.set(editor, { marks, schema });
    return marks;
  }

  #disposeUnused(schema: Schema): void {
    const { visibleTextEditors } = vscode.window;
    if (visibleTextEditors.some((editor) => this.#marked.get(editor)?.schema === schema)) return;
    this.#types.get(schema)?.dispose();
    this.#types.delete(schema);
  }

  #disposeTypes(): void {
    for (const types of this.#types.values()) types.dispose();
    this.#types.clear();
  }
}

function createTypes(schema: Schema): DecorationTypes {
  return new DecorationTypes(typeLooks(schema), {
    fillsMentions: settings.mentionStyle.get() === 'fillAndLine',
    fillsQuotes: settings.quoteStyle.get() === 'fillAndLine',
  });
}
