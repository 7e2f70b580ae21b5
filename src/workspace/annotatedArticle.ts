import * as vscode from 'vscode';
import { blocksWriting, problem, startOfFile, type Problem } from '../core/check/problem';
import { emptySet, type AnnotationSet } from '../core/model/annotationSet';
import { rebase, type Change } from '../core/model/change';
import { defaultSchema } from '../core/model/schema';
import { ArticleText } from '../core/text/articleText';
import { readArticle, readSidecar, type ArticleFile, type ReadArticle } from '../core/sidecar/read';
import { saysNothing, writeSidecar } from '../core/sidecar/write';
import { messageOf } from './problemMessage';
import { UserError } from '../host/userError';
import {
  isLink,
  nameOf,
  readFileIfThere,
  readSource,
  sidecarUri,
  writeSource,
} from './sidecarFile';

/** The annotations of an article and what they stand on, as they were last read. Immutable. */
export interface ArticleState {
  /** The words, or undefined where the file is no text: `articleProblems` then says why. */
  readonly file?: ArticleFile;
  /** Whether the editor, where there is one, shows the words that the disk holds. */
  readonly isShownAsOnDisk?: boolean;
  readonly set: AnnotationSet;
  /** The sidecar's source, or undefined where there is none. */
  readonly source?: string;
  readonly textId?: string;
  readonly articleProblems: readonly Problem[];
  readonly sidecarProblems: readonly Problem[];
}

