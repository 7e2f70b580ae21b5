import * as vscode from 'vscode';
import { platform } from '#platform';
import { Followed } from '../core/anchor/followed';
import { rebase, type Change } from '../core/model/change';
import type { Schema } from '../core/model/schema';
import { saysNothing, writeSidecar } from '../core/sidecar/write';
import { readArticle, type ArticleFile } from '../core/sidecar/articleFile';
import { textsWanted } from '../core/sidecar/read';
import type { ArticleText } from '../core/text/articleText';
import type { BlobId } from '../core/text/blobId';
import { DisposableStore } from '../host/disposables';
import {
  followedState,
  hasText,
  nothingOf,
  rewrittenState,
  sidecarContent,
  sourceForText,
  stateOf,
  withProblem,
  type ArticleState,
} from './articleState';
import { openDocument, WordsReader, type Words } from './articleWords';
import { demandText, demandWritable } from './demandWritable';
import { missing, unreadable } from './fileErrors';
import type { SchemaStore } from './schemaStore';
import {
  areSame,
  isLink,
  readFileIfThere,
  sidecarUri,
  watchSidecar,
  writeSidecarFile,
} from './sidecarFile';
import type { TextMemory } from './textMemory';
import { Typing } from './typing';

/** An article, its sidecar on disk, and the one way to change it. Acts on one article come one by one. */
export class AnnotatedArticle implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly sidecar: vscode.Uri;
  readonly #disposables = new DisposableStore();
  readonly #didChange = this.#disposables.add(new vscode.EventEmitter<ArticleState>());
  /** The state has changed: the sidecar, here or outside, or the article's text. */
  readonly onDidChange = this.#didChange.event;
  readonly #words: WordsReader;
  readonly #typing = new Typing();
  readonly #schemas: SchemaStore;
  readonly #memory: TextMemory;
  /** What git has of the texts that the sidecar names: undefined where it has none. */
  readonly #blobs = new Map<BlobId, string | undefined>();
  #state: ArticleState;
  /** What the state was read from. */
  #read: { readonly words: Words | undefined; readonly bytes: Uint8Array | undefined } | undefined;
  /** The annotations as they follow what is typed since the state was read, and the text that it was read in. */
  #followed: Followed | undefined;
  #followedFrom: ArticleFile | undefined;
  /** Whether the article was saved and the sidecar may not say yet where they stand in the new text. */
  #isSaved = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(uri: vscode.Uri, schemas: SchemaStore, memory: TextMemory) {
    this.uri = uri;
    this.#schemas = schemas;
    this.#memory = memory;
    this.#state = nothingOf(schemas.of(uri));
    this.sidecar = sidecarUri(uri);
    this.#words = new WordsReader(uri);
    this.#disposables.add(memory.hold(uri));
  }

  get state(): ArticleState {
    return this.#state;
  }

  /**
   * Follows what is typed into the article and what becomes of the sidecar. Without that, it is what it was when
   * it was last read or written, which is enough for one act and cheap for thousands of articles.
   */
  watch(): this {
    this.#disposables.add(watchSidecar(this.sidecar, () => void this.reload()));
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
      // What cannot be written now stays to be written, and a save says why it was not.
      if (this.#isSaved) await this.#writeForText().catch(() => undefined);
    });
  }

  /**
   * Writes the sidecar for the text that was just saved: where its annotations stand, in one step with the id of
   * the text. What has lost its words stays as it was written. @throws {UserError} where it cannot be written
   */
  save(): Promise<void> {
    return this.#enqueue(async () => {
      this.#isSaved = true;
      await this.#writeForText();
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
        demandWritable(this.uri, now);
        const file = demandText(this.uri, now, text);
        const set = rebase(change, base.set, now.set);
        const rewritten = rewrittenState(set, now, file, this.#read?.bytes);
        if (rewritten) {
          const { state, bytes } = rewritten;
          await writeSidecarFile(this.sidecar, bytes);
          if (this.#read) this.#read = { ...this.#read, bytes };
          this.#become(state);
          return;
        }
        const previous = now.source && { ...now, source: now.source() };
        const source = writeSidecar(set, file, previous);
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

  /** Puts `after` in the place of all that the sidecar holds, if that is `before`. @returns whether it was @throws as `apply` */
  replaceSidecar(before: Uint8Array | undefined, after: Uint8Array | undefined): Promise<boolean> {
    return this.#enqueue(async () => {
      if (!areSame(await readFileIfThere(this.sidecar), before)) return false;
      await writeSidecarFile(this.sidecar, after);
      await this.#look();
      return true;
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
    this.#followed = undefined;
    this.#followedFrom = undefined;
    this.#didChange.fire(state);
  }

  async #writeForText(): Promise<void> {
    await this.#follow();
    for (;;) {
      const now = await this.#look();
      if ([this.uri, this.sidecar].some((uri) => openDocument(uri)?.isDirty)) return;
      const source = sourceForText(now);
      // Somebody may have written the sidecar while ours was being made.
      if (source !== undefined && (await this.#look()) !== now) continue;
      this.#isSaved = false;
      if (source === undefined) return;
      await writeSidecarFile(this.sidecar, new TextEncoder().encode(source));
      await this.#look();
      return;
    }
  }

  /** Reads what has changed since the last time, and gives the state that is the present one now. */
  async #look(): Promise<ArticleState> {
    const isDirty = openDocument(this.uri)?.isDirty === true;
    // What is lost may come back with the old text, which typing alone does not show.
    if (isDirty && this.#state.unanchored().length === 0 && (await this.#follow())) {
      return this.#state;
    }
    const schema = this.#schemas.of(this.uri);
    let words: Words | undefined;
    try {
      let bytes: Uint8Array | undefined;
      do {
        words = await this.#words.read();
        bytes = await this.#readSidecar(words);
      } while (words?.file && this.#words.version !== openDocument(this.uri)?.version);
      if (words) await this.#lookAt(words, bytes, schema);
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

  /** The sidecar's bytes, where there may be annotations for the words. */
  async #readSidecar(words: Words | undefined): Promise<Uint8Array | undefined> {
    return words && !words.file ? undefined : readFileIfThere(this.sidecar);
  }

  async #lookAt(words: Words, bytes: Uint8Array | undefined, schema: Schema): Promise<void> {
    const before = this.#read;
    const isAsBefore =
      before !== undefined &&
      areSame(bytes, before.bytes) &&
      schema === this.#state.schema &&
      this.#notAsked(this.#state.missingTexts).length === 0;
    const isKnown = isAsBefore && before.words === words;
    this.#followTyping(words, isKnown);
    if (isKnown) return;
    const { onDisk } = this.#words;
    if (onDisk) this.#memory.remember(this.uri, onDisk);
    // Where they were followed through each edit, nothing need be found again.
    const isFollowed = this.#isSaved && isAsBefore && hasText(this.#state, words.file);
    this.#become(isFollowed ? this.#saved(words) : await this.#found(words, schema, bytes));
  }

  /** Has typing followed from these words on, where it is not followed already. */
  #followTyping({ file }: Words, isKnown: boolean): void {
    const { version } = this.#words;
    if (!file || version === undefined || (isKnown && this.#typing.follows(version))) return;
    this.#typing.start(file.text, version);
  }

  /** The state with its annotations as they are, in words that were saved. */
  #saved(words: Words): ArticleState {
    const textId = this.#state.textId ?? this.#followedFrom?.identity.id();
    return { ...this.#state, ...words, ...(textId !== undefined && { textId }) };
  }

  /** The state with its annotations found in the words. */
  async #found(words: Words, schema: Schema, bytes: Uint8Array | undefined): Promise<ArticleState> {
    const oldTexts = (id: BlobId) => this.#memory.find(this.uri, id) ?? this.#blobs.get(id);
    const sidecar = bytes && sidecarContent(bytes);
    if (sidecar?.parsed && words.file) {
      const wanted = textsWanted(sidecar.parsed, words.file, oldTexts);
      for (const id of this.#notAsked(wanted)) {
        const blob = await platform.readBlob(this.uri, id);
        this.#blobs.set(id, blob && readArticle(blob).article?.text.text);
      }
    }
    return stateOf(words, schema, sidecar, oldTexts);
  }

  /** Those of the texts that git has not been asked for, where it may be. */
  #notAsked(texts: readonly BlobId[]): readonly BlobId[] {
    return vscode.workspace.isTrusted ? texts.filter((id) => !this.#blobs.has(id)) : [];
  }

  /** Moves the annotations along with what was typed. Whether no more than that has happened since they were read. */
  async #follow(): Promise<boolean> {
    const document = openDocument(this.uri);
    if (!document || !this.#read || !this.#typing.follows(document.version)) return false;
    const bytes = await readFileIfThere(this.sidecar).catch(() => undefined);
    const typed = areSame(bytes, this.#read.bytes) && this.#typing.take(document.version);
    if (!typed) return false;
    const { edits, text } = typed;
    const { file, set } = this.#state;
    if (edits.length > 0 && file) {
      const followed = this.#followed ?? new Followed(set, file.text.text);
      const from = this.#followedFrom ?? file;
      this.#become(followedState(this.#state, followed.follow(edits, text.text), text));
      [this.#followed, this.#followedFrom] = [followed, from];
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
}
