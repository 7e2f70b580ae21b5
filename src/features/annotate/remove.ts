import * as vscode from 'vscode';
import { removeMention } from '../../core/edit/mentionEdits';
import { removePart } from '../../core/edit/placeEdits';
import { wordsOf } from '../../core/model/annotation';
import { isSamePart, unplacedParts, type AnnotationPart } from '../../core/model/parts';
import { mentionsAt, quotesAt } from '../../core/model/spanIndex';
import type { Change } from '../../core/model/change';
import { shortened } from '../../core/text/shortened';
import { UserError } from '../../host/userError';
import type { Services } from '../../workspace/services';
import { quoteKindName, typeName } from '../../workspace/typeNames';
import { offsetMeant, uriMeant, type At } from './selection';

/** The argument of `chiosa.remove`: a place and a kind (from a hover card), or what a quick fix is for. */
export interface RemoveArgument {
  readonly at?: At;
  readonly kind?: string;
  /** What has no certain place. */
  readonly part?: AnnotationPart;
  /** The article of that, where it may be another one than the active one. */
  readonly uri?: vscode.Uri;
}

interface RemovePick extends vscode.QuickPickItem {
  readonly change: Change;
}

/** Removes the annotation at the cursor; where there are several, asks which. */
export async function remove(services: Services, argument: RemoveArgument = {}): Promise<void> {
  const { active, articles } = services;
  if (argument.part) return removeLost(services, argument.part, argument.uri);
  const { shown, mentions, quotes } = await annotationsMeant(active, argument);
  const { set, schema } = shown.state;
  const picks: RemovePick[] = [
    ...(argument.kind === 'quote' ? [] : mentions).map((mention) => ({
      label: shortened(wordsOf(mention.target)),
      description: typeName(set.entities.get(mention.entity)?.type ?? 'other', schema),
      change: removeMention(set, mention),
    })),
    ...(argument.kind === 'mention' ? [] : quotes).map((quote) => ({
      label: vscode.l10n.t('“{0}”', shortened(wordsOf(quote.content))),
      description: quoteKindName(quote.kind, schema),
      change: { quotes: [{ before: quote }] },
    })),
  ];
  if (picks.length === 0) {
    throw new UserError(
      vscode.l10n.t('There is no annotation at the cursor. Put it in the one to remove.'),
    );
  }
  const title = vscode.l10n.t('Which annotation is to be removed?');
  const picked = picks.length > 1 ? await vscode.window.showQuickPick(picks, { title }) : picks[0];
  if (picked) await articles.apply(shown, picked.change);
}

/** Removes what has no certain place, if that is so still. */
async function removeLost(
  { active, articles }: Services,
  part: AnnotationPart,
  uri: vscode.Uri | undefined,
): Promise<void> {
  const shown = await active.demandShown(uri);
  const { set } = shown.state;
  const lost = unplacedParts(set).find((each) => isSamePart(each, part));
  if (lost) await articles.apply(shown, removePart(set, lost));
}

/** The annotations at the cursor or the place of a link. */
async function annotationsMeant(active: Services['active'], { at }: RemoveArgument) {
  const shown = await active.demand(uriMeant(at));
  const offset = offsetMeant(shown, at);
  const { set } = shown.state;
  return { shown, mentions: mentionsAt(set, offset), quotes: quotesAt(set, offset) };
}
