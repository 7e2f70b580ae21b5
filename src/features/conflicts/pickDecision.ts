import * as vscode from 'vscode';
import { decisionsFor, type Decision, type OpenConflict } from '../../core/merge/openConflicts';
import { spansOf } from '../../core/model/annotation';
import type { Span } from '../../core/text/span';
import type { EditedArticle } from '../../workspace/activeArticle';
import { PlacePreview } from '../../workspace/placePreview';
import { bothVersions, sentenceOf, subjectOf, type BothVersions } from './conflictWords';
import type { SideNames } from './sideNames';

/** Which of several conflicts is asked for, from 1. */
interface Progress {
  readonly step: number;
  readonly totalSteps: number;
}

interface DecisionItem extends vscode.QuickPickItem {
  readonly decision: Decision | 'skip';
}

type Answer = Decision | 'skip' | undefined;

/**
 * Asks of one conflict after the other which version is kept. It stays open while a decision is made, so that keys in haste
 * do not go to the article.
 */
export class DecisionPick implements vscode.Disposable {
  readonly #pick = vscode.window.createQuickPick<DecisionItem | vscode.QuickPickItem>();
  #preview: PlacePreview | undefined;
  #versions: BothVersions | undefined;
  #answer: (answer: Answer) => void = () => undefined;

  constructor() {
    const pick = this.#pick;
    pick.placeholder = vscode.l10n.t('Two sides of a merge say different things. Which is kept?');
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.ignoreFocusOut = true;
    pick.onDidChangeActive(([item]) => {
      if (this.#versions) this.#preview?.show(placeFor(this.#versions, item));
    });
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (!item || !('decision' in item)) return;
      pick.enabled = false;
      pick.busy = true;
      this.#answer(item.decision);
    });
    pick.onDidHide(() => {
      this.#answer(undefined);
    });
  }

  /** The editor shows the words of the row that has the focus. @returns undefined where the user leaves */
  async ask(
    edited: EditedArticle,
    open: OpenConflict,
    names: SideNames,
    progress: Progress,
  ): Promise<Answer> {
    const { state, file } = edited;
    const pick = this.#pick;
    this.#preview?.dispose();
    this.#preview = new PlacePreview(edited);
    this.#versions = bothVersions(open, state.set, file.text.text);
    pick.title = subjectOf(open, state);
    pick.value = '';
    pick.step = progress.step;
    pick.totalSteps = progress.totalSteps;
    pick.items = itemsFor(edited, open, this.#versions, names);
    pick.enabled = true;
    pick.busy = false;
    const answer = new Promise<Answer>((resolve) => (this.#answer = resolve));
    pick.show();
    return answer;
  }

  dispose(): void {
    this.#preview?.dispose();
    this.#pick.dispose();
  }
}

/** What a decision is called where it is made at once, without the list. */
export function decisionName(decision: Decision): string {
  switch (decision) {
    case 'ours':
      return vscode.l10n.t('Keep Ours');
    case 'theirs':
      return vscode.l10n.t('Keep Theirs');
    case 'both':
      return vscode.l10n.t('Keep Both');
  }
}

function itemsFor(
  { state }: EditedArticle,
  open: OpenConflict,
  versions: BothVersions,
  names: SideNames,
): (DecisionItem | vscode.QuickPickItem)[] {
  const decisions = decisionsFor(state.set, open).map((decision): DecisionItem => {
    const name = decision === 'both' ? undefined : names[decision];
    return {
      label: decisionName(decision),
      ...(name !== undefined && { description: name }),
      detail:
        decision === 'both'
          ? vscode.l10n.t('as two annotations')
          : sentenceOf(decision, versions, state),
      iconPath: new vscode.ThemeIcon(icons[decision]),
      decision,
    };
  });
  return [
    ...decisions,
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('Skip'),
      description: vscode.l10n.t('decide it later'),
      iconPath: new vscode.ThemeIcon('debug-step-over'),
      decision: 'skip',
    },
  ];
}

const icons: Readonly<Record<Decision, string>> = {
  ours: 'arrow-left',
  theirs: 'arrow-right',
  both: 'arrow-both',
};

/** The words of the version that a row keeps. */
function placeFor(
  versions: BothVersions,
  item: DecisionItem | vscode.QuickPickItem | undefined,
): readonly Span[] {
  const decision = item && 'decision' in item ? item.decision : 'ours';
  const thing = decision === 'theirs' ? versions.theirs : versions.ours;
  return spansOf(thing?.target ?? thing?.content ?? versions.theirs?.target);
}
