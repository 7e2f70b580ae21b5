import * as vscode from 'vscode';
import { wordsOf } from '../../core/model/annotation';
import type { AnnotationPart } from '../../core/model/parts';
import { shortened } from '../../core/text/shortened';
import type { Span } from '../../core/text/span';
import type { EditedArticle } from '../../workspace/activeArticle';
import { remembered } from '../../workspace/partNames';
import { PlacePreview } from '../../workspace/placePreview';
import { placeRow } from '../../workspace/placeRow';
import { placesFor, selectedFor } from './lostParts';

/** What is done with a lost part: it has these places, it goes, or words are selected for it first. */
export type Choice = readonly Span[] | 'remove' | 'select';

/** Which of several lost parts is asked for. */
interface Progress {
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
  /** Whether words were selected for this part, so that they come first. */
  readonly isSelected: boolean;
}

interface ChoiceItem extends vscode.QuickPickItem {
  readonly choice: Choice;
}

/**
 * Asks for the place of a lost part. The editor shows the place of the row that has the focus, and then again what it showed
 * before. Undefined where the user leaves.
 */
export async function pickPlace(
  edited: EditedArticle,
  part: AnnotationPart,
  progress?: Progress,
): Promise<Choice | undefined> {
  const pick = vscode.window.createQuickPick<ChoiceItem | vscode.QuickPickItem>();
  const preview = new PlacePreview(edited);
  pick.title = vscode.l10n.t('The place of “{0}”', shortened(wordsOf(part.target)));
  const was = remembered(part);
  pick.placeholder =
    was === undefined
      ? vscode.l10n.t('Which words are meant? The article shows them.')
      : vscode.l10n.t('It stood in “{0}”', was);
  pick.matchOnDescription = true;
  pick.items = itemsFor(edited, part, progress?.isSelected ?? false);
  if (progress && progress.totalSteps > 1) {
    pick.step = progress.step;
    pick.totalSteps = progress.totalSteps;
  }
  try {
    return await new Promise((resolve) => {
      pick.onDidChangeActive(([item]) => {
        const choice = item && isChoice(item) ? item.choice : undefined;
        preview.show(typeof choice === 'object' ? choice : []);
      });
      pick.onDidAccept(() => {
        const [item] = pick.selectedItems;
        if (item && isChoice(item)) resolve(item.choice);
        pick.hide();
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    preview.dispose();
    pick.dispose();
  }
}

/**
 * The likeliest places, then other words; first the selection, where the user has made it for this. Removing comes last,
 * and never alone, so that Enter in haste does no harm.
 */
function itemsFor(
  edited: EditedArticle,
  part: AnnotationPart,
  isSelected: boolean,
): (ChoiceItem | vscode.QuickPickItem)[] {
  const { file, state } = edited;
  const { Separator } = vscode.QuickPickItemKind;
  const places = placesFor(state, part).map((choice) => ({
    ...placeRow(file.text, choice),
    iconPath: new vscode.ThemeIcon('target'),
    choice,
  }));
  const other = otherWords(edited, part);
  const none = vscode.l10n.t('No other words are like these');
  return [
    ...(isSelected ? [other] : []),
    ...(places.length > 0
      ? [{ label: vscode.l10n.t('Like these words'), kind: Separator }, ...places]
      : []),
    { label: places.length > 0 || isSelected ? '' : none, kind: Separator },
    ...(isSelected ? [] : [other]),
    {
      label: vscode.l10n.t('Remove It'),
      iconPath: new vscode.ThemeIcon('trash'),
      choice: 'remove',
    },
  ];
}

/** What is selected, or else the way to select something. */
function otherWords(edited: EditedArticle, part: AnnotationPart): ChoiceItem {
  const { file, selections } = edited;
  const selected = selectedFor(part, edited, selections);
  const iconPath = new vscode.ThemeIcon('list-selection');
  if (selected.length > 0) {
    const { description } = placeRow(file.text, selected);
    return { label: vscode.l10n.t('The Selection'), description, iconPath, choice: selected };
  }
  return {
    label: vscode.l10n.t('Other Words…'),
    description: vscode.l10n.t('select them in the article, then find its place again'),
    iconPath,
    choice: 'select',
  };
}

function isChoice(item: ChoiceItem | vscode.QuickPickItem): item is ChoiceItem {
  return 'choice' in item;
}
