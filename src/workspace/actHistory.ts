import * as vscode from 'vscode';
import { History } from '../core/model/history';
import { inParallel } from '../host/inParallel';
import { withProgress } from '../host/progress';
import { PartlyDone, UserError } from '../host/userError';
import type { AnnotatedArticle } from './annotatedArticle';
import { inverse, isSomething, withoutBase, type AnnotationEdit, type Edit } from './edits';
import { unreadable } from './fileErrors';
import { leftOutFor, reasonsOf, tellOutcome, type LeftOut } from './leftOut';
import { bringToFront } from './reveal';
import { makeRedescription } from './redescription';
import { makeReplacement } from './replacement';
import {
  inverseRename,
  isRenamed,
  renameInSchema,
  SchemaIsOther,
  type SchemaRename,
} from './schemaRename';
import { nameOf } from './sidecarFile';

/** One act of the user, on one article or on many, each of them once. */
export interface Step {
  /** What was done, as a person says it. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** A type that is renamed in the schema before its entities are. */
  readonly rename?: SchemaRename;
}

/** An edit that an article refuses, and why. */
interface Refusal {
  readonly edit: Edit;
  readonly error: unknown;
}

/** An edit that was made, or refused. */
type Result = { readonly edit: Edit } | Refusal;

/** What became of the edits of an act. */
interface Outcome {
  readonly made: readonly Edit[];
  readonly refused: readonly Refusal[];
}

/** The edit speaks of a text that the article has no longer. */
class TextIsGone extends UserError {}

