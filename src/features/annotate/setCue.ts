import { setCue as cueChange } from '../../core/edit/quoteEdits';
import type { Services } from '../../workspace/services';
import { demandQuote } from './annotateQuote';
import { selectedSpans, uriMeant, type At } from './selection';

/** The selected words (or the word at the cursor) introduce the nearest quote, or the one at `at`. */
export async function setCue(
  { active, articles }: Services,
  { at }: { at?: At } = {},
): Promise<object> {
  const edited = await active.demand(uriMeant(at));
  const quote = demandQuote(edited, at);
  await articles.apply(edited, cueChange(edited.file.text.text, quote, selectedSpans(edited)));
  return {};
}
