import type { Translate } from '../check/messages';
import { filled } from '../text/filled';
import type { SummaryItem } from './summary';

/**
 * What is said of differences, `{count}` standing for how many with their sign, `{name}` for an entity or for who speaks.
 * Data, so that the command line prints it and the extension translates it by the English text.
 */
export const summarySentences = {
  'entity/one': '{count} entity',
  'entity/many': '{count} entities',
  'mention/one': '{count} mention',
  'mention/many': '{count} mentions',
  'quote/one': '{count} quote',
  'quote/many': '{count} quotes',
  'mention/one/named': '{count} mention of {name}',
  'mention/many/named': '{count} mentions of {name}',
  'quote/one/named': '{count} quote of {name}',
  'quote/many/named': '{count} quotes of {name}',
  'entity/one/changed': '{count} entity changed',
  'entity/many/changed': '{count} entities changed',
  'mention/one/changed': '{count} mention changed',
  'mention/many/changed': '{count} mentions changed',
  'quote/one/changed': '{count} quote changed',
  'quote/many/changed': '{count} quotes changed',
  'entity/renamed': '{formerName} renamed to {name}',
  'entity/merged': '{formerName} merged into {name}',
  article: 'article: {parts}',
  sidecar: 'sidecar: {parts}',
} as const;

/** What differs, counted, in one line, in English unless it is translated; empty where nothing does. */
export function summaryText(
  items: readonly SummaryItem[],
  translate: Translate = (english) => english,
): string {
  return items
    .map((item) => filled(translate(summarySentences[sentenceOf(item)]), detailOf(item)))
    .join(', ');
}

function sentenceOf({ thing, change, count, name }: SummaryItem): SentenceKey {
  if (thing === 'article' || thing === 'sidecar') return thing;
  if (change === 'merged' || change === 'renamed') return `entity/${change}`;
  const number = count === 1 ? 'one' : 'many';
  if (change === 'changed') return `${thing}/${number}/changed`;
  return name === undefined || thing === 'entity'
    ? `${thing}/${number}`
    : `${thing}/${number}/named`;
}

type SentenceKey = keyof typeof summarySentences;

function detailOf({ change, count, name, formerName, parts = [] }: SummaryItem) {
  const sign = change === 'added' ? '+' : change === 'removed' ? '−' : '';
  return {
    count: `${sign}${count}`,
    parts: parts.join(', '),
    ...(name !== undefined && { name }),
    ...(formerName !== undefined && { formerName }),
  };
}
