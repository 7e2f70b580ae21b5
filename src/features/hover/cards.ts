import * as vscode from 'vscode';
import type { CorpusEntity } from '../../core/corpus/corpus';
import { wordsOf, type Mention, type Quote } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { attributesOf } from '../../core/model/schema';
import type { ArticleState } from '../../workspace/articleState';
import {
  appendAttributes,
  appendEntity,
  appendLinks,
  entityOf,
  newCard,
  plain,
  type CardLink,
} from '../../workspace/entityCard';
import { quoteKindName } from '../../workspace/typeNames';

/** The commands that links of hover cards may call; anything else in a card is dead text. */
const linkedCommands = [
  'chiosa.setSpeaker',
  'chiosa.remove',
  'chiosa.nextMention',
  'chiosa.goToSidecar',
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
  const card = newCard(linkedCommands);
  appendEntity(card, { set, schema }, mention.entity, known);
  const { type } = entityOf(set, mention.entity, known);
  appendAttributes(card, attributesOf(schema, 'mention', type), mention.extra);
  appendLinks(card, [
    [vscode.l10n.t('Next mention'), 'chiosa.nextMention', { at }],
    [vscode.l10n.t('Remove'), 'chiosa.remove', { at, kind: 'mention' }],
    openSidecar(at),
  ]);
  return card;
}

/** The card of a quote: who said it, with which words it is introduced, and of what kind it is. */
export function quoteCard(
  { set, schema }: ArticleState,
  quote: Quote,
  at: Place,
): vscode.MarkdownString {
  const card = newCard(linkedCommands);
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
    openSidecar(at),
  ]);
  return card;
}

function openSidecar(at: Place): CardLink {
  return [vscode.l10n.t('Open sidecar'), 'chiosa.goToSidecar', { at }];
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
