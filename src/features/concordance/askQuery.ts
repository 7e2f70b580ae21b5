import * as vscode from 'vscode';
import { complete, knownValues, type KnownValues } from '../../core/concordance/completion';
import { parseQuery, type Query } from '../../core/concordance/query';
import { Scheduler } from '../../host/scheduler';
import type { Services } from '../../workspace/services';
import { mistakeSentence } from './mistakeSentence';

/** How many queries are remembered, for the workspace. */
const remembered = 12;
const storage = 'chiosa.concordance.queries';

/** How long the corpus must rest, in ms, before it is looked what more is known of it. */
const learningPause = 200;

/** A row of the list: a query to be run, a line to go on with, or only something to read. */
interface QueryItem extends vscode.QuickPickItem {
  readonly query?: Query;
  readonly line?: string;
}

/** Asks for a query in a search bar that completes it; undefined where the user leaves. @param line what stands in it at first */
export async function askQuery(
  { corpus, schemas, context }: Services,
  line = '',
): Promise<Query | undefined> {
  const values = () =>
    knownValues(
      corpus.known,
      [...schemas.all].map(({ schema }) => schema),
    );
  await corpus.now();
  let known = values();
  const memory = context.workspaceState;
  const last = memory.get<readonly string[]>(storage, []);
  const pick = vscode.window.createQuickPick<QueryItem>();
  pick.title = vscode.l10n.t('Concordance');
  pick.placeholder = vscode.l10n.t('Words, "a phrase", /an expression/, entity:…, speaker:…');
  const draw = () => {
    pick.items = itemsFor(pick.value, known, last);
  };
  const learn = new Scheduler(learningPause, () => {
    known = values();
    draw();
  });
  const learning = corpus.onDidChange(() => {
    learn.schedule();
  });
  const chosen = new Promise<Query | undefined>((resolve) => {
    pick.onDidChangeValue(draw);
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item?.query) {
        resolve(item.query);
        pick.hide();
      } else if (item?.line !== undefined) {
        pick.value = item.line;
        draw();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
    });
  });
  pick.value = line;
  draw();
  pick.show();
  try {
    const query = await chosen;
    if (query) await memory.update(storage, withFirst(pick.value.trim(), last));
    return query;
  } finally {
    learning.dispose();
    learn.dispose();
    pick.dispose();
  }
}

function withFirst(line: string, last: readonly string[]): string[] {
  return [line, ...last.filter((each) => each !== line)].slice(0, remembered);
}

/** What is offered for a line: to run it, to complete it, or, for an empty one, the last queries and examples. */
function itemsFor(value: string, known: KnownValues, last: readonly string[]): QueryItem[] {
  const { t } = vscode.l10n;
  const { suggestions, isOpen } = complete(value, known);
  const offered = suggestions.map(({ term, name, line }): QueryItem => ({
    // A name does not match the line, so that VS Code leaves the list in its order.
    label: name ?? term,
    description: name === undefined ? '' : term,
    line,
    alwaysShow: true,
  }));
  if (value.trim() === '') {
    const lines = (all: readonly string[]) =>
      all.map((each): QueryItem => ({ label: each, line: each, alwaysShow: true }));
    return [
      ...section(t('Last queries'), lines(last)),
      ...section(t('Fields'), offered),
      ...section(t('Examples'), lines(examples)),
    ];
  }
  const { query, mistake } = parseQuery(value, [...known.attributes.keys()]);
  const run: QueryItem = query
    ? {
        label: t('Search for {0}', value.trim()),
        iconPath: new vscode.ThemeIcon('search'),
        query,
        alwaysShow: true,
      }
    : {
        label: mistakeSentence(mistake),
        iconPath: new vscode.ThemeIcon('error'),
        alwaysShow: true,
      };
  const isLikelyMeant = isOpen || (mistake !== undefined && offered.length > 0);
  return isLikelyMeant ? [...offered, run] : [run, ...section(t('Complete it'), offered)];
}

const examples = [
  '"prime minister"',
  '/elect(ion|ed)/i date:2024-01..2024-06',
  'type:person kind:direct',
];

function section(label: string, items: readonly QueryItem[]): QueryItem[] {
  return items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}