/** Which way through the history. */
type Direction = 'undo' | 'redo';

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
   * Makes a step, and says so where it has a title. @throws {UserError} where an article refused, or was left
   * out before; what was done in the others can be undone
   * @throws {vscode.CancellationError} after all has been taken back
   */
  make(step: Step, leftOut: readonly LeftOut[] = []): Promise<void> {
    return this.#inTurn(async () => {
      const edits = step.edits.filter(isSomething);
      const outcome = await this.#makeEach({ ...step, edits });
      this.#record({ ...step, edits: outcome.made });
      tell(step.title, outcome, leftOut);
    });
  }

  /**
   * Takes back the last step, or makes the one last taken back again; gives it, or undefined where there
   * is none. @param isShown whether an article that is alone in it is shown @throws {UserError} where an article refused: what
   * speaks of a text or a schema that is gone is forgotten, what else was refused can be tried again
   */
  move(direction: Direction, isShown: boolean): Promise<Step | undefined> {
    return this.#inTurn(() => this.#move(direction, isShown));
  }

  /** Where a schema has been changed back by its editor or in another way, the act that changed it follows. */
  followSchema(schema: vscode.Uri): Promise<void> {
    return this.#inTurn(async () => {
      for (const direction of ['undo', 'redo'] as const) {
        const { rename } = this.#next(direction) ?? {};
        if (rename?.uri.toString() !== schema.toString()) continue;
        const turned = direction === 'undo' ? inverseRename(rename) : rename;
        if (await isRenamed(turned)) {
          await this.#move(direction, true);
          return;
        }
      }
    });
  }

  #next(direction: Direction): Step | undefined {
    return direction === 'undo' ? this.#history.nextUndo : this.#history.nextRedo;
  }

  async #move(direction: Direction, isShown: boolean): Promise<Step | undefined> {
    const step = this.#next(direction);
    if (!step) return undefined;
    const [only] = step.edits;
    if (isShown && only && step.edits.length === 1 && !step.rename) await show(only.uri);
    const isUndo = direction === 'undo';
    const turned = (edit: Edit) => (isUndo ? inverse(edit) : edit);
    const outcome = await this.#makeEach(isUndo ? inverseStep(step) : step).catch(
      (error: unknown) => {
        if (error instanceof SchemaIsOther) this.#history.replace(step);
        throw error;
      },
    );
    const left = outcome.refused.filter(({ error }) => !(error instanceof TextIsGone));
    const leftStep = { title: step.title, edits: left.map(({ edit }) => turned(edit)) };
    const madeStep = { ...step, edits: outcome.made.map(turned) };
    this.#history.replace(step, ...[leftStep, madeStep].filter(doesSomething));
    if (doesSomething(madeStep)) {
      if (isUndo) this.#history.undone();
      else this.#history.redone();
    }
    tell('', outcome);
    return step;
  }

  /** Acts wait for each other, so that an undo takes back the act before it, however quickly it comes. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#acts.then(act);
    this.#acts = result.catch(() => undefined);
    return result;
  }

  #record(step: Step): void {
    if (!doesSomething(step)) return;
    this.#history.record({ ...step, edits: step.edits.map(withoutBase) });
  }

  /** Makes a step. Where the user cancels, what was made of it is taken back. */
  async #makeEach({ title, edits, rename }: Step): Promise<Outcome> {
    const results: Result[] = [];
    if (rename) await renameInSchema(rename);
    try {
      await withProgress(title, (watch) =>
        inParallel(edits, async (edit, index) => {
          watch.step(index, edits.length);
          results[index] = await this.#try(edit);
        }),
      );
    } catch (error) {
      try {
        await this.#takeBack(title, outcomeOf(results).made);
      } finally {
        if (rename) await renameInSchema(inverseRename(rename));
      }
      throw error;
    }
    return outcomeOf(results);
  }

  /** Takes back the edits of an act that the user has cancelled. @throws {PartlyDone} where some refuse */
  async #takeBack(title: string, edits: readonly Edit[]): Promise<void> {
    if (edits.length === 0) return;
    const results: Result[] = [];
    const location = vscode.ProgressLocation.Notification;
    const message = vscode.l10n.t('What was changed is taken back');
    await vscode.window.withProgress({ location, title: message }, () =>
      inParallel(edits, async (edit, index) => {
        results[index] = { ...(await this.#try(inverse(edit))), edit };
      }),
    );
    const { refused } = outcomeOf(results);
    if (refused.length === 0) return;
    this.#record({ title, edits: refused.map(({ edit }) => edit) });
    throw new PartlyDone(
      vscode.l10n.t(
        'Articles that could not be changed back: {0}. Undo tries it again. {1}',
        refused.length,
        reasonsOf(refused.map(toLeftOut)),
      ),
    );
  }

  async #try(edit: Edit): Promise<Result> {
    try {
      if ('changes' in edit) return { edit: await makeRedescription(this.#use, edit) };
      if ('change' in edit) await this.#makeOne(edit);
      else await makeReplacement(this.#use, edit);
      return { edit };
    } catch (error) {
      return { edit, error };
    }
  }

  #makeOne({ uri, change, text, base }: AnnotationEdit): Promise<void> {
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

function outcomeOf(results: readonly Result[]): Outcome {
  return {
    made: results.flatMap((result) => ('error' in result ? [] : [result.edit])),
    refused: results.flatMap((result) => ('error' in result ? [result] : [])),
  };
}

/** The step that takes one back. */
function inverseStep({ title, edits, rename }: Step): Step {
  return { title, edits: edits.map(inverse), ...(rename && { rename: inverseRename(rename) }) };
}

function doesSomething({ edits, rename }: Step): boolean {
  return edits.length > 0 || rename !== undefined;
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
    await bringToFront(uri);
  } catch {
    // VS Code has said in its own words that the file cannot be opened.
  }
}

/** @throws {UserError} what was left out and why, or the very error where there was nothing else to do */
function tell(title: string, { made, refused }: Outcome, before: readonly LeftOut[] = []): void {
  const [first] = refused;
  if (first && made.length + refused.length + before.length === 1) throw first.error;
  tellOutcome(title, made.length, [...before, ...refused.map(toLeftOut)]);
}

function toLeftOut({ edit: { uri }, error }: Refusal): LeftOut {
  return error instanceof UserError
    ? { uri, reason: error.message }
    : leftOutFor(uri, unreadable(error));
}
