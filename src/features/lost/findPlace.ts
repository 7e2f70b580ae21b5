import * as vscode from 'vscode';
import { removePart } from '../../core/edit/placeEdits';
import { wordsOf } from '../../core/model/annotation';
import { isSamePart, unplacedParts, type AnnotationPart } from '../../core/model/parts';
import { shortened } from '../../core/text/shortened';
import { toRange } from '../../host/convert';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { ArticleState } from '../../workspace/articleState';
import { demandWritable } from '../../workspace/demandWritable';
import { partIcon, partName, remembered } from '../../workspace/partNames';
import { bringToFront, select } from '../../workspace/reveal';
import type { Services } from '../../workspace/services';
import { stillLost, takePlace } from './lostParts';
import { pickPlace, type Choice } from './placePick';

/** The argument of `chiosa.findPlace`: a row of the sidebar, or what a quick fix is for. */
export interface FindPlaceArgument {
  readonly part?: AnnotationPart;
  /** The article, where it may be another one than the active one. */
  readonly uri?: vscode.Uri;
}

/** How long the status bar says that there is nothing to do, in ms. */
const messageTime = 4000;

/** Asks for the places of parts of annotations that have none for certain. */
export class PlaceFinder {
  readonly #services: Services;
  /** What the user has gone to select words for. */
  #awaited: AnnotationPart | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Asks for the place of one part; where none is given, of all that are lost, from the one that the user chooses. */
  async find({ part, uri }: FindPlaceArgument = {}): Promise<void> {
    const before = vscode.window.activeTextEditor;
    const edited = await this.#demand(uri);
    const isDone = part ? await this.#findOne(edited, part) : await this.#findAll(edited);
    if (!isDone && before && before !== vscode.window.activeTextEditor) {
      await bringToFront(before.document.uri, before.viewColumn);
    }
  }

  /** The article, to be annotated at once: its candidates are places in the text that is saved. */
  async #demand(uri = this.#services.active.article?.uri): Promise<EditedArticle> {
    const edited = await this.#services.active.demand(uri);
    demandWritable(edited.article.uri, edited.state);
    return edited;
  }

  /** Whether the user has not left the list. */
  async #findOne(edited: EditedArticle, part: AnnotationPart): Promise<boolean> {
    const lost = stillLost(edited.state, part);
    const choice = lost && (await pickPlace(edited, lost));
    if (choice) await this.#choose(edited, lost, choice);
    return choice !== undefined;
  }

  /** One after the other, as long as the user does not leave. */
  async #findAll(first: EditedArticle): Promise<boolean> {
    let edited = first;
    let lost = unplacedParts(edited.state.set);
    const awaited = this.#takeAwaited(edited);
    let part = awaited ?? (await pickPart(edited.state, lost));
    for (let step = 1; part; step += 1) {
      const choice = await pickPlace(edited, part, {
        step,
        totalSteps: step - 1 + lost.length,
        isSelected: step === 1 && awaited !== undefined,
      });
      if (choice) await this.#choose(edited, part, choice);
      if (!choice || choice === 'select') return choice !== undefined;
      const index = lost.findIndex((each) => part && isSamePart(each, part));
      // What is selected now is what was found.
      edited = { ...(await this.#demand(edited.article.uri)), selections: [] };
      lost = unplacedParts(edited.state.set);
      part = lost[index] ?? lost[0];
    }
    if (lost.length > 0) return false;
    const message = vscode.l10n.t('Everything that is annotated in this article has its place.');
    vscode.window.setStatusBarMessage(message, messageTime);
    return true;
  }

  /** The part that the user went to select words for, where some are selected now. */
  #takeAwaited({ state, selections }: EditedArticle): AnnotationPart | undefined {
    const awaited = this.#awaited;
    this.#awaited = undefined;
    const isSelected = selections.some(({ isEmpty }) => !isEmpty);
    return awaited && isSelected ? stillLost(state, awaited) : undefined;
  }

  async #choose(edited: EditedArticle, lost: AnnotationPart, choice: Choice): Promise<void> {
    const { article, file, state } = edited;
    if (choice === 'remove') {
      await this.#services.articles.apply(edited, removePart(state.set, lost));
    } else if (choice === 'select') {
      this.#awaited = lost;
      await bringToFront(article.uri);
    } else {
      await takePlace(this.#services, edited, lost, choice);
      const ranges = choice.map((span) => toRange(file.text, span));
      select(await bringToFront(article.uri), ranges);
    }
  }
}

interface PartPick extends vscode.QuickPickItem {
  readonly part: AnnotationPart;
}

/** The only one of the lost parts, or the one that the user chooses. */
async function pickPart(
  state: ArticleState,
  lost: readonly AnnotationPart[],
): Promise<AnnotationPart | undefined> {
  if (lost.length < 2) return lost[0];
  const picks = lost.map((part): PartPick => {
    const detail = remembered(part);
    return {
      label: shortened(wordsOf(part.target)),
      description: partName(part, state),
      ...(detail !== undefined && { detail }),
      iconPath: new vscode.ThemeIcon(partIcon(part, state.set)),
      part,
    };
  });
  const title = vscode.l10n.t('Which of these is to be found again?');
  const picked = await vscode.window.showQuickPick(picks, {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.part;
}
