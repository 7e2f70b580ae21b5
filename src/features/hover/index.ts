import * as vscode from 'vscode';
import { spansOf, type Target } from '../../core/model/annotation';
import { mentionsAt, quotesAt } from '../../core/model/spanIndex';
import { touches } from '../../core/text/span';
import { toOffset, toRange } from '../../host/convert';
import { registerForArticles } from '../../workspace/articleLanguages';
import type { Services } from '../../workspace/services';
import { mentionCard, quoteCard } from './cards';

/** Hover cards on entities and quotes. */
export function register({ articles, corpus }: Services): vscode.Disposable {
  const provider: vscode.HoverProvider = {
    provideHover(document, position) {
      const state = articles.get(document.uri)?.state;
      const text = state?.file?.text;
      if (!text) return undefined;
      const offset = toOffset(text, position);
      const uri = document.uri.toString();
      const at = { uri, line: position.line, column: position.character };
      const [mention] = mentionsAt(state.set, offset);
      const cards = [
        ...(mention ? [mentionCard(state, mention, corpus.known.get(mention.entity), at)] : []),
        ...quotesAt(state.set, offset).map((quote) => quoteCard(state, quote, at)),
      ];
      const target: Target | undefined = mention?.target ?? quotesAt(state.set, offset)[0]?.content;
      const span = spansOf(target).find((each) => touches(each, offset));
      return span && new vscode.Hover(cards, toRange(text, span));
    },
  };
  return registerForArticles((languages) =>
    vscode.languages.registerHoverProvider([...languages], provider),
  );
}
