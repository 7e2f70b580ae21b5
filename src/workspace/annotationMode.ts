import * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables';
import type { ArticleStore } from './articleStore';
import { nameOf } from './sidecarFile';

/**
 * Annotation mode of the window: single keys annotate, and VS Code holds articles read-only, so that no
 * stray key changes them. VS Code can lock and free only the file of the active tab. So each article is
 * locked when it becomes active; after the mode the active one is freed at once and each other one when it
 * becomes active. What settings or permissions hold read-only stays so.
 */
export class AnnotationMode implements vscode.Disposable {
  readonly #articles: ArticleStore;
  readonly #log: vscode.LogOutputChannel;
  readonly #disposables = new DisposableStore();
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<void>());
  /** The mode has begun or ended. */
  readonly onDidChange = this.#didChange.event;
  #isOn = false;
  /** The files that the mode has locked and not freed again. */
  readonly #locked = new Set<string>();
  /** The file of the active tab and whether it was to be locked, when that was last seen to. */
  #settled: { readonly file: string; readonly isLocked: boolean } | undefined;
  #steps: Promise<void> = Promise.resolve();
  /** The unsaved article that the user was told of. */
  #unsaved: vscode.TextDocument | undefined;

  constructor(articles: ArticleStore, log: vscode.LogOutputChannel) {
    this.#articles = articles;
    this.#log = log;
    const { window, workspace } = vscode;
    const follow = () => {
      this.#follow();
    };
    for (const event of [
      window.onDidChangeActiveTextEditor,
      window.tabGroups.onDidChangeTabs,
      window.tabGroups.onDidChangeTabGroups,
      // The text of a file that becomes active, and its language, can come after its tab.
      workspace.onDidOpenTextDocument,
      // It becomes unsaved, or saved, also with no change of its text.
      workspace.onDidChangeTextDocument,
      workspace.onDidSaveTextDocument,
      // The schema may take it for an article from now on, or no longer.
      articles.onDidChange,
      articles.onDidClose,
    ]) {
      this.#disposables.add(event(follow));
    }
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  start(): void {
    this.#become(true);
  }

  stop(): void {
    this.#become(false);
  }

  dispose(): void {
    this.stop();
    this.#disposables.dispose();
  }

  #become(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    this.#unsaved = undefined;
    this.#didChange.fire();
    this.#follow();
  }

  #follow(): void {
    if (!this.#isOn && this.#locked.size === 0) return;
    this.#steps = this.#steps
      .then(() => this.#settle())
      .catch((error: unknown) => {
        this.#log.error(error instanceof Error ? error : String(error));
      });
  }

  /** Locks or frees the file of the active tab. */
  async #settle(): Promise<void> {
    const file = activeFile();
    const isLocked = file !== undefined && this.#isToBeLocked(file);
    if (file === this.#settled?.file && isLocked === this.#settled?.isLocked) return;
    this.#settled = undefined;
    if (file === undefined || (!isLocked && !this.#locked.has(file))) return;
    this.#locked.add(file);
    await setReadonly(isLocked);
    const now = activeFile();
    if (now === file) {
      this.#settled = { file, isLocked };
      if (!isLocked) this.#locked.delete(file);
    } else if (now !== undefined) {
      // The user was faster: the tab that is active by now may have been meant. Its own event settles it.
      this.#locked.add(now);
    }
  }

  #isToBeLocked(file: string): boolean {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file);
    if (!this.#isOn || !document || !this.#articles.isArticle(document)) return false;
    // VS Code does not save what is read-only, so an unsaved article is locked when it is saved.
    if (document.isDirty) this.#tellUnsaved(document);
    return !document.isDirty;
  }

  #tellUnsaved(document: vscode.TextDocument): void {
    if (document === this.#unsaved) return;
    this.#unsaved = document;
    const save = vscode.l10n.t('Save');
    const message = vscode.l10n.t(
      '{0} has unsaved changes. Save it, then annotate.',
      nameOf(document.uri),
    );
    void vscode.window.showWarningMessage(message, save).then(async (chosen) => {
      if (chosen === save) await document.save();
    });
  }
}

/** The file of the active tab; in a comparison the one on the right, which is what VS Code locks. */
function activeFile(): string | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText) return input.uri.toString();
  return input instanceof vscode.TabInputTextDiff ? input.modified.toString() : undefined;
}

/** Makes the file of the active tab read-only until the window closes, or as settings and permissions say. */
async function setReadonly(isReadonly: boolean): Promise<void> {
  const command = isReadonly
    ? 'setActiveEditorReadonlyInSession'
    : 'resetActiveEditorReadonlyInSession';
  await vscode.commands.executeCommand(`workbench.action.files.${command}`);
}
