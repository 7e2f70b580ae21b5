import * as vscode from 'vscode';
import { removePart } from '../../core/edit/placeEdits';
import { wordsOf } from '../../core/model/annotation';
import { unplacedParts, type AnnotationPart } from '../../core/model/parts';
import { shortened } from '../../core/text/shortened';
import { toRange } from '../../host/convert';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { ArticleState } from '../../workspace/articleState';
import { partIcon, partName } from '../../workspace/partNames';
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

/**
 * Asks for the place of a part of an annotation that has none for certain; where none is given and there are
 * several, for which.
 */
export async function findPlace(
  services: Services,
  { part, uri }: FindPlaceArgument = {},
): Promise<void> {
  const { active } = services;
  const before = vscode.window.activeTextEditor;
  const edited = await active.demand(uri ?? active.article?.uri);
  const lost = part ? stillLost(edited.state, part) : await pickPart(edited.state);
  const choice = lost && (await pickPlace(edited, lost));
  if (choice) await choose(services, edited, lost, choice);
  else if (before) await bringToFront(before.document.uri, before.viewColumn);
}

async function choose(
  services: Services,
  edited: EditedArticle,
  lost: AnnotationPart,
  choice: Choice,
): Promise<void> {
  const { article, file, state } = edited;
  if (choice === 'remove') {
    await services.articles.apply(edited, removePart(state.set, lost));
    return;
  }
  if (choice !== 'select') await takePlace(services, edited, lost, choice);
  const editor = await bringToFront(article.uri);
  if (choice !== 'select') {
    select(
      editor,
      choice.map((span) => toRange(file.text, span)),
    );
  }
}

interface PartPick extends vscode.QuickPickItem {
  readonly part: AnnotationPart;
}

/** The lost part of the article; where there are several, the one that the user chooses. */
async function pickPart(state: ArticleState): Promise<AnnotationPart | undefined> {
  const parts = unplacedParts(state.set);
  if (parts.length === 0) {
    const message = vscode.l10n.t('Everything that is annotated in this article has its place.');
    vscode.window.setStatusBarMessage(message, messageTime);
  }
  if (parts.length < 2) return parts[0];
  const picks = parts.map((part): PartPick => ({
    label: shortened(wordsOf(part.target)),
    description: partName(part, state),
    iconPath: new vscode.ThemeIcon(partIcon(part, state)),
    part,
  }));
  const title = vscode.l10n.t('Which of these is to be found again?');
  const picked = await vscode.window.showQuickPick(picks, { title, matchOnDescription: true });
  return picked?.part;
}
