import * as vscode from 'vscode';
import { wordsOf } from '../../core/model/annotation';
import type { AnnotationPart } from '../../core/model/parts';
import { shortened } from '../../core/text/shortened';
import type { Span } from '../../core/text/span';
import { toRange } from '../../host/convert';
import type { EditedArticle } from '../../workspace/activeArticle';
import { placeRow } from '../../workspace/placeRow';
import { placesFor, selectedFor } from './lostParts';

/** What is done with a lost part: it has these places, it goes, or words are selected for it first. */
export type Choice = readonly Span[] | 'remove' | 'select';

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
): Promise<Choice | undefined> {
  const pick = vscode.window.createQuickPick<ChoiceItem | vscode.QuickPickItem>();
  const preview = new Preview(edited);
  pick.title = vscode.l10n.t('The place of “{0}”', shortened(wordsOf(part.target)));
  pick.placeholder = vscode.l10n.t('Which words are meant? The article shows them.');
  pick.matchOnDescription = true;
  pick.items = itemsFor(edited, part);
  try {
    return await new Promise((resolve) => {
      pick.onDidChangeActive(([item]) => {
        preview.show(item && isChoice(item) ? item.choice : undefined);
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

/** Removing comes last, and never alone, so that Enter in haste does no harm. */
function itemsFor(
  edited: EditedArticle,
  part: AnnotationPart,
): (ChoiceItem | vscode.QuickPickItem)[] {
  const { file, state, selections } = edited;
  const { Separator } = vscode.QuickPickItemKind;
  const places = placesFor(state, part).map((choice) => ({
    ...placeRow(file.text, choice),
    iconPath: new vscode.ThemeIcon('target'),
    choice,
  }));
  const selected = selectedFor(part, edited, selections);
  const selection =
    selected.length > 0
      ? {
          label: vscode.l10n.t('The Selection'),
          description: placeRow(file.text, selected).description,
          choice: selected,
        }
      : {
          label: vscode.l10n.t('Other Words…'),
          description: vscode.l10n.t('select them in the article, then find its place again'),
          choice: 'select' as const,
        };
  return [
    ...(places.length > 0
      ? [{ label: vscode.l10n.t('Like these words'), kind: Separator }, ...places]
      : []),
    { label: '', kind: Separator },
    { ...selection, iconPath: new vscode.ThemeIcon('list-selection') },
    {
      label: vscode.l10n.t('Remove It'),
      iconPath: new vscode.ThemeIcon('trash'),
      choice: 'remove' as const,
    },
  ];
}

function isChoice(item: ChoiceItem | vscode.QuickPickItem): item is ChoiceItem {
  return 'choice' in item;
}

/** Marks places in the editor and scrolls to them, without selecting them, and back when it is disposed of. */
class Preview implements vscode.Disposable {
  readonly #edited: EditedArticle;
  readonly #seen: vscode.Range | undefined;
  readonly #mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
    outline: '1px solid',
    outlineColor: new vscode.ThemeColor('focusBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  });

  constructor(edited: EditedArticle) {
    this.#edited = edited;
    [this.#seen] = edited.editor.visibleRanges;
  }

  show(choice: Choice | undefined): void {
    const { editor, file } = this.#edited;
    const spans = typeof choice === 'object' ? choice : [];
    const ranges = spans.map((span) => toRange(file.text, span));
    editor.setDecorations(this.#mark, ranges);
    const [first] = ranges;
    // What is at the top would be behind the list.
    if (first) editor.revealRange(first, vscode.TextEditorRevealType.InCenter);
  }

  dispose(): void {
    this.#mark.dispose();
    if (this.#seen) this.#edited.editor.revealRange(this.#seen, vscode.TextEditorRevealType.AtTop);
  }
}
