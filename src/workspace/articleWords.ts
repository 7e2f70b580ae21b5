import * as vscode from 'vscode';
import { platform } from '#platform';
import type { Problem } from '../core/check/problem';
import { readArticle, type ArticleFile, type ReadArticle } from '../core/sidecar/articleFile';
import { ArticleText } from '../core/text/articleText';
import { unreadable } from './fileErrors';
import { readFileIfThere } from './sidecarFile';

/** The words of an article, or why it has none that can be annotated. */
export interface Words {
  readonly file?: ArticleFile;
  /** Whether the editor, where there is one, shows the words that the disk holds. */
  readonly isShownAsOnDisk: boolean;
  readonly problem?: Problem;
}

/** Reads the words of an article, and looks at them anew only where they have changed. */
export class WordsReader {
  readonly #uri: vscode.Uri;
  #bytes: Uint8Array | undefined;
  #onDisk: ReadArticle | undefined;
  /** The document and its version that `#words` come from. */
  #document: vscode.TextDocument | undefined;
  #version: number | undefined;
  #words: Words | undefined;

  constructor(uri: vscode.Uri) {
    this.#uri = uri;
  }

  /** The version of the document, where one is open, that the words were last looked at in. */
  get version(): number | undefined {
    return this.#version;
  }

  /** The article as the disk had it when it was last read; undefined where that is no text. */
  get onDisk(): ArticleFile | undefined {
    return this.#onDisk?.article;
  }

  /**
   * The words as the editor shows them, or as the disk has them where none does; undefined where there is
   * no file. The same object as before where nothing has changed. Never throws.
   */
  async read(): Promise<Words | undefined> {
    try {
      const bytes = await readFileIfThere(this.#uri);
      if (!bytes) return undefined;
      if (!this.#onDisk || !this.#bytes || !platform.sameBytes(bytes, this.#bytes)) {
        this.#onDisk = readArticle(bytes);
        this.#bytes = bytes;
        this.#words = undefined;
      }
      return this.#shown(this.#onDisk, openDocument(this.#uri));
    } catch (error) {
      return { isShownAsOnDisk: true, problem: unreadable(error) };
    }
  }

  #shown(onDisk: ReadArticle, document: vscode.TextDocument | undefined): Words {
    const isLookedAt = document === this.#document && document?.version === this.#version;
    const known = this.#words;
    if (known && isLookedAt) return known;
    const words = wordsOf(onDisk, document);
    [this.#document, this.#version] = [document, document?.version];
    this.#words = known?.isShownAsOnDisk && words.isShownAsOnDisk ? known : words;
    return this.#words;
  }
}

/** The words as the editor shows them, where that is not what the disk holds: marks belong to what is shown. */
function wordsOf({ article, problem: why }: ReadArticle, document?: vscode.TextDocument): Words {
  if (!article) return { isShownAsOnDisk: true, problem: why };
  const shown = document?.getText();
  if (shown === undefined || new ArticleText(shown).text === article.text.text) {
    return { file: article, isShownAsOnDisk: true };
  }
  const { article: file } = readArticle(new TextEncoder().encode(shown));
  return { ...(file && { file }), isShownAsOnDisk: false };
}

/** The open document of a file. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}
