import * as vscode from 'vscode';
import { commitMessage } from '../../core/diff/commitMessage';
import { summaryText } from '../../core/diff/summaryText';
import { translate } from '../../host/translate';
import type { ComparedArticle } from './changes';
import type { ChangedFile } from './gitStatus';
import { showProblem, type FaultyArticle } from './problems';

// What the command asks, one after the other: a list or a box each, left with Esc.

const title = () => vscode.l10n.t('Commit Annotations');

/** So many articles a sentence names. */
const mostNamed = 3;

/** Whether files are to be saved first. */
export async function askToSave(names: readonly string[]): Promise<boolean> {
  return confirmed(
    vscode.l10n.t('With unsaved changes: {0}', listed(names)),
    vscode.l10n.t('Save and Go On'),
    vscode.l10n.t('A commit takes files as they are on the disk.'),
  );
}

/** Which of the articles are committed, all of them unless the user says otherwise; none where the user cancels. */
export async function askArticles(
  articles: readonly ComparedArticle[],
): Promise<readonly ComparedArticle[]> {
  const picks = articles.map((article) => ({
    label: article.path,
    description: changesOf(article),
    iconPath: new vscode.ThemeIcon('file-text'),
    picked: true,
    article,
  }));
  const picked = await vscode.window.showQuickPick(picks, {
    title: title(),
    placeHolder: vscode.l10n.t('Which articles? Each is committed together with its sidecar.'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return (picked ?? []).map(({ article }) => article);
}

/** What has changed in an article, in the user’s language. */
function changesOf({ article, sidecar, isCompared, ...changed }: ComparedArticle): string {
  const { t } = vscode.l10n;
  const ofArticle = !article
    ? []
    : article.isGone
      ? [t('article deleted')]
      : [article.headId === undefined ? t('new article') : t('text changed')];
  if (!sidecar) return ofArticle.join(', ');
  if (changed.isRemoved) return [...ofArticle, t('annotations removed')].join(', ');
  if (!isCompared) return [...ofArticle, t('sidecar cannot be compared')].join(', ');
  const said = summaryText(changed.items, translate);
  return [...ofArticle, said === '' ? t('annotations as before, written otherwise') : said].join(
    ', ',
  );
}

/** Whether files of which some changes are staged are committed as they are. @returns true where there are none */
export async function askForWholeFiles(inPart: readonly ChangedFile[]): Promise<boolean> {
  if (inPart.length === 0) return true;
  return confirmed(
    vscode.l10n.t('Staged in part: {0}', listed(inPart.map(({ path }) => path))),
    vscode.l10n.t('Commit All Their Changes'),
    vscode.l10n.t('An article and its sidecar belong together as they are on the disk.'),
  );
}

/** Whether articles are committed with their problems; shows these where the user would rather see them. */
export async function askDespiteProblems(faulty: readonly FaultyArticle[]): Promise<boolean> {
  const [first] = faulty;
  if (!first) return true;
  const { t } = vscode.l10n;
  const counts = faulty.map(({ name, errors, warnings }) =>
    t('{0} (errors: {1}, warnings: {2})', name, errors, warnings),
  );
  const show = { label: t('Show Problems'), iconPath: new vscode.ThemeIcon('warning') };
  const commit = { label: t('Commit Anyway'), iconPath: new vscode.ThemeIcon('git-commit') };
  const placeHolder = t('Problems in {0}', listed(counts));
  const picked = await vscode.window.showQuickPick([show, commit], { title: title(), placeHolder });
  if (picked === show) await showProblem(first);
  return picked === commit;
}

/** The message, as proposed or as the user has changed it; undefined where the user cancels. */
export async function askMessage(
  articles: readonly ComparedArticle[],
): Promise<string | undefined> {
  const message = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('Message of the commit'),
    value: commitMessage(articles, translate),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('Write a message.')),
  });
  return message?.trim();
}

async function confirmed(placeHolder: string, label: string, detail: string): Promise<boolean> {
  const picked = await vscode.window.showQuickPick([{ label, detail }], {
    title: title(),
    placeHolder,
  });
  return picked !== undefined;
}

/** The first of the names. */
function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const told = names.slice(0, mostNamed).join(', ');
  return more > 0 ? vscode.l10n.t('{0} and {1} more', told, more) : told;
}
