import * as vscode from 'vscode';
import { invert, isEmpty, type Change } from '../core/model/change';
import { History } from '../core/model/history';
import type { ArticleText } from '../core/text/articleText';
import { withProgress } from '../host/progress';
import { UserError } from '../host/userError';
import type { AnnotatedArticle } from './annotatedArticle';
import type { ArticleState } from './articleState';
import { nameOf } from './sidecarFile';

/** What an act changes in one article. */
interface Edit {
  readonly uri: vscode.Uri;
  readonly change: Change;
  /** The text whose places the change speaks of. */
  readonly text: ArticleText;
  /** The annotations that the change was made for; for those that the article has, where this is missing. */
  readonly base?: ArticleState;
}

/** One act of the user, on one article or on many, each of them once. */
export interface Step {
  /** What was done, as a person says it. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** What became of the edits of an act. */
interface Outcome {
  readonly made: readonly Edit[];
  readonly refused: readonly { readonly edit: Edit; readonly error: unknown }[];
}

/** The edit speaks of a text that the article has no longer. */
class TextIsGone extends UserError {}

/** The way to an article, whether it is open or not. */
export type UseArticle = <T>(
  uri: vscode.Uri,
  act: (article: AnnotatedArticle) => Promise<T>,
) => Promise<T>;

/**
 * The acts on all articles of the window, and what was taken back. Each act is one step, over however many
 * articles. Where an article refuses, the rest is done all the same and the user is told; where the user
 * cancels, all of the act is taken back.
 */
export class ActHistory {
  readonly #use: UseArticle;
  readonly #history = new History<Step>();
  #acts: Promise<unknown> = Promise.resolve();

  constructor(use: UseArticle) {
    this.#use = use;
  }

  /**
   * Makes a step. @throws {UserError} where an article refused; what was done in the others can be undone
   * @throws {vscode.CancellationError} after all has been taken back
   */
  make({ title, edits }: Step): Promise<void> {
    return this.#inTurn(async () => {
      const needed = edits.filter(({ change }) => !isEmpty(change));
      const outcome = await this.#makeEach(title, needed);
      this.#record(title, outcome.made);
      tellRefused(outcome);
    });
  }

  /**
   * Takes back the last step, or makes the one last taken back again; gives it, or undefined where there
   * is none. An article that is alone in it is shown. @throws {UserError} where an article refused: what speaks of a text that is gone is forgotten,
   * what else was refused can be tried again
   */
  move(direction: 'undo' | 'redo'): Promise<Step | undefined> {
    return this.#inTurn(async () => {
      const isUndo = direction === 'undo';
      const step = isUndo ? this.#history.nextUndo : this.#history.nextRedo;
      if (!step) return undefined;
      const [only] = step.edits;
      if (only && step.edits.length === 1) await show(only.uri);
      const turned = ({ uri, text, change }: Edit): Edit => ({
        uri,
        text,
        change: isUndo ? invert(change) : change,
      });
      const outcome = await this.#makeEach(step.title, step.edits.map(turned));
      const { made, refused } = outcome;
      const left = refused.flatMap(({ edit, error }) =>
        error instanceof TextIsGone ? [] : [edit],
      );
      const parts = [left, made].filter(({ length }) => length > 0);
      this.#history.replace(
        step,
        ...parts.map((edits) => ({ title: step.title, edits: edits.map(turned) })),
      );
      if (made.length > 0) {
        if (isUndo) this.#history.undone();
        else this.#history.redone();
      }
      tellRefused(outcome);
      return step;
    });
  }

  /** Acts wait for each other, so that an undo takes back the act before it, however quickly it comes. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#acts.then(act);
    this.#acts = result.catch(() => undefined);
    return result;
  }

  #record(title: string, edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    this.#history.record({ title, edits: edits.map(({ base, ...edit }) => edit) });
  }

  /** Makes the edits, one by one. Where the user cancels, those that were made are taken back. */
  async #makeEach(title: string, edits: readonly Edit[]): Promise<Outcome> {
    const made: Edit[] = [];
    const refused: { edit: Edit; error: unknown }[] = [];
    try {
      await withProgress(title, async (watch) => {
        for (const [index, edit] of edits.entries()) {
          watch.step(index, edits.length);
          try {
            await this.#makeOne(edit);
            made.push(edit);
          } catch (error) {
            refused.push({ edit, error });
          }
        }
      });
    } catch (error) {
      this.#record(title, await this.#takeBack(made));
      throw error;
    }
    return { made, refused };
  }

  /** Takes the edits back, the last one first; gives those that could not be. */
  async #takeBack(edits: readonly Edit[]): Promise<readonly Edit[]> {
    const stuck: Edit[] = [];
    for (const edit of [...edits].reverse()) {
      const { uri, text, change } = edit;
      await this.#makeOne({ uri, text, change: invert(change) }).catch(() => stuck.push(edit));
    }
    return stuck;
  }

  #makeOne({ uri, change, text, base }: Edit): Promise<void> {
    return this.#use(uri, async (article) => {
      if (base) {
        await article.apply(change, text, base);
        return;
      }
      await article.reload();
      const { state } = article;
      // What is typed and not saved may be taken back yet; then the act is refused, and stays.
      const isRead = state.file !== undefined && state.isShownAsOnDisk !== false;
      if (isRead && state.file.text.text !== text.text) throw textIsGone(uri);
      await article.apply(change, text, state);
    });
  }
}

function textIsGone(uri: vscode.Uri): TextIsGone {
  return new TextIsGone(
    vscode.l10n.t(
      'The last act cannot be changed any more, because {0} has another text by now. The one before it is next.',
      nameOf(uri),
    ),
  );
}

/** Brings an article into an editor, so that the user sees what changes in it. */
async function show(uri: vscode.Uri): Promise<void> {
  if (vscode.window.activeTextEditor?.document.uri.toString() === uri.toString()) return;
  try {
    await vscode.window.showTextDocument(uri);
  } catch {
    // VS Code has said in its own words that the file cannot be opened.
  }
}

/** How many reasons a message gives; further ones are like them. */
const reasonsTold = 3;

/** @throws {UserError} what was refused and why, or the very error where there was nothing else to do */
function tellRefused({ made, refused }: Outcome): void {
  const [first] = refused;
  if (!first) return;
  if (made.length + refused.length === 1) throw first.error;
  const reasons = refused
    .slice(0, reasonsTold)
    .map(({ error }) => (error instanceof Error ? error.message : String(error)));
  throw new UserError(
    vscode.l10n.t(
      'Articles changed: {0}. Left out: {1}. {2}',
      made.length,
      refused.length,
      reasons.join(' '),
    ),
  );
}
