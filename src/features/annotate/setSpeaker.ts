import * as vscode from 'vscode';
import { isInQuote, setSpeaker as speakerChange, speakerFor } from '../../core/edit/quoteEdits';
import { wordsOf, type Entity, type Quote, type Speaker } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { likelySpeakers } from '../../core/quotes/likelySpeakers';
import { shortened } from '../../core/text/shortened';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { CorpusIndex } from '../../workspace/corpusIndex';
import type { Services } from '../../workspace/services';
import { typeName } from '../../workspace/typeNames';
import { nameRow, section } from '../../workspace/pickEntity';
import { demandQuote } from './quoteMeant';
import { selectedSpans, spanMeant, uriMeant, type At } from './selection';

/** The argument of `chiosa.setSpeaker`, for keys and links. */
export interface SetSpeakerArgument {
  /** A place in the quote that is meant. */
  readonly at?: At;
  /** The id of the entity that speaks: one of this article or of the corpus; any other is asked. */
  readonly entity?: string;
  /** Nobody known speaks. */
  readonly none?: true;
}

/**
 * Says who said a quote. Words selected outside of it are the speaker; with the cursor in the quote, the
 * speaker is asked for among the entities: the present one, so that Enter keeps it, then the likeliest. Returns the argument that does the same to
 * another quote; undefined where the user cancels.
 */
export async function setSpeaker(
  { active, articles, corpus }: Services,
  argument: SetSpeakerArgument = {},
): Promise<SetSpeakerArgument | undefined> {
  const edited = await active.demand(uriMeant(argument.at));
  const quote = demandQuote(edited, argument.at);
  const given = await entityGiven(edited, corpus, argument.entity);
  const apply = (speaker: Speaker | undefined) =>
    articles.apply(edited, {
      ...speakerChange(quote, speaker),
      ...(given && !edited.state.set.entities.has(given.id) && { entities: [{ after: given }] }),
    });
  if (argument.none) {
    await apply(undefined);
    return { none: true };
  }
  if (hasWords(edited, quote, argument)) {
    const { set } = edited.state;
    await apply(speakerFor(set, edited.file.text.text, selectedSpans(edited), given?.id));
    return given ? { entity: given.id } : {};
  }
  const chosen = given ? { entity: given.id } : await pickSpeaker(edited, quote);
  if (!chosen) return undefined;
  await apply('none' in chosen ? undefined : withKnownWords(quote, chosen));
  if ('none' in chosen) return chosen;
  return chosen.entity === undefined ? {} : { entity: chosen.entity };
}

/** The entity of an id, which may be known to other articles only. */
async function entityGiven(
  { state: { set } }: EditedArticle,
  corpus: CorpusIndex,
  id: string | undefined,
): Promise<Entity | undefined> {
  if (id === undefined) return undefined;
  return set.entities.get(id) ?? (await corpus.now()).get(id)?.entity;
}

/** Whether the selection says who speaks. A link says which quote: what happens to be selected is not meant. */
function hasWords(edited: EditedArticle, quote: Quote, { at }: SetSpeakerArgument): boolean {
  const isSelected = !at && edited.selections[0]?.isEmpty === false;
  return isSelected && !isInQuote(quote, spanMeant(edited, at));
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
  const { present, proposed, near, recent, others } = likelySpeakers(set, file.text.text, quote);
  const known = (entities: readonly Entity[]): SpeakerPick[] =>
    entities.map((entity) => ({
      ...nameRow(entity),
      description: typeName(entity.type, schema),
      speaker: { entity: entity.id },
    }));
  const spoken = (speakers: readonly Speaker[]): SpeakerPick[] =>
    speakers.map((speaker) => speakerPick(set, speaker));
  const items: SpeakerPick[] = [
    ...section(vscode.l10n.t('Speaker now'), spoken(present ? [present] : [])),
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
  return {
    ...nameRow(entity),
    ...(words && { description: vscode.l10n.t('“{0}”', words) }),
    speaker,
  };
}
