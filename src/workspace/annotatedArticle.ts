import * as vscode from 'vscode';
import { blocksWriting, problem, startOfFile, type Problem } from '../core/check/problem';
import { emptySet, type AnnotationSet } from '../core/model/annotationSet';
import { apply, rebase, type Change } from '../core/model/change';
import { defaultSchema } from '../core/model/schema';
import { ArticleText } from '../core/text/articleText';
import { readArticle, readSidecar, type ArticleFile, type ReadArticle } from '../core/sidecar/read';
import { saysNothing, writeSidecar } from '../core/sidecar/write';
import { messageOf } from './problemMessage';
import { UserError } from '../host/userError';
import { nameOf, readFileIfThere, readSource, sidecarUri, writeSource } from './sidecarFile';

/** The annotations of an article and what they stand on, as they were last read. Immutable. */
export interface ArticleState {
  /** The words, or undefined where the file is no text: `articleProblems` then says why. */
  readonly file?: ArticleFile;
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
   * Makes a change of `text` and writes the sidecar. Where the sidecar was changed outside meanwhile, the
   * change is made on what is there now. @throws {UserError} where that cannot be, or where the article
   * has another text by now; nothing is changed then.
   */
  apply(change: Change, text: ArticleText): Promise<void> {
    return this.#enqueue(async () => {
      const base = this.#state;
      const now = await this.#read();
      this.#demandWritable(now);
      const { file, source, textId } = now;
      if (file?.text.text !== text.text) {
        throw new UserError(
          vscode.l10n.t(
            'The text of {0} is another one by now, so nothing was changed.',
            nameOf(this.uri),
          ),
        );
      }
      const set =
        source === base.source ? apply(change, now.set) : rebase(change, base.set, now.set);
      const previous = source === undefined ? undefined : { source, ...(textId && { textId }) };
      const written = writeSidecar(set, file, previous);
      await writeSource(this.sidecar, saysNothing(set, written) ? undefined : written);
      this.#become(await this.#read());
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
    this.#state = state;
    this.#didChange.fire(state);
  }

  async #read(): Promise<ArticleState> {
    const nothing = { set: emptySet, articleProblems: [], sidecarProblems: [] };
    const read = await this.#readWords();
    if (!read) return { ...nothing, sidecarProblems: [this.#articleMissing()] };
    if (read.problem) return { ...nothing, articleProblems: [read.problem] };
    const file = read.article;
    try {
      const decoded = await readSource(this.sidecar);
      if (!decoded) return { ...nothing, file };
      if (decoded.problem)
        return { ...nothing, file, source: '', sidecarProblems: [decoded.problem] };
      const { set, problems, textId } = readSidecar(decoded.text, file, defaultSchema);
      return {
        file,
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

  /** The article as the editor shows it: where that is not (yet) what the disk holds, it counts. */
  async #readWords(): Promise<ReadArticle | undefined> {
    let bytes: Uint8Array | undefined;
    try {
      bytes = await readFileIfThere(this.uri);
    } catch (error) {
      return { problem: unreadable(error) };
    }
    if (!bytes) return undefined;
    const onDisk = readArticle(bytes);
    const shown = this.#openDocument(this.uri)?.getText();
    if (onDisk.problem || shown === undefined) return onDisk;
    const isSame = new ArticleText(shown).text === onDisk.article.text.text;
    return isSame ? onDisk : readArticle(new TextEncoder().encode(shown));
  }

  #articleMissing(): Problem {
    const article = this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
    return problem('article-missing', startOfFile, { article });
  }

  #demandWritable({ articleProblems, sidecarProblems }: ArticleState): void {
    const [articleProblem] = articleProblems;
    if (articleProblem) throw new UserError(messageOf(this.uri, articleProblem));
    if (this.#openDocument(this.uri)?.isDirty) {
      throw new UserError(
        vscode.l10n.t('{0} has unsaved changes. Save it, then annotate.', nameOf(this.uri)),
        { title: vscode.l10n.t('Save'), command: 'workbench.action.files.save' },
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
