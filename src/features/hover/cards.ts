import * as vscode from 'vscode';
import { wordsOf, type Entity, type Mention, type Quote } from '../../core/model/annotation';
import { mentionsOf, type AnnotationSet } from '../../core/model/annotationSet';
import { shortened } from '../../core/text/shortened';
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

/** The card of a mention: what it refers to, under which names, how often, and what the entity said. */
export function mentionCard(
  set: AnnotationSet,
  mention: Mention,
  at: Place,
): vscode.MarkdownString {
  const card = newCard();
  const entity: Entity = set.entities.get(mention.entity) ?? {
    id: mention.entity,
    name: mention.entity,
    type: 'other',
  };
  const mentions = mentionsOf(set, entity.id);
  card.appendMarkdown(`$(${typeIcon(entity.type)}) **`).appendText(entity.name);
  card.appendMarkdown('** · ').appendText(typeName(entity.type)).appendMarkdown('  \n');
  card.appendText(vscode.l10n.t('{0} mentions in this article', mentions.length));
  const names = new Set(mentions.map(({ target }) => wordsOf(target)));
  names.delete(entity.name);
  if (names.size > 0) {
    card.appendMarkdown('  \n');
    card.appendText(vscode.l10n.t('Also written: {0}', [...names].slice(0, 8).join(', ')));
  }
  const said = set.quotes.filter(({ speaker }) => speaker?.entity === entity.id).slice(-3);
  for (const { content } of said) {
    card.appendMarkdown('\n\n> ').appendText(shortened(wordsOf(content), 100));
  }
  appendLinks(card, [
    [vscode.l10n.t('Next mention'), 'chiosa.nextMention', { at }],
    [vscode.l10n.t('Remove'), 'chiosa.remove', { at, kind: 'mention' }],
  ]);
  return card;
}

/** The card of a quote: who said it, with which words it is introduced, and of what kind it is. */
export function quoteCard(set: AnnotationSet, quote: Quote, at: Place): vscode.MarkdownString {
  const card = newCard();
  card.appendMarkdown('$(quote) **').appendText(quoteKindName(quote.kind)).appendMarkdown('**');
  const pieces = quote.content.selectors.length;
  if (pieces > 1) card.appendText(` · ${vscode.l10n.t('in {0} pieces', pieces)}`);
  card.appendMarkdown('  \n').appendText(`${vscode.l10n.t('Speaker')}: ${speakerName(set, quote)}`);
  card
    .appendMarkdown('  \n')
    .appendText(
      `${vscode.l10n.t('Cue')}: ${quote.cue ? wordsOf(quote.cue.target) : vscode.l10n.t('none')}`,
    );
  appendLinks(card, [
    [vscode.l10n.t('Set speaker…'), 'chiosa.setSpeaker', { at }],
    [vscode.l10n.t('Remove'), 'chiosa.remove', { at, kind: 'quote' }],
  ]);
  return card;
}

function speakerName(set: AnnotationSet, { speaker }: Quote): string {
  const entity =
    speaker?.entity === undefined
      ? undefined
      : (set.entities.get(speaker.entity)?.name ?? speaker.entity);
  const words = speaker?.target && wordsOf(speaker.target);
  if (entity !== undefined && words !== undefined && words !== entity)
    return `${entity} (“${words}”)`;
  return entity ?? words ?? vscode.l10n.t('none');
}

function newCard(): vscode.MarkdownString {
  const card = new vscode.MarkdownString('', true);
  // Words of the article are appended as text, and only these links act.
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
