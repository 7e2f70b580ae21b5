import type { Translate } from '../check/messages';
import { filled } from '../text/filled';
import type { SummaryItem } from './summary';
import { summaryText } from './summaryText';

/** What a commit has of one article. */
export interface CommittedArticle {
  /** The name of its file. */
  readonly name: string;
  /** Whether it has no sidecar any more. */
  readonly isRemoved: boolean;
  /** What differs in its sidecar. */
  readonly items: readonly SummaryItem[];
}

/** The first lines of messages, translated by their English text. */
export const commitSentences = {
  'one/changes': 'Annotate {article}: {changes}',
  'one/removed': 'Remove the annotations of {article}',
  'one/other': 'Update {article}',
  'many/changes': 'Annotate {count} articles: {changes}',
  'many/removed': 'Remove the annotations of {count} articles',
  'many/other': 'Update {count} articles',
} as const;

/** So many code points of a first line git’s own programs show without cutting or wrapping it. */
const lineLength = 72;

/**
 * The message that is proposed for a commit: one line that says which article is annotated, and how; of several, or where
 * that is too long for a line, with the totals alone.
 */
export function commitMessage(articles: readonly CommittedArticle[], translate: Translate): string {
  const items = articles.flatMap((article) => article.items);
  const [first] = articles;
  const number = articles.length === 1 ? 'one' : 'many';
  const said = (key: 'changes' | 'removed' | 'other', changes: readonly SummaryItem[]) =>
    filled(translate(commitSentences[`${number}/${key}`]), {
      article: first?.name ?? '',
      count: String(articles.length),
      changes: summaryText(changes, translate),
    });
  if (articles.every(({ isRemoved }) => isRemoved)) return said('removed', []);
  if (items.length === 0) return said('other', []);
  const whole = said('changes', items);
  if (number === 'one' && Array.from(whole).length <= lineLength) return whole;
  const totals = totalsOf(items);
  return totals.length > 0 ? said('changes', totals) : said('other', []);
}

// The order of totals.
const things = ['mention', 'quote', 'entity'];
const changes = ['added', 'removed', 'changed'];

/** How many entities, mentions and quotes have come, have gone and have changed, whoever they are of. */
function totalsOf(items: readonly SummaryItem[]): SummaryItem[] {
  const totals = new Map<string, SummaryItem>();
  for (const { thing, change: what, count } of items) {
    if (thing === 'article' || thing === 'sidecar') continue;
    const change = what === 'added' || what === 'removed' ? what : 'changed';
    const key = `${thing} ${change}`;
    totals.set(key, { thing, change, count: count + (totals.get(key)?.count ?? 0) });
  }
  const order = things.flatMap((thing) => changes.map((change) => `${thing} ${change}`));
  return order.flatMap((key) => totals.get(key) ?? []);
}
