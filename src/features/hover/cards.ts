import * as vscode from 'vscode';
import type { CorpusEntity } from '../../core/corpus/corpus';
import {
  wordsOf,
  type Entity,
  type Extra,
  type Mention,
  type Quote,
} from '../../core/model/annotation';
import { mentionsOf, type AnnotationSet } from '../../core/model/annotationSet';
import { attributesOf, type Attribute } from '../../core/model/schema';
import { shortened } from '../../core/text/shortened';
import type { ArticleState } from '../../workspace/articleState';
import { quoteKindName, typeIcon, typeName } from '../../workspace/typeNames';

/** The commands that links of hover cards may call; anything else in a card is dead text. */
const linkedCommands = [
  'chiosa.setSpeaker',
  'chiosa.remove',
  'chiosa.nextMention',
  'chiosa.openSidecar',
];

/** Where a card is, for its links. Zero-based, the column in UTF-16 code units. */
interface Place {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The card of a mention: what it refers to, under which names, how often, and what the entity said.
 * @param known what the corpus knows of the entity, where other articles have it too
 */
export function mentionCard(
  { set, schema }: ArticleState,
  mention: Mention,
  known: CorpusEntity | undefined,
  at: Place,
): vscode.MarkdownString {
  const card = newCard();
  const entity: Entity = set.entities.get(mention.entity) ?? {
    id: mention.entity,
    name: mention.entity,
    type: 'other',
  };
  const mentions = mentionsOf(set, entity.id);
  const { name, type } = entity;
  card.appendMarkdown(
    `$(${typeIcon(type)}) **${plain(name)}** · ${plain(typeName(type, schema))}  \n`,
  );
  card.appendMarkdown(plain(vscode.l10n.t('Mentions in this article: {0}', mentions.length)));
  if (known && known.articles > 1) {
    const { mentions: all, articles, quotes } = known;
    const figures = vscode.l10n.t(
      'In {0} articles: mentions: {1}, quotes: {2}',
      articles,
      all,
      quotes,
    );
    card.appendMarkdown(`  \n${plain(figures)}`);
  }
  const names = new Set(mentions.map(({ target }) => wordsOf(target)));
  names.delete(name);
  if (names.size > 0) {
    const others = [...names].slice(0, 8).join(', ');
    card.appendMarkdown(`  \n${plain(vscode.l10n.t('Also written: {0}', others))}`);
  }
  const said = set.quotes.filter(({ speaker }) => speaker?.entity === entity.id).slice(-3);
  for (const { content } of said) {
    card.appendMarkdown(`\n\n> ${plain(shortened(wordsOf(content), 100))}`);
  }
  appendAttributes(card, attributesOf(schema, 'entity', type), entity.extra);
  appendAttributes(card, attributesOf(schema, 'mention', type), mention.extra);
  appendLinks(card, [
    [vscode.l10n.t('Next mention'), 'chiosa.nextMention', { at }],
    [vscode.l10n.t('Remove'), 'chiosa.remove', { at, kind: 'mention' }],
  ]);
  return card;
}

/** The card of a quote: who said it, with which words it is introduced, and of what kind it is. */
export function quoteCard(
  { set, schema }: ArticleState,
  quote: Quote,
  at: Place,
): vscode.MarkdownString {
  const card = newCard();
  const pieces = quote.content.selectors.length;
  const inPieces = pieces > 1 ? ` · ${vscode.l10n.t('in {0} pieces', pieces)}` : '';
  const cue = quote.cue ? wordsOf(quote.cue.target) : vscode.l10n.t('none');
  card.appendMarkdown(
    `$(quote) **${plain(quoteKindName(quote.kind, schema))}**${plain(inPieces)}  \n`,
  );
  card.appendMarkdown(`${plain(`${vscode.l10n.t('Speaker')}: ${speakerName(set, quote)}`)}  \n`);
  card.appendMarkdown(plain(`${vscode.l10n.t('Cue')}: ${cue}`));
  appendAttributes(card, attributesOf(schema, 'quote'), quote.extra);
  appendLinks(card, [
    [vscode.l10n.t('Set speaker…'), 'chiosa.setSpeaker', { at }],
    [vscode.l10n.t('Remove'), 'chiosa.remove', { at, kind: 'quote' }],
  ]);
  return card;
}

/** A line for each attribute that says something. */
function appendAttributes(
  card: vscode.MarkdownString,
  attributes: readonly Attribute[],
  extra: Extra = {},
): void {
  for (const { name } of attributes) {
    const value = Object.hasOwn(extra, name) ? extra[name] : undefined;
    if (value === undefined) continue;
    const words = typeof value === 'string' ? value : JSON.stringify(value);
    card.appendMarkdown(`  \n${plain(`${name}: `)}${linked(words)}`);
  }
}

/** An address on the web as a link, other words as they are. */
function linked(words: string): string {
  return /^https?:\/\/[^\s<>\\]+$/i.test(words) ? `[${plain(words)}](<${words}>)` : plain(words);
}

function speakerName(set: AnnotationSet, { speaker }: Quote): string {
  const entity =
    speaker?.entity === undefined
      ? undefined
      : (set.entities.get(speaker.entity)?.name ?? speaker.entity);
  const words = speaker?.target && wordsOf(speaker.target);
  if (entity !== undefined && words !== undefined && words !== entity)
    return vscode.l10n.t('{0} (“{1}”)', entity, words);
  return entity ?? words ?? vscode.l10n.t('none');
}

function newCard(): vscode.MarkdownString {
  const card = new vscode.MarkdownString('', true);
  // Words of the article are escaped, and only these links act.
  card.isTrusted = { enabledCommands: linkedCommands };
  return card;
}

function appendLinks(
  card: vscode.MarkdownString,
  links: readonly (readonly [title: string, command: string, argument: unknown])[],
): void {
  const texts = [...links, [vscode.l10n.t('Open sidecar'), 'chiosa.openSidecar', {}] as const].map(
    ([title, command, argument]) =>
      `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`,
  );
  card.appendMarkdown(`\n\n${texts.join(' · ')}`);
}

/**
 * Words of the article as Markdown that shows just these words. `MarkdownString.appendText` does so too,
 * but with no-break spaces, so that long quotes would break within words.
 */
function plain(words: string): string {
  return words.replace(/[\\`*_{}[\]()#+\-.!~<>|&$]/g, '\\$&').replace(/\s+/gu, ' ');
}
