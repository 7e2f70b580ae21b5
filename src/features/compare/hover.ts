import * as vscode from 'vscode';
import { spansOf } from '../../core/model/annotation';
import { touches } from '../../core/text/span';
import { toOffset, toRange } from '../../host/convert';
import { registerForArticles } from '../../workspace/articleLanguages';
import { appendLinks, newCard, plain } from '../../workspace/entityCard';
import type { Comparison } from './comparison';
import { wayIcons } from './items';
import { targetsOf } from './marks';
import type { RestoreArgument } from './restore';
import { changesOf, sentenceOf } from './sentences';
import { wayOf } from './ways';

/** Cards on the words that differ: what has changed, and the way back. */
export function registerHover(comparison: Comparison): vscode.Disposable {
  const provider: vscode.HoverProvider = {
    provideHover(document, position) {
      const { compared } = comparison;
      if (compared?.article.toString() !== document.uri.toString()) return undefined;
      const { text } = compared.state.file;
      const offset = toOffset(text, position);
      const here = compared.differences.flatMap((difference, index) => {
        const spans = targetsOf(difference).flatMap(spansOf);
        const span = spans.find((each) => touches(each, offset));
        return span ? [{ difference, index, span }] : [];
      });
      const [first] = here;
      if (!first) return undefined;
      const cards = here.map(({ difference, index }) => {
        const card = newCard(['_chiosa.restoreDifference']);
        const sentence = sentenceOf(difference, compared);
        card.appendMarkdown(`$(${wayIcons[wayOf(difference)]}) **${plain(sentence)}**`);
        for (const each of changesOf(difference, compared)) {
          card.appendMarkdown(`  \n${plain(each)}`);
        }
        const argument: RestoreArgument = { index, sentence };
        appendLinks(card, [[vscode.l10n.t('Restore'), '_chiosa.restoreDifference', argument]]);
        return card;
      });
      return new vscode.Hover(cards, toRange(text, first.span));
    },
  };
  return registerForArticles((languages) =>
    vscode.languages.registerHoverProvider([...languages], provider),
  );
}
