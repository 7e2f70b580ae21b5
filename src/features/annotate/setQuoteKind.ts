import * as vscode from 'vscode';
import { setQuoteKind as kindChange } from '../../core/edit/quoteEdits';
import {
  quoteKinds,
  spansOf,
  wordsOf,
  type Quote,
  type QuoteKind,
} from '../../core/model/annotation';
import { inferQuoteKind } from '../../core/quotes/quotationMarks';
import { shortened } from '../../core/text/shortened';
import type { EditedArticle } from '../../workspace/activeArticle';
import type { Services } from '../../workspace/services';
import { quoteKindName } from '../../workspace/typeNames';
import { demandQuote } from './quoteMeant';
import { uriMeant, type At } from './selection';

/** The argument of `chiosa.setQuoteKind`, for keys and links. */
export interface SetQuoteKindArgument {
  /** A place in the quote that is meant. */
  readonly at?: At;
  /** `direct`, `mixed` or `indirect`; what is not said is asked. */
  readonly kind?: string;
}

/** Says of which kind the nearest quote is, or the one at `at`; undefined where the user cancels. */
export async function setQuoteKind(
  { active, articles }: Services,
  { at, kind }: SetQuoteKindArgument = {},
): Promise<SetQuoteKindArgument | undefined> {
  const edited = await active.demand(uriMeant(at));
  const quote = demandQuote(edited, at);
  const chosen = quoteKinds.find((each) => each === kind) ?? (await pickKind(edited, quote));
  if (!chosen) return undefined;
  await articles.apply(edited, kindChange(quote, chosen));
  return { kind: chosen };
}

async function pickKind(
  { file, state }: EditedArticle,
  quote: Quote,
): Promise<QuoteKind | undefined> {
  const inferred = inferQuoteKind(file.text.text, spansOf(quote.content));
  const items = state.schema.quoteKinds.map(({ id: kind }) => ({
    label: quoteKindName(kind, state.schema),
    description: [
      ...(kind === quote.kind ? [vscode.l10n.t('now')] : []),
      ...(kind === inferred ? [vscode.l10n.t('by its quotation marks')] : []),
    ].join(', '),
    kindMeant: kind,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which kind of quote is “{0}”?', shortened(wordsOf(quote.content), 40)),
  });
  return picked?.kindMeant;
}
