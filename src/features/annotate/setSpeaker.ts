import * as vscode from 'vscode';
import { isInQuote, setSpeaker as speakerChange, speakerFor } from '../../core/edit/quoteEdits';
import { extentOf, wordsOf, type Quote, type Speaker } from '../../core/model/annotation';
import type { AnnotationSet } from '../../core/model/annotationSet';
import { paragraphAt } from '../../core/text/words';
import { contains } from '../../core/text/span';
import { shortened } from '../../core/text/shortened';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { Services } from '../../workspace/services';
import { typeIcon, typeName } from '../../workspace/typeNames';
import { demandQuote } from './annotateQuote';
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
 * speaker is asked for among the entities, those of the paragraph first. Returns the argument that does the
 * same to another quote; undefined where the user cancels.
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
    !at && !edited.editor.selection.isEmpty && !isInQuote(quote, spanMeant(edited, at));
  if (hasWords) {
    const speaker = speakerFor(set, edited.file.text.text, selectedSpans(edited), entity);
    await articles.apply(edited, speakerChange(quote, speaker));
    return entity === undefined ? {} : { entity };
  }
  const speaker = entity === undefined ? await pickSpeaker(edited, quote) : { entity };
  if (!speaker) return undefined;
  await articles.apply(edited, speakerChange(quote, 'none' in speaker ? undefined : speaker));
  return 'entity' in speaker ? { entity: speaker.entity } : {};
}

type SpeakerChoice = Speaker | { readonly none: true };
interface SpeakerPick extends vscode.QuickPickItem {
  readonly speaker?: SpeakerChoice;
}

async function pickSpeaker(
  edited: EditedArticle,
  quote: Quote,
): Promise<SpeakerChoice | undefined> {
  const { set, schema } = edited.state;
  const items: SpeakerPick[] = [
    { label: vscode.l10n.t('In this paragraph'), kind: vscode.QuickPickItemKind.Separator },
    ...mentionsNear(set, edited.file.text.text, quote),
    { label: vscode.l10n.t('In this article'), kind: vscode.QuickPickItemKind.Separator },
    ...[...set.entities.values()].map(({ id, name, type }) => ({
      label: `$(${typeIcon(type)}) ${name}`,
      description: typeName(type, schema),
      speaker: { entity: id },
    })),
    { label: `$(circle-slash) ${vscode.l10n.t('No speaker')}`, speaker: { none: true } },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Who said “{0}”?', shortened(wordsOf(quote.content), 40)),
    placeHolder: vscode.l10n.t(
      'An entity; for words of the text, select them and set the speaker again',
    ),
    matchOnDescription: true,
  });
  return picked?.speaker;
}

/** The mentions of the quote's paragraphs outside its content, the nearest first. */
function mentionsNear(set: AnnotationSet, text: string, quote: Quote): SpeakerPick[] {
  const extent = extentOf(quote.content);
  if (!extent) return [];
  const around = {
    start: paragraphAt(text, extent.start).start,
    end: paragraphAt(text, extent.end).end,
  };
  const near = set.mentions.flatMap((mention) => {
    const place = extentOf(mention.target);
    if (!place || !contains(around, place) || isInQuote(quote, place)) return [];
    return [{ mention, distance: Math.max(extent.start - place.end, place.start - extent.end) }];
  });
  return near
    .sort((a, b) => a.distance - b.distance)
    .map(({ mention }) => {
      const entity = set.entities.get(mention.entity);
      return {
        label: `$(${typeIcon(entity?.type ?? 'other')}) ${wordsOf(mention.target)}`,
        ...(entity && { description: entity.name }),
        speaker: { entity: mention.entity, target: mention.target },
      };
    });
}
