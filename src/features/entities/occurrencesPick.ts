import * as vscode from 'vscode';
import { toRange } from '../../host/convert';
import { watchOf, type Watch } from '../../host/progress';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { Looked } from '../../workspace/articleFiles';
import type { Search } from './allOccurrences';
import { byFile, type PlaceItem } from './placeItem';

/** How often the title says how far a search is, in ms: a window that is told more often falls behind. */
const titleInterval = 100;

/** A button and the search that it begins; without that, it ends the one that is going on. */
interface SearchButton extends vscode.QuickInputButton {
  readonly search?: Search;
}

/** Looks for occurrences. @throws {vscode.CancellationError} where the user has cancelled */
type Find = (search: Search, watch: Watch) => Promise<Looked<PlaceItem>>;

/**
 * Shows occurrences, all ticked, and lets some be left out. The editor shows the one that has the focus;
 * buttons look for more or for fewer. While that goes on, the list stays as it is and says how far it is: it
 * takes no answer, a button ends the search and no more, others look for something else, and who leaves the
 * list ends both.
 */
export class OccurrencesPick {
  readonly #edited: EditedArticle;
  readonly #form: string;
  readonly #find: Find;
  readonly #pick = vscode.window.createQuickPick<PlaceItem | vscode.QuickPickItem>();
  #search: Search | undefined;
  #looked: Looked<PlaceItem> = { found: [], leftOut: [] };
  /** The search that is going on. */
  #searching: vscode.CancellationTokenSource | undefined;

  constructor(edited: EditedArticle, form: string, find: Find) {
    this.#edited = edited;
    this.#form = form;
    this.#find = find;
  }

  /** Gives the occurrences that the user takes; none where the user leaves. */
  async show(search: Search, looked: Looked<PlaceItem>): Promise<Looked<PlaceItem>> {
    const pick = this.#pick;
    const { editor } = this.#edited;
    const { selections, visibleRanges } = editor;
    pick.canSelectMany = true;
    pick.matchOnDescription = true;
    pick.placeholder = vscode.l10n.t('Enter annotates what is ticked.');
    this.#become(search, looked);
    const chosen = new Promise<readonly PlaceItem[]>((resolve, reject) => {
      pick.onDidTriggerButton(({ search: next }: SearchButton) => {
        this.#searching?.cancel();
        if (next) this.#searchAgain(next).catch(reject);
      });
      pick.onDidAccept(() => {
        const ticked = pick.selectedItems.filter(isPlace);
        // Nothing is ticked either before VS Code has drawn the list.
        if (this.#searching || ticked.length === 0) return;
        resolve(ticked);
        pick.hide();
      });
      pick.onDidHide(() => {
        this.#searching?.cancel();
        resolve([]);
      });
      pick.onDidChangeActive(([item]) => {
        if (item && isPlace(item)) this.#reveal(item);
      });
    });
    pick.show();
    try {
      return { found: await chosen, leftOut: this.#looked.leftOut };
    } finally {
      pick.dispose();
      editor.selections = selections;
      const [seen] = visibleRanges;
      if (seen) editor.revealRange(seen, vscode.TextEditorRevealType.AtTop);
    }
  }

  async #searchAgain(search: Search): Promise<void> {
    const title = titleOf(search, this.#form);
    const searching = new vscode.CancellationTokenSource();
    this.#searching = searching;
    let told = Date.now();
    const watch = watchOf(searching.token, (done, all) => {
      if (Date.now() - told < titleInterval) return;
      told = Date.now();
      this.#pick.title = vscode.l10n.t('{0}: {1} of {2} files', title, done, all);
    });
    this.#drawSearching(search, title);
    try {
      const looked = await this.#find(search, watch);
      if (!searching.token.isCancellationRequested) this.#become(search, looked);
    } catch (error) {
      // What was found before stays.
      if (!(error instanceof vscode.CancellationError)) throw error;
    } finally {
      searching.dispose();
      if (this.#searching === searching) {
        this.#searching = undefined;
        this.#drawFound();
      }
    }
  }

  #become(search: Search, looked: Looked<PlaceItem>): void {
    this.#search = search;
    this.#looked = looked;
    this.#pick.items = byFile(looked.found);
    this.#pick.selectedItems = looked.found;
    this.#drawFound();
  }

  #drawFound(): void {
    if (!this.#search) return;
    this.#pick.title = titleOf(this.#search, this.#form);
    this.#pick.buttons = togglesOf(this.#search);
    this.#pick.busy = false;
    this.#pick.ignoreFocusOut = false;
  }

  #drawSearching(search: Search, title: string): void {
    this.#pick.title = title;
    const iconPath = new vscode.ThemeIcon('stop-circle');
    const stop: SearchButton = { iconPath, tooltip: vscode.l10n.t('Stop Looking') };
    // VS Code tells of buttons by their places: pressed too late, in its own, this one is none of the others.
    this.#pick.buttons = [...togglesOf(search), stop];
    this.#pick.busy = true;
    this.#pick.ignoreFocusOut = true;
  }

  /** Selects the occurrence where the editor has it; those of other articles are shown by their context. */
  #reveal({ article, span }: PlaceItem): void {
    const { editor } = this.#edited;
    if (article.uri.toString() !== editor.document.uri.toString()) return;
    const range = toRange(article.file.text, span);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function isPlace(item: PlaceItem | vscode.QuickPickItem): item is PlaceItem {
  return 'span' in item;
}

function titleOf({ scope, names, matching }: Search, form: string): string {
  const what =
    names === 'all'
      ? vscode.l10n.t('All names of the entity of “{0}”', form)
      : vscode.l10n.t('All occurrences of “{0}”', form);
  const where =
    scope === 'article' ? vscode.l10n.t('in this article') : vscode.l10n.t('in all articles');
  const how = matching === 'exact' ? '' : `, ${vscode.l10n.t('in capital and small letters')}`;
  return `${what} ${where}${how}`;
}

function togglesOf(search: Search): SearchButton[] {
  const { scope, names, matching } = search;
  const toggle = (icon: string, tooltip: string, changed: Partial<Search>): SearchButton => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    search: { ...search, ...changed },
  });
  const { t } = vscode.l10n;
  return [
    matching === 'exact'
      ? toggle('case-sensitive', t('Ignore Case'), { matching: 'ignoreCase' })
      : toggle('text-size', t('Match Case'), { matching: 'exact' }),
    names === 'form'
      ? toggle('references', t('All Names of the Entity'), { names: 'all' })
      : toggle('whole-word', t('Only These Words'), { names: 'form' }),
    scope === 'article'
      ? toggle('files', t('In All Articles'), { scope: 'corpus' })
      : toggle('file', t('In This Article'), { scope: 'article' }),
  ];
}
