import * as vscode from 'vscode';
import { isInQuote, setSpeaker as speakerChange, speakerFor } from '../../core/edit/quoteEdits';
import { wordsOf, type Entity, type Quote, type Speaker } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { likelySpeakers } from '../../core/quotes/likelySpeakers';
import { shortened } from '../../core/text/shortened';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { Services } from '../../workspace/services';
import { typeName } from '../../workspace/typeNames';
import { nameRow, section } from './pickEntity';
import { demandQuote } from './quoteMeant';
import { selectedSpans, spanMeant, uriMeant, type At } from './selection';

/** The argument of `chiosa.setSpeaker`, for keys and links. */
export interface SetSpeakerArgument {
  /** A place in the quote that is meant. */
  readonly at?: At;
  /** The id of the entity that speaks. */
  readonly entity?: string;
}

/**
 * Says who said a quote. Words selected outside of it are the speaker; with the cursor in the quote, the
 * speaker is asked for among the entities, the likeliest first. Returns the argument that does the same to
 * another quote; undefined where the user cancels.
 */
export async function setSpeaker(
  { active, articles }: Services,
  { at, entity }: SetSpeakerArgument = {},
): Promise<SetSpeakerArgument | undefined> {
  const edited = await active.demand(uriMeant(at));
  const { set } = edited.state;
  const quote = demandQuote(edited, at);
  // A link says which quote, so that what happens to be selected is not meant.
  const hasWords =
    !at && edited.selections[0]?.isEmpty === false && !isInQuote(quote, spanMeant(edited, at));
  if (hasWords) {
    const speaker = speakerFor(set, edited.file.text.text, selectedSpans(edited), entity);
    await articles.apply(edited, speakerChange(quote, speaker));
    return entity === undefined ? {} : { entity };
  }
  const speaker = entity === undefined ? await pickSpeaker(edited, quote) : { entity };
  if (!speaker) return undefined;
  const said = 'none' in speaker ? undefined : withKnownWords(quote, speaker);
  await articles.apply(edited, speakerChange(quote, said));
  return 'entity' in speaker ? { entity: speaker.entity } : {};
}

/** Where words are known already and only not whom they mean, they stay. */
function withKnownWords({ speaker: present }: Quote, chosen: Speaker): Speaker {
  const isUnknown = present?.target && present.entity === undefined && chosen.entity !== undefined;
  return isUnknown ? { ...chosen, target: present.target } : chosen;
}

type SpeakerChoice = Speaker | { readonly none: true };
interface SpeakerPick extends vscode.QuickPickItem {
  readonly speaker?: SpeakerChoice;
}

async function pickSpeaker(
  { state: { set, schema }, file }: EditedArticle,
  quote: Quote,
): Promise<SpeakerChoice | undefined> {
  const { proposed, near, recent, others } = likelySpeakers(set, file.text.text, quote);
  const known = (entities: readonly Entity[]): SpeakerPick[] =>
    entities.map((entity) => ({
      ...nameRow(entity),
      description: typeName(entity.type, schema),
      speaker: { entity: entity.id },
    }));
  const spoken = (speakers: readonly Speaker[]): SpeakerPick[] =>
    speakers.map((speaker) => speakerPick(set, speaker));
  const items: SpeakerPick[] = [
    ...section(vscode.l10n.t('By the words around the quote'), spoken(proposed)),
    ...section(vscode.l10n.t('In this paragraph'), spoken(near)),
    ...section(vscode.l10n.t('Of quotes before'), known(recent)),
    ...section(vscode.l10n.t('In this article'), known(others)),
    {
      label: vscode.l10n.t('No speaker'),
      iconPath: new vscode.ThemeIcon('circle-slash'),
      speaker: { none: true },
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Who said “{0}”?', shortened(wordsOf(quote.content), 40)),
    placeHolder: vscode.l10n.t(
      'Choose an entity. For words of the text: Escape, select them, and set the speaker again.',
    ),
    matchOnDescription: true,
  });
  return picked?.speaker;
}

/** A speaker by words of the text and, where it is known, the name of the entity. */
function speakerPick(set: AnnotationSet, { entity: id, target }: Speaker): SpeakerPick {
  const entity = set.entities.get(id ?? '');
  const words = target && shortened(wordsOf(target));
  const speaker = { ...(id !== undefined && { entity: id }), ...(target && { target }) };
  if (!entity) return { label: words ?? '', iconPath: new vscode.ThemeIcon('quote'), speaker };
  return { ...nameRow(entity), ...(words && { description: `“${words}”` }), speaker };
}
