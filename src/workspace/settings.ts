import * as vscode from 'vscode';
import { isPlainFile } from './sidecarFile';

/** One setting of the user, read when it is asked for. */
export class Setting<T> {
  readonly #key: string;
  readonly #fallback: T;

  constructor(key: string, fallback: T) {
    this.#key = key;
    this.#fallback = fallback;
  }

  get(scope?: vscode.ConfigurationScope): T {
    return vscode.workspace.getConfiguration('chiosa', scope).get<T>(this.#key, this.#fallback);
  }

  /** Whether the event changes this setting. */
  isChangedBy(event: vscode.ConfigurationChangeEvent): boolean {
    return event.affectsConfiguration(`chiosa.${this.#key}`);
  }
}

export type MarkStyle = 'fillAndLine' | 'line';

/** All settings of the extension, with the defaults of the manifest (a test compares them). */
export const settings = {
  /** Languages whose files are articles. */
  articleLanguages: new Setting('articleLanguages', ['plaintext', 'markdown', 'news-article']),
  /** Whether the speaker's name stands behind a quote in the editor. */
  speakerHints: new Setting('speakerHints', true),
  /** Whether mentions have a background behind them, or only their line. */
  mentionStyle: new Setting<MarkStyle>('mentionStyle', 'fillAndLine'),
  /** Whether quotes have a background behind them, or only their lines. */
  quoteStyle: new Setting<MarkStyle>('quoteStyle', 'fillAndLine'),
  /** Whether the cursor on an annotation shows what belongs to it. */
  partnerHighlights: new Setting('partnerHighlights', true),
};

/** Whether a document is an article: a file in one of the languages of articles. */
export function isArticle(document: vscode.TextDocument): boolean {
  const { uri, languageId } = document;
  return (
    isPlainFile(uri) &&
    !['untitled', 'output'].includes(uri.scheme) &&
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined &&
    settings.articleLanguages.get(document).includes(languageId)
  );
}
