import * as vscode from 'vscode';
import type { CorpusEntity } from '../core/corpus/corpus';
import { isAddress } from '../core/entities/links';
import { wordsOf, type Entity, type EntityId } from '../core/model/annotation';
import { mentionsOf, type AnnotationSet } from '../core/model/annotationSet';
import { attributesOf, type Attribute } from '../core/model/schema';
import type { Extra } from '../core/model/annotation';
import { shortened } from '../core/text/shortened';
import type { ArticleState } from './articleState';
import { typeIcon, typeName } from './typeNames';

/** A link of a card: its title, the command that it runs, and the argument of that. */
export type CardLink = readonly [title: string, command: string, argument: unknown];

/** A card in which words of articles are escaped, and only these commands can be run. */
export function newCard(enabledCommands: readonly string[]): vscode.MarkdownString {
  const card = new vscode.MarkdownString('', true);
  card.isTrusted = { enabledCommands };
  return card;
}

/** Says what an entity is and under which names, how often it is mentioned, here and in all articles, and what it said last. */
export function appendEntity(
  card: vscode.MarkdownString,
  { set, schema }: Pick<ArticleState, 'set' | 'schema'>,
  id: EntityId,
  known: CorpusEntity | undefined,
): void {
  const mentions = mentionsOf(set, id);
  const { name, type, extra } = entityOf(set, id, known);
  card.appendMarkdown(
    `$(${typeIcon(type)}) **${plain(name)}** · ${plain(typeName(type, schema))}  \n`,
  );
  card.appendMarkdown(plain(vscode.l10n.t('Mentions in this article: {0}', mentions.length)));
  if (known && known.articles > 1) card.appendMarkdown(`  \n${plain(figuresOf(known))}`);
  const names = new Set(mentions.map(({ target }) => wordsOf(target)));
  names.delete(name);
  if (names.size > 0) {
    const others = [...names].slice(0, 8).join(', ');
    card.appendMarkdown(`  \n${plain(vscode.l10n.t('Also written: {0}', others))}`);
  }
  const said = set.quotes.filter(({ speaker }) => speaker?.entity === id).slice(-3);
  for (const { content } of said) {
    card.appendMarkdown(`\n\n> ${plain(shortened(wordsOf(content), 100))}`);
  }
  appendAttributes(card, attributesOf(schema, 'entity', type), extra);
}

/** An entity as an article describes it, or else as others do. */
export function entityOf(set: AnnotationSet, id: EntityId, known?: CorpusEntity): Entity {
  return set.entities.get(id) ?? known?.entity ?? { id, name: id, type: 'other' };
}

/** How often articles have an entity. */
export function figuresOf({ mentions, articles, quotes }: CorpusEntity): string {
  return vscode.l10n.t('In {0} articles: mentions: {1}, quotes: {2}', articles, mentions, quotes);
}

/** A line for each attribute that says something. */
export function appendAttributes(
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

/** Appends links on a line of their own. */
export function appendLinks(card: vscode.MarkdownString, links: readonly CardLink[]): void {
  const texts = links.map(
    ([title, command, argument]) =>
      `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`,
  );
  card.appendMarkdown(`\n\n${texts.join(' · ')}`);
}

/**
 * Words of the article as Markdown that shows just these words. `MarkdownString.appendText` does so too,
 * but with no-break spaces, so that long quotes would break within words.
 */
export function plain(words: string): string {
  return words.replace(/[\\`*_{}[\]()#+\-.!~<>|&$]/g, '\\$&').replace(/\s+/gu, ' ');
}

/** An address on the web as a link, other words as they are. */
function linked(words: string): string {
  return isAddress(words) ? `[${plain(words)}](<${words}>)` : plain(words);
}
