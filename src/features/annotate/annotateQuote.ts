import * as vscode from 'vscode';
import {
  annotateQuote as quoteChange,
  extendQuote,
  isInQuote,
  quoteNear,
} from '../../core/edit/quoteEdits';
import { withoutMarks } from '../../core/quotes/quotationMarks';
import type { Span } from '../../core/text/span';
import { UserError } from '../../host/userError';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { Services } from '../../workspace/services';
import { selectedSpans, spanMeant, uriMeant, type At } from './selection';

/** Annotates what is selected as a quote; several selections are the pieces of one split quote. */
export async function annotateQuote({ active, articles }: Services): Promise<object> {
  const edited = await active.demand();
  const change = quoteChange(edited.state.set, edited.file.text.text, contentSelected(edited));
  await articles.apply(edited, change);
  return {};
}

/** The selected words become a further piece of the nearest quote, or of the one at `at`. */
export async function addToQuote(
  { active, articles }: Services,
  { at }: { at?: At } = {},
): Promise<object> {
  const edited = await active.demand(uriMeant(at));
  const quote = demandQuote(edited, at);
  const { text } = edited.file.text;
  await articles.apply(edited, extendQuote(text, quote, contentSelected(edited)));
  return {};
}

/** The selected words without quotation marks around them. @throws {UserError} where nothing else is selected */
function contentSelected(edited: EditedArticle): Span[] {
  const { text } = edited.file.text;
  const content = selectedSpans(edited).flatMap((span) => withoutMarks(text, span) ?? []);
  if (content.length === 0) {
    throw new UserError(
      vscode.l10n.t('Select the words that were said, not only the marks around them.'),
    );
  }
  return content;
}

/** The quote that an act means: the one at `at`, or the nearest. @throws {UserError} where there is none */
export function demandQuote(edited: EditedArticle, at: At | undefined) {
  const { set } = edited.state;
  const span = spanMeant(edited, at);
  const quote = quoteNear(set, edited.file.text.text, span);
  if (!quote || (at && !isInQuote(quote, span))) {
    throw new UserError(
      vscode.l10n.t(
        'There is no quote in this paragraph. Select the words that were said and annotate them as a quote first.',
      ),
    );
  }
  return quote;
}
