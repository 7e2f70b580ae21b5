import * as vscode from 'vscode';
import { toRange } from '../../host/convert';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { Search } from './allOccurrences';
import { byFile, type PlaceItem } from './placeItem';

/** A button and what it makes of the search. */
interface Toggle extends vscode.QuickInputButton {
  readonly change: (search: Search) => Search;
}

/**
 * Shows occurrences, all ticked, and lets some be left out. The editor shows the one that has the focus;
 * buttons look for more or for fewer.
 */
export class OccurrencesPick {
  readonly #edited: EditedArticle;
  readonly #form: string;
  readonly #find: (search: Search) => Promise<PlaceItem[]>;
  readonly #pick = vscode.window.createQuickPick<PlaceItem | vscode.QuickPickItem>();
  #search: Search | undefined;

  constructor(edited: EditedArticle, form: string, find: (search: Search) => Promise<PlaceItem[]>) {
    this.#edited = edited;
    this.#form = form;
    this.#find = find;
  }

  /** Gives the occurrences that the user takes; none where the user leaves. */
  async show(search: Search, found: readonly PlaceItem[]): Promise<readonly PlaceItem[]> {
    const pick = this.#pick;
    const { editor } = this.#edited;
    const { selections, visibleRanges } = editor;
    pick.canSelectMany = true;
    pick.matchOnDescription = true;
    pick.placeholder = vscode.l10n.t('Enter annotates what is ticked.');
    this.#become(search, found);
    const chosen = new Promise<readonly PlaceItem[]>((resolve, reject) => {
      pick.onDidTriggerButton((button) => {
        this.#searchAgain((button as Toggle).change).catch(reject);
      });
      pick.onDidAccept(() => {
        resolve(pick.selectedItems.filter(isPlace));
        pick.hide();
      });
      pick.onDidHide(() => {
        resolve([]);
      });
      pick.onDidChangeActive(([item]) => {
        if (item && isPlace(item)) this.#reveal(item);
      });
    });
    pick.show();
    try {
      return await chosen;
    } finally {
      pick.dispose();
      editor.selections = selections;
      const [seen] = visibleRanges;
      if (seen) editor.revealRange(seen, vscode.TextEditorRevealType.AtTop);
    }
  }

  async #searchAgain(change: Toggle['change']): Promise<void> {
    if (!this.#search || this.#pick.busy) return;
    const search = change(this.#search);
    this.#pick.busy = true;
    try {
      this.#become(search, await this.#find(search));
    } catch (error) {
      // The user has cancelled the search in the corpus: what was found before stays.
      if (!(error instanceof vscode.CancellationError)) throw error;
    } finally {
      this.#pick.busy = false;
    }
  }

  #become(search: Search, found: readonly PlaceItem[]): void {
    this.#search = search;
    this.#pick.title = titleOf(search, this.#form);
    this.#pick.buttons = togglesOf(search);
    this.#pick.items = byFile(found);
    this.#pick.selectedItems = found;
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

function togglesOf({ scope, names, matching }: Search): Toggle[] {
  const toggle = (icon: string, tooltip: string, changed: Partial<Search>): Toggle => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    change: (search) => ({ ...search, ...changed }),
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
