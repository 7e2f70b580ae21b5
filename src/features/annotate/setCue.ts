import * as vscode from 'vscode';
import { isInQuote, setCue as cueChange } from '../../core/edit/quoteEdits';
import { spansOf, type Quote } from '../../core/model/annotation';
import { proposeAttribution } from '../../core/quotes/attribution';
import { reportingPhraseAt } from '../../core/quotes/reportingPhrases';
import type { Span } from '../../core/text/span';
import { UserError } from '../../host/userError';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { Services } from '../../workspace/services';
import { demandQuote } from './quoteMeant';
import { selectedSpans, spanMeant, uriMeant, type At } from './selection';

/**
 * The selected words introduce the nearest quote, or the one at `at`. Without a selection it is the reporting
 * phrase at the cursor (`ha detto`), else the word; in the quote itself, the cue that the words around it name.
 */
export async function setCue(
  { active, articles }: Services,
  { at }: { at?: At } = {},
): Promise<object> {
  const edited = await active.demand(uriMeant(at));
  const quote = demandQuote(edited, at);
  await articles.apply(edited, cueChange(edited.file.text.text, quote, cueMeant(edited, quote)));
  return {};
}

function cueMeant(edited: EditedArticle, quote: Quote): Span[] {
  const { set } = edited.state;
  const { text } = edited.file.text;
  const span = spanMeant(edited, undefined);
  if (span.start < span.end) return selectedSpans(edited);
  if (!isInQuote(quote, span)) {
    const phrase = reportingPhraseAt(text, span.start, set.article.language);
    return phrase ? [phrase] : selectedSpans(edited);
  }
  const { cue } = proposeAttribution(set, text, spansOf(quote.content));
  if (cue) return [cue];
  throw new UserError(
    vscode.l10n.t('Put the cursor in the words that introduce the quote, or select them.'),
  );
}
