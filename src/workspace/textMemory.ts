import * as vscode from 'vscode';
import type { ArticleFile } from '../core/sidecar/articleFile';
import { ArticleText } from '../core/text/articleText';
import { FileIdentity, type BlobId } from '../core/text/blobId';
import { DisposableStore } from '../host/disposables';
import { openDocument } from './articleWords';
import { isArticle } from './settings';

/** A text that an article has had. */
interface RememberedText {
  /** With LF as ends of line. */
  readonly text: string;
  /** Whether git would know it by this id. */
  matches(id: BlobId): boolean;
}

/** So many texts are remembered of an article, the last ones. */
const most = 8;

/**
 * The texts that articles have had while they are open, from the moment that VS Code opens them: what is
 * replaced in many files at once is changed before anybody looks at it, and closed as soon as it is saved.
 */
export class TextMemory implements vscode.Disposable {
  readonly #texts = new Map<string, RememberedText[]>();
  /** How many hold the texts of an article. */
  readonly #holders = new Map<string, number>();
  readonly #disposables = new DisposableStore();

  constructor() {
    const { workspace } = vscode;
    const remember = (document: vscode.TextDocument) => {
      if (isArticle(document)) this.#add(document.uri, shownText(document.getText()));
    };
    workspace.textDocuments.forEach(remember);
    this.#disposables.add(workspace.onDidOpenTextDocument(remember));
    this.#disposables.add(
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (!this.#holders.has(uri.toString())) this.#texts.delete(uri.toString());
      }),
    );
  }

  /** Keeps what is remembered of an article, though it be closed, until disposed of. */
  hold(uri: vscode.Uri): vscode.Disposable {
    const key = uri.toString();
    this.#holders.set(key, (this.#holders.get(key) ?? 0) + 1);
    return new vscode.Disposable(() => {
      const others = (this.#holders.get(key) ?? 1) - 1;
      if (others > 0) {
        this.#holders.set(key, others);
        return;
      }
      this.#holders.delete(key);
      if (!openDocument(uri)) this.#texts.delete(key);
    });
  }

  /** Remembers a text of an article that is open. */
  remember(uri: vscode.Uri, { text, identity }: ArticleFile): void {
    if (!openDocument(uri)) return;
    this.#add(uri, { text: text.text, matches: (id) => identity.matches(id) });
  }

  /** The text of an article that has this id; undefined where it is not remembered. */
  find(uri: vscode.Uri, id: BlobId): string | undefined {
    return this.#texts.get(uri.toString())?.find((each) => each.matches(id))?.text;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #add(uri: vscode.Uri, remembered: RememberedText): void {
    const texts = this.#texts.get(uri.toString()) ?? [];
    const others = texts.filter(({ text }) => text !== remembered.text);
    this.#texts.set(uri.toString(), [remembered, ...others].slice(0, most));
  }
}

/** The text of an editor, of which it is not said whether its file begins with a byte order mark. */
function shownText(shown: string): RememberedText {
  let lf: string | undefined;
  const identities = ['', '\uFEFF'].map(
    (mark) => new FileIdentity(() => new TextEncoder().encode(mark + shown)),
  );
  return {
    get text() {
      return (lf ??= new ArticleText(shown).text);
    },
    matches: (id) => identities.some((identity) => identity.matches(id)),
  };
}
