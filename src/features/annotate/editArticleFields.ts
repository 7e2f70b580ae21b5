import * as vscode from 'vscode';
import { attributeValue, setArticleField, setAttribute } from '../../core/edit/attributeEdits';
import { firstLine, isDate, languageTag } from '../../core/edit/fieldValues';
import { articleStatuses } from '../../core/model/annotationSet';
import type { Change } from '../../core/model/change';
import { attributesOf } from '../../core/model/schema';
import type { ShownArticle } from '../../workspace/activeArticle';
import type { ArticleState } from '../../workspace/articleState';
import type { Services } from '../../workspace/services';
import { nameOf } from '../../workspace/sidecarFile';
import { statusName } from '../../workspace/typeNames';
import { asWords, askAttribute, askOneOf } from './askAttribute';

/** A line of the form: something that is said of the article as a whole. */
interface Field {
  readonly label: string;
  readonly present: string | undefined;
  /** Asks what it is to say; undefined where the user gives up. */
  readonly ask: () => Promise<Change | undefined>;
}

/** The form of an article's fields: a list of them that comes back after each until the user leaves it. */
export async function editArticleFields({ active, articles }: Services): Promise<void> {
  let last = 0;
  for (;;) {
    const shown = await active.demandShown();
    const known = [...articles.all].flatMap(({ state }) => state.set.article.labels ?? []);
    const fields = fieldsOf(shown, known);
    const chosen = await pickField(fields, last, nameOf(shown.article.uri));
    if (chosen === undefined) return;
    last = chosen;
    const change = await fields[chosen]?.ask();
    if (change) await articles.apply(shown, change);
  }
}

function fieldsOf({ state, file }: ShownArticle, knownLabels: readonly string[]): Field[] {
  const { article } = state.set;
  const { l10n } = vscode;
  const text = (
    name: 'title' | 'outlet' | 'published' | 'language',
    label: string,
    options: TextOptions = {},
  ): Field => ({
    label,
    present: article[name],
    ask: async () => {
      const answer = await askText(label, article[name], options);
      return answer === undefined ? undefined : setArticleField(article, name, answer);
    },
  });
  return [
    text('title', l10n.t('Title'), { proposal: firstLine(file.text.text) }),
    text('outlet', l10n.t('Outlet'), { prompt: l10n.t('Who published the article.') }),
    text('published', l10n.t('Published'), {
      prompt: l10n.t('The day of publication, as in 2025-07-12.'),
      misfit: (value) =>
        isDate(value) ? undefined : l10n.t('Write a day of the calendar as in 2025-07-12.'),
    }),
    text('language', l10n.t('Language'), {
      prompt: l10n.t('The language of the article, as in it or en-GB (BCP 47).'),
      misfit: (value) =>
        languageTag(value) === undefined
          ? l10n.t('Write a language tag as in it or en-GB (BCP 47).')
          : undefined,
      written: languageTag,
    }),
    {
      label: l10n.t('Status'),
      present: article.status && statusName(article.status),
      ask: async () => {
        const answer = await askOneOf(l10n.t('Status'), articleStatuses, article.status, {
          nameOf: statusName,
        });
        return answer && setArticleField(article, 'status', answer.value);
      },
    },
    {
      label: l10n.t('Labels'),
      present: asWords(article.labels),
      ask: async () => {
        const labels = await askLabels(article.labels ?? [], knownLabels);
        return labels && setArticleField(article, 'labels', labels);
      },
    },
    ...attributeFields(state),
  ];
}

/** The attributes that the project gives its articles. */
function attributeFields({ set, schema }: ArticleState): Field[] {
  const subject = { owner: 'article', item: set.article } as const;
  return attributesOf(schema, 'article').map((attribute) => {
    const present = attributeValue(subject, attribute.name);
    return {
      label: attribute.name,
      present: asWords(present),
      ask: async () => {
        const answer = await askAttribute(attribute, present);
        return answer && setAttribute(subject, attribute.name, answer.value);
      },
    };
  });
}

/** Shows the form; gives the index of the chosen field. `last` is the one that was chosen before. */
function pickField(
  fields: readonly Field[],
  last: number,
  name: string,
): Promise<number | undefined> {
  const list = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly index?: number }>();
  list.title = vscode.l10n.t('Fields of {0}', name);
  list.placeholder = vscode.l10n.t('Choose a field to change it. Escape when done.');
  const items = fields.map(({ label, present }, index) => ({
    label,
    description: present ?? '',
    index,
  }));
  list.items = [
    ...items,
    { label: vscode.l10n.t('Done'), iconPath: new vscode.ThemeIcon('check') },
  ];
  list.activeItems = items.slice(last, last + 1);
  list.matchOnDescription = true;
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.activeItems[0]?.index);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

interface TextOptions {
  readonly prompt?: string;
  /** What is offered where nothing is said yet. */
  readonly proposal?: string;
  /** What is wrong with a value; undefined for a good one. */
  readonly misfit?: (value: string) => string | undefined;
  /** A good value as it is to be written. */
  readonly written?: (value: string) => string | undefined;
}

/** Asks for some words; empty words take the field away. Undefined where the user gives up. */
async function askText(
  title: string,
  present: string | undefined,
  { prompt, proposal = '', misfit, written }: TextOptions,
): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    value: present ?? proposal,
    prompt: prompt ?? vscode.l10n.t('Leave it empty to remove it.'),
    validateInput: (value) => (value.trim() === '' ? undefined : misfit?.(value.trim())),
  });
  const trimmed = text?.trim();
  return trimmed ? (written?.(trimmed) ?? trimmed) : trimmed;
}

/** Asks for labels: those of the article and of other open ones, and new ones. Undefined for giving up. */
async function askLabels(
  present: readonly string[],
  known: readonly string[],
): Promise<readonly string[] | undefined> {
  const title = vscode.l10n.t('Labels');
  const others = [...new Set(known)].filter((label) => !present.includes(label)).sort();
  const fresh = {
    label: vscode.l10n.t('New labels…'),
    iconPath: new vscode.ThemeIcon('add'),
    value: undefined,
  };
  const item = (value: string) => ({ label: value, value, picked: present.includes(value) });
  const picked = await vscode.window.showQuickPick(
    [
      ...[...present, ...others].map(item),
      { ...fresh, picked: present.length + others.length === 0 },
    ],
    { title, canPickMany: true, placeHolder: vscode.l10n.t('Which labels does the article have?') },
  );
  if (!picked) return undefined;
  const chosen = picked.flatMap(({ value }) => value ?? []);
  if (chosen.length === picked.length) return chosen;
  const added = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('New labels, with commas between them.'),
  });
  if (added === undefined) return undefined;
  const words = added.split(',').map((label) => label.trim());
  return [...new Set([...chosen, ...words.filter((label) => label !== '')])];
}