/** An article, its sidecar on disk, and the one way to change it. Acts on one article come one by one. */
export class AnnotatedArticle implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly sidecar: vscode.Uri;
  readonly #didChange = new vscode.EventEmitter<ArticleState>();
  /** The state has changed: the sidecar, here or outside, or the article's text. */
  readonly onDidChange = this.#didChange.event;
  readonly #watcher: vscode.FileSystemWatcher;
  #state: ArticleState = { set: emptySet, articleProblems: [], sidecarProblems: [] };
  #queue: Promise<unknown> = Promise.resolve();

  constructor(uri: vscode.Uri) {
    this.uri = uri;
    this.sidecar = sidecarUri(uri);
    const folder = vscode.Uri.joinPath(this.sidecar, '..');
    const name = this.sidecar.path.slice(this.sidecar.path.lastIndexOf('/') + 1);
    // Brackets and braces of a file's name mean something in a pattern.
    const pattern = name.replace(/[[\]{}*?]/g, '?');
    this.#watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, pattern),
    );
    const reload = () => void this.reload();
    this.#watcher.onDidCreate(reload);
    this.#watcher.onDidChange(reload);
    this.#watcher.onDidDelete(reload);
  }

  get state(): ArticleState {
    return this.#state;
  }

  /** Reads the article (as the editor has it) and the sidecar (as the disk has it) again. Never throws. */
  reload(): Promise<void> {
    return this.#enqueue(async () => {
      this.#become(await this.#read());
    });
  }

  /**
   * Makes a change, which was made for `base` and its `text`, and writes the sidecar. Where the sidecar was
   * changed meanwhile, the change is made on what is there now. @throws {UserError} where that cannot be,
   * or where the article has another text by now; nothing is changed then.
   */
  apply(change: Change, text: ArticleText, base: ArticleState): Promise<void> {
    return this.#enqueue(async () => {
      for (;;) {
        const now = await this.#read();
        this.#demandWritable(now);
        if (now.file?.text.text !== text.text) {
          throw new UserError(
            vscode.l10n.t(
              'The text of {0} is another one by now, so nothing was changed.',
              nameOf(this.uri),
            ),
          );
        }
        const written = sidecarWith(change, base, now, now.file);
        // Somebody may have written the sidecar while ours was being made.
        if ((await readSource(this.sidecar))?.text !== now.source) continue;
        // A link is not removed, since what it points to would stay.
        const isRemoved =
          written.saysNothing && !(now.source !== undefined && (await isLink(this.sidecar)));
        await writeSource(this.sidecar, isRemoved ? undefined : written.source);
        this.#become(await this.#read());
        return;
      }
    });
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#didChange.dispose();
  }

  #enqueue<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(act);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #become(state: ArticleState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#didChange.fire(state);
  }

  async #read(): Promise<ArticleState> {
    const nothing = { set: emptySet, articleProblems: [], sidecarProblems: [] };
    const onDisk = await this.#readArticle();
    if (!onDisk) return { ...nothing, sidecarProblems: [this.#articleMissing()] };
    if (onDisk.problem) return { ...nothing, articleProblems: [onDisk.problem] };
    const shown = this.#shownInstead(onDisk.article);
    const file = shown ?? onDisk.article;
    const isShownAsOnDisk = shown === undefined;
    try {
      const decoded = await readSource(this.sidecar);
      if (!decoded) return { ...nothing, file, isShownAsOnDisk };
      if (decoded.problem) {
        return { ...nothing, file, source: '', sidecarProblems: [decoded.problem] };
      }
      if (this.#isKnown(decoded.text, file, isShownAsOnDisk)) return this.#state;
      const { set, problems, textId } = readSidecar(decoded.text, file, defaultSchema);
      return {
        file,
        isShownAsOnDisk,
        set,
        source: decoded.text,
        ...(textId !== undefined && { textId }),
        articleProblems: [],
        sidecarProblems: problems,
      };
    } catch (error) {
      return { ...nothing, file, sidecarProblems: [unreadable(error)] };
    }
  }

  /** Whether the state comes from just these files: reading them again would find the same. */
  #isKnown(source: string, { text, identity }: ArticleFile, isShownAsOnDisk: boolean): boolean {
    const { file } = this.#state;
    return (
      source === this.#state.source &&
      isShownAsOnDisk === this.#state.isShownAsOnDisk &&
      text.text === file?.text.text &&
      identity.id() === file.identity.id()
    );
  }

  async #readArticle(): Promise<ReadArticle | undefined> {
    try {
      const bytes = await readFileIfThere(this.uri);
      return bytes && readArticle(bytes);
    } catch (error) {
      return { problem: unreadable(error) };
    }
  }

  /** The article as the editor shows it, where that is not what the disk holds: marks belong to what is shown. */
  #shownInstead(onDisk: ArticleFile): ArticleFile | undefined {
    const shown = this.#openDocument(this.uri)?.getText();
    if (shown === undefined || new ArticleText(shown).text === onDisk.text.text) return undefined;
    return readArticle(new TextEncoder().encode(shown)).article;
  }

  #articleMissing(): Problem {
    const article = this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
    return problem('article-missing', startOfFile, { article });
  }

  #demandWritable({ articleProblems, sidecarProblems, isShownAsOnDisk }: ArticleState): void {
    const [articleProblem] = articleProblems;
    if (articleProblem) throw new UserError(messageOf(this.uri, articleProblem));
    if (this.#openDocument(this.uri)?.isDirty) {
      throw new UserError(
        vscode.l10n.t('{0} has unsaved changes. Save it, then annotate.', nameOf(this.uri)),
        { title: vscode.l10n.t('Save'), command: 'workbench.action.files.save' },
      );
    }
    if (isShownAsOnDisk === false) {
      throw new UserError(
        vscode.l10n.t(
          'The editor shows {0} otherwise than it is on disk in UTF-8. Reopen it with encoding UTF-8, then annotate.',
          nameOf(this.uri),
        ),
        {
          title: vscode.l10n.t('Change Encoding'),
          command: 'workbench.action.editor.changeEncoding',
        },
      );
    }
    const openSidecar = {
      title: vscode.l10n.t('Open Sidecar'),
      command: 'vscode.open',
      arguments: [this.sidecar],
    };
    const blocking = sidecarProblems.find((each) => blocksWriting([each]));
    if (blocking) {
      throw new UserError(
        vscode.l10n.t(
          'Nothing was annotated, because the sidecar cannot be read. {0}',
          messageOf(this.sidecar, blocking),
        ),
        openSidecar,
      );
    }
    if (this.#openDocument(this.sidecar)?.isDirty) {
      throw new UserError(
        vscode.l10n.t(
          '{0} is open with unsaved changes. Save or revert it, then annotate.',
          nameOf(this.sidecar),
        ),
        openSidecar,
      );
    }
  }

  #openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
  }
}

function unreadable(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return problem('file-unreadable', startOfFile, { reason });
}

/** The source of the sidecar with the change made, and whether it says anything. */
function sidecarWith(
  change: Change,
  base: ArticleState,
  { set: present, source, textId }: ArticleState,
  file: ArticleFile,
): { readonly source: string; readonly saysNothing: boolean } {
  const set = rebase(change, base.set, present);
  const previous = source === undefined ? undefined : { source, ...(textId && { textId }) };
  const written = writeSidecar(set, file, previous);
  return { source: written, saysNothing: saysNothing(set, written) };
}
