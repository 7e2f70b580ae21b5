import * as vscode from 'vscode';
import { platform } from '#platform';
import { rebase, type Change } from '../core/model/change';
import type { Schema } from '../core/model/schema';
import { saysNothing, writeSidecar } from '../core/sidecar/write';
import type { ArticleText } from '../core/text/articleText';
import { DisposableStore } from '../host/disposables';
import { UserError } from '../host/userError';
import {
  blockingProblem,
  movedState,
  nothingOf,
  rewrittenState,
  stateOf,
  withProblem,
  type ArticleState,
} from './articleState';
import { openDocument, WordsReader, type Words } from './articleWords';
import { missing, unreadable } from './fileErrors';
import { messageOf } from './problemMessage';
import type { SchemaStore } from './schemaStore';
import { isLink, nameOf, readFileIfThere, sidecarUri, writeSidecarFile } from './sidecarFile';
import { Typing } from './typing';

/** An article, its sidecar on disk, and the one way to change it. Acts on one article come one by one. */
export class AnnotatedArticle implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly sidecar: vscode.Uri;
  readonly #didChange = new vscode.EventEmitter<ArticleState>();
  /** The state has changed: the sidecar, here or outside, or the article's text. */
  readonly onDidChange = this.#didChange.event;
  readonly #disposables = new DisposableStore();
  readonly #words: WordsReader;
  readonly #typing = new Typing();
  readonly #schemas: SchemaStore;
  #state: ArticleState;
  /** What the state was read from. */
  #read: { readonly words: Words | undefined; readonly bytes: Uint8Array | undefined } | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(uri: vscode.Uri, schemas: SchemaStore) {
    this.uri = uri;
    this.#schemas = schemas;
    this.#state = nothingOf(schemas.of(uri));
    this.sidecar = sidecarUri(uri);
    this.#words = new WordsReader(uri);
    this.#disposables.add(this.#didChange);
  }

  get state(): ArticleState {
    return this.#state;
  }

  /**
   * Follows what is typed into the article and what becomes of the sidecar. Without that, it is what it was when
   * it was last read or written, which is enough for one act and cheap for thousands of articles.
   */
  watch(): this {
    const folder = vscode.Uri.joinPath(this.sidecar, '..');
    const name = this.sidecar.path.slice(this.sidecar.path.lastIndexOf('/') + 1);
    // Brackets and braces of a file's name mean something in a pattern.
    const pattern = name.replace(/[[\]{}*?]/g, '?');
    const watcher = this.#disposables.add(
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, pattern)),
    );
    const reload = () => void this.reload();
    watcher.onDidCreate(reload);
    watcher.onDidChange(reload);
    watcher.onDidDelete(reload);
    const key = this.uri.toString();
    this.#disposables.add(
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document.uri.toString() === key) this.#typing.follow(event);
      }),
    );
    return this;
  }

  /** Reads the article (as the editor has it) and the sidecar (as the disk has it) again. Never throws. */
  reload(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#look();
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
        const now = await this.#look();
        this.#demandWritable(now);
        if (now.file?.text.text !== text.text) {
          throw new UserError(
            vscode.l10n.t(
              'The text of {0} is another one by now, so nothing was changed.',
              nameOf(this.uri),
            ),
          );
        }
        const set = rebase(change, base.set, now.set);
        const rewritten = rewrittenState(set, now, now.file, this.#read?.bytes);
        if (rewritten) {
          const { state, bytes } = rewritten;
          await writeSidecarFile(this.sidecar, bytes);
          if (this.#read) this.#read = { ...this.#read, bytes };
          this.#become(state);
          return;
        }
        const previous = now.source && { ...now, source: now.source() };
        const source = writeSidecar(set, now.file, previous);
        // Somebody may have written the sidecar while ours was being made.
        if ((await this.#look()) !== now) continue;
        // A link is not removed, since what it points to would stay.
        const isRemoved =
          saysNothing(set, source) && !(now.source !== undefined && (await isLink(this.sidecar)));
        await writeSidecarFile(
          this.sidecar,
          isRemoved ? undefined : new TextEncoder().encode(source),
        );
        await this.#look();
        return;
      }
    });
  }

  dispose(): void {
    this.#disposables.dispose();
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

  /** Reads what has changed since the last time, and gives the state that is the present one now. */
  async #look(): Promise<ArticleState> {
    if (await this.#hasFollowed()) return this.#state;
    const words = await this.#words.read();
    const schema = this.#schemas.of(this.uri);
    try {
      const isNoText = words && !words.file;
      const bytes = isNoText ? undefined : await readFileIfThere(this.sidecar);
      if (words) this.#lookAt(words, bytes, schema);
      else this.#become(this.#withoutArticle(schema, bytes));
      this.#read = words && { words, bytes };
    } catch (error) {
      this.#become({
        ...withProblem(stateOf(words, schema), unreadable(error)),
        isWritable: false,
      });
      this.#read = undefined;
    }
    return this.#state;
  }

  #lookAt(words: Words, bytes: Uint8Array | undefined, schema: Schema): void {
    const isSame = this.#read?.words === words && areSame(bytes, this.#read.bytes);
    const isKnown = isSame && schema === this.#state.schema;
    const { version } = this.#words;
    if (words.file && version !== undefined && !(isKnown && this.#typing.follows(version))) {
      this.#typing.start(words.file.text, version);
    }
    if (!isKnown) this.#become(stateOf(words, schema, bytes));
  }

  /** Moves the annotations along with what was typed, where no more than that has happened. */
  async #hasFollowed(): Promise<boolean> {
    const document = openDocument(this.uri);
    if (!document?.isDirty || !this.#read || !this.#typing.follows(document.version)) return false;
    const bytes = await readFileIfThere(this.sidecar).catch(() => undefined);
    const typed = areSame(bytes, this.#read.bytes) && this.#typing.take(document.version);
    if (!typed) return false;
    if (typed.edits.length > 0) {
      this.#become(movedState(this.#state, typed));
      // These are no words that were read: who reads the article again is to look at it anew.
      this.#read = { words: undefined, bytes };
    }
    return true;
  }

  /** The state where there is no file of the article; a sidecar that is there all the same misses it. */
  #withoutArticle(schema: Schema, sidecar: Uint8Array | undefined): ArticleState {
    const nothing = nothingOf(schema);
    return sidecar ? withProblem(nothing, missing(this.uri)) : nothing;
  }

  #demandWritable(state: ArticleState): void {
    const { articleProblems, isShownAsOnDisk } = state;
    const [articleProblem] = articleProblems;
    if (articleProblem) throw new UserError(messageOf(this.uri, articleProblem));
    if (openDocument(this.uri)?.isDirty) {
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
    const blocking = blockingProblem(state);
    if (blocking) {
      throw new UserError(
        vscode.l10n.t(
          'Nothing was annotated, because the sidecar cannot be read. {0}',
          messageOf(this.sidecar, blocking),
        ),
        openSidecar,
      );
    }
    if (openDocument(this.sidecar)?.isDirty) {
      throw new UserError(
        vscode.l10n.t(
          '{0} is open with unsaved changes. Save or revert it, then annotate.',
          nameOf(this.sidecar),
        ),
        openSidecar,
      );
    }
  }
}

function areSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a && b ? platform.sameBytes(a, b) : a === b;
}
