import * as vscode from 'vscode';
import { defaultSchema } from '../../core/model/schema';
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
      if (contentChanges.length > 0) decorator.forget(editorsOf(document.uri));
    }),
  );
  store.add(
    articles.onDidChange(({ uri }) => {
      decorator.draw(editorsOf(uri));
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

/** The marks of all editors, in the style that the user has chosen. */
class Decorator implements vscode.Disposable {
  readonly #articles: ArticleStore;
  #types = createTypes();
  #marks = new WeakMap<vscode.TextEditor, EditorMarks>();
  readonly #afterRest = new Scheduler(rest, () => {
    for (const editor of vscode.window.visibleTextEditors) {
      const state = this.#articles.get(editor.document.uri)?.state;
      if (!state) continue;
      this.#marksOf(editor).draw(state);
      this.#marksOf(editor).drawRuler(state);
    }
  });

  constructor(articles: ArticleStore) {
    this.#articles = articles;
  }

  draw(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      const state = this.#articles.get(editor.document.uri)?.state;
      if (state && this.#marksOf(editor).draw(state)) this.#afterRest.schedule();
    }
  }

  drawPartners(editor: vscode.TextEditor): void {
    this.#marks.get(editor)?.drawPartners();
  }

  /** The text of the editors was edited. */
  forget(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      this.#marks.get(editor)?.forget();
      this.#afterRest.schedule();
    }
  }

  /** The user has chosen another style. */
  drawAnew(): void {
    this.#types.dispose();
    this.#types = createTypes();
    this.#marks = new WeakMap();
    this.draw(vscode.window.visibleTextEditors);
  }

  dispose(): void {
    this.#afterRest.dispose();
    this.#types.dispose();
  }

  #marksOf(editor: vscode.TextEditor): EditorMarks {
    const known = this.#marks.get(editor) ?? new EditorMarks(editor, this.#types);
    this.#marks.set(editor, known);
    return known;
  }
}

function createTypes(): DecorationTypes {
  return new DecorationTypes(typeLooks(defaultSchema), {
    fillsMentions: settings.mentionStyle.get() === 'fillAndLine',
    fillsQuotes: settings.quoteStyle.get() === 'fillAndLine',
  });
}
