import * as vscode from 'vscode';
import { annotateQuote as quoteChange, extendQuote } from '../../core/edit/quoteEdits';
import { quoteKinds } from '../../core/model/annotation';
import { isEmpty } from '../../core/model/change';
import { proposeAttribution, type Attribution } from '../../core/quotes/attribution';
import { precedingQuote } from '../../core/quotes/precedingQuote';
import { shortened } from '../../core/text/shortened';
import { UserError } from '../../host/userError';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { Services } from '../../workspace/services';
import { contentMeant, demandQuote } from './quoteMeant';
import { uriMeant, type At } from './selection';

/** How long the status bar says what was proposed, in ms. */
const messageTime = 8000;

/** The argument of `chiosa.annotateQuote`, for keys. */
export interface AnnotateQuoteArgument {
  /** Takes exactly what is selected, without making whole words of it. */
  readonly exact?: boolean;
  /** The kind, where it does not follow from the marks. */
  readonly kind?: string;
}

/**
 * Annotates what is selected, or stands in the quotation marks around the cursor, as a quote, with the cue
 * and the speaker that the words around it name. Several selections are the pieces of one split quote.
 */
export async function annotateQuote(
  { active, articles }: Services,
  { exact, kind }: AnnotateQuoteArgument = {},
): Promise<object | undefined> {
  const edited = await active.demand();
  const { set } = edited.state;
  const { text } = edited.file.text;
  const content = contentMeant(edited, { isExact: exact, isReportedToo: true });
  const attribution = proposeAttribution(set, text, content);
  const known = quoteKinds.find((each) => each === kind);
  const change = quoteChange(set, text, content, { ...(known && { kind: known }), ...attribution });
  if (isEmpty(change)) return undefined;
  await articles.apply(edited, change);
  vscode.window.setStatusBarMessage(describe(edited, attribution), messageTime);
  return { exact, kind };
}

/** What was proposed, and how it is changed. */
function describe({ state, file }: EditedArticle, { cue, speaker }: Attribution): string {
  const words = ({ start, end }: { start: number; end: number }) =>
    shortened(file.text.text.slice(start, end), 40);
  const who =
    state.set.entities.get(speaker?.entity ?? '')?.name ?? (speaker?.span && words(speaker.span));
  const how = cue && words(cue);
  if (who !== undefined && how !== undefined) {
    return vscode.l10n.t('Quote: {0}, “{1}”. Set Speaker and Set Cue change that.', who, how);
  }
  if (who !== undefined) return vscode.l10n.t('Quote: {0}. Set Speaker changes that.', who);
  if (how !== undefined) return vscode.l10n.t('Quote: “{0}”. Set Speaker says who.', how);
  return vscode.l10n.t('Quote. Set Speaker says who.');
}

/**
 * A further piece of a quote: what is selected joins the nearest one, or the one at `at`; what stands in the
 * quotation marks around the cursor joins the one before.
 */
export async function addToQuote(
  { active, articles }: Services,
  { at }: { at?: At } = {},
): Promise<object> {
  const edited = await active.demand(uriMeant(at));
  const { text } = edited.file.text;
  const added = contentMeant(edited);
  const isCursor = !at && edited.selections[0]?.isEmpty;
  const start = added.at(-1)?.start ?? 0;
  const before = isCursor ? precedingQuote(edited.state.set, text, start) : undefined;
  if (isCursor && !before) {
    throw new UserError(
      vscode.l10n.t(
        'There is no quote before this one, in its paragraph or the one above, to add it to. Annotate that one first.',
      ),
    );
  }
  await articles.apply(edited, extendQuote(text, before ?? demandQuote(edited, at), added));
  return {};
}
