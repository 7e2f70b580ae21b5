import * as vscode from 'vscode';
import { isInQuote, quoteNear } from '../../core/edit/quoteEdits';
import type { Quote } from '../../core/model/annotation';
import { spansOf } from '../../core/model/annotation';
import { passageMeant } from '../../core/quotes/passage';
import { reportedAt } from '../../core/quotes/reportedClause';
import { contentAt } from '../../core/quotes/splitQuotation';
import type { Span } from '../../core/text/span';
import { trimmed } from '../../core/text/words';
import { toSpan } from '../../host/convert';
import { UserError } from '../../host/userError';
import type { EditedArticle } from '../../workspace/activeArticle';
import { spanMeant, type At } from './selection';

/**
 * The words that an act takes as something said: what is selected (whole words without the marks around
 * them, or exactly that), or, at a cursor, what stands in the quotation marks around it, else, where that is
 * taken too, what its sentence reports: the innermost that is not annotated yet. @throws {UserError} where there is nothing
 */
export function contentMeant(
  { selections, file, state }: EditedArticle,
  { isExact = false, isReportedToo = false } = {},
): Span[] {
  const { text } = file.text;
  const pieces = state.set.quotes.flatMap(({ content }) => spansOf(content));
  const isAnnotated = ({ start, end }: Span) =>
    pieces.some((piece) => piece.start === start && piece.end === end);
  const content = selections.flatMap((selection) => {
    const span = toSpan(file.text, selection);
    if (selection.isEmpty) {
      const quoted = contentAt(text, span.start, isAnnotated);
      if (quoted || !isReportedToo) return quoted ?? [];
      return reportedAt(state.set, text, span.start, isAnnotated) ?? [];
    }
    return (isExact ? trimmed(text, span) && span : passageMeant(text, span)) ?? [];
  });
  if (content.length === 0) {
    throw new UserError(
      vscode.l10n.t(
        'Put the cursor between quotation marks, or select the words that were said, not only the marks around them.',
      ),
    );
  }
  return content.sort((a, b) => a.start - b.start);
}

/** The quote that an act means: the one at `at`, or the nearest. @throws {UserError} where there is none */
export function demandQuote(edited: EditedArticle, at: At | undefined): Quote {
  const { set } = edited.state;
  const span = spanMeant(edited, at);
  const quote = quoteNear(set, edited.file.text.text, span);
  if (!quote || (at && !isInQuote(quote, span))) {
    throw new UserError(
      vscode.l10n.t(
        'There is no quote in this paragraph. Put the cursor between quotation marks, or select what was said, and annotate it as a quote first.',
      ),
    );
  }
  return quote;
}
